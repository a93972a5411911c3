-- The orders of the table of incidents, so that a page of rows is read from its beginning instead of sorting all
-- rows. The expressions are those of lib/incidents/order/where.ts. Incidents without a size come last in either
-- direction, so each direction has an index of its own.

-- CreateIndex
CREATE INDEX "incidents_type_id_idx" ON "incidents"("type", "id");

CREATE INDEX incidents_title_order_idx ON incidents ((left(lower(title), 100)), id);
CREATE INDEX incidents_size_down_idx ON incidents ((coalesce(size_min, size_max, 0)), id);
CREATE INDEX incidents_size_up_idx ON incidents ((coalesce(size_min, size_max, 2147483647)), id);
