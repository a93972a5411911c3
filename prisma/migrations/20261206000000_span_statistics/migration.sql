-- How many intervals are longer than a year, which the planner can't tell from their ends: with it, records from a day
-- on are found by index and not by reading all (tests/db/plans.test.ts).
CREATE STATISTICS incidents_span ON (ends_on - starts_on) FROM incidents;
ANALYZE incidents;
