-- Indexes that filters were measured to need (tests/db/plans.test.ts), as few as do: each makes imports slower.

-- "Where a petition was taken to": few records have a destination, so the index is small.
CREATE INDEX incidents_destination_idx ON incidents (destination_place_id) WHERE destination_place_id IS NOT NULL;

-- "In March 2019": an interval that touches a range begins in it or in the 366 days before; the few longer ones are
-- here. The rest is read from the index of first days.
CREATE INDEX incidents_long_idx ON incidents (starts_on) WHERE ends_on - starts_on > 366;

-- "Where somebody was detained".
-- CreateIndex
CREATE INDEX "responses_kind_incident_id_idx" ON "responses"("kind", "incident_id");

-- "What a mayor ordered", and words of directives: from directives to incidents without a look at the table.
-- DropIndex
DROP INDEX "directive_incidents_directive_id_idx";

-- CreateIndex
CREATE INDEX "directive_incidents_directive_id_incident_id_idx" ON "directive_incidents"("directive_id", "incident_id");

-- A word of two Chinese characters, which makes no trigram: the distinct pairs of neighbouring characters of a text.
CREATE FUNCTION chinese_pairs(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT substr(run[1], at, 2)), '{}')
  FROM regexp_matches(words, '[\u3400-\u9fff]{2,}', 'g') run, generate_series(1, length(run[1]) - 1) at
$$;

CREATE INDEX incidents_chinese_pairs_idx ON incidents USING gin (chinese_pairs(search_text));
