-- What the data model promises and Prisma cannot express: checks, generated columns, indexes of other kinds
-- than B-tree, and the lock on the audit trail. `prisma/schema.prisma` does not mention any of it; the list
-- of what a comparison of the two may therefore report is `knownDrift` in lib/db/drift.ts.

-- Trigrams for search in any script, B-tree columns inside GIN, and UUIDv5.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";

-- Data sets ---------------------------------------------------------------------------------------------------

ALTER TABLE datasets
  ADD CONSTRAINT datasets_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT datasets_ref_prefix_form CHECK (ref_prefix ~ '^[a-z0-9]+$'),
  ADD CONSTRAINT datasets_origin_known CHECK (origin IN ('source', 'import', 'synthetic')),
  ADD CONSTRAINT datasets_coverage_order CHECK (coverage_from <= coverage_to);

ALTER TABLE import_batches
  ADD CONSTRAINT import_batches_status_known CHECK (status IN ('committed', 'undone')),
  ADD CONSTRAINT import_batches_rows_counted CHECK (rows_kept >= 0 AND rows_read >= 0);

-- Incidents ---------------------------------------------------------------------------------------------------

-- An empty list means "unknown". A null would mean the same in a second way.
ALTER TABLE incidents
  ALTER COLUMN issues SET NOT NULL,
  ALTER COLUMN groups SET NOT NULL,
  ALTER COLUMN forms SET NOT NULL,
  ALTER COLUMN targets SET NOT NULL;

ALTER TABLE incidents
  -- The id is made from the data set and the external id. So the primary key itself keeps external ids unique
  -- within a data set, with no second unique index, which a distributed table could not have.
  ADD CONSTRAINT incidents_id_from_external_id
    CHECK (external_id IS NULL OR id = uuid_generate_v5(dataset_id, external_id)),
  ADD CONSTRAINT incidents_status_known CHECK (status IN ('draft', 'in-review', 'published', 'withdrawn')),
  ADD CONSTRAINT incidents_version_positive CHECK (version > 0),
  ADD CONSTRAINT incidents_dates_order CHECK (starts_on <= ends_on),
  ADD CONSTRAINT incidents_date_precision_known
    CHECK (date_precision IN ('day', 'days', 'week', 'month', 'quarter', 'year')),
  -- The interval is exactly the period that the precision names; weeks run from Monday to Sunday.
  ADD CONSTRAINT incidents_dates_fit_precision CHECK (
    CASE date_precision
      WHEN 'day' THEN ends_on = starts_on
      WHEN 'week' THEN extract(isodow FROM starts_on) = 1 AND ends_on = starts_on + 6
      WHEN 'month' THEN starts_on = date_trunc('month', starts_on::timestamp)
        AND ends_on + 1 = starts_on + interval '1 month'
      WHEN 'quarter' THEN starts_on = date_trunc('quarter', starts_on::timestamp)
        AND ends_on + 1 = starts_on + interval '3 months'
      WHEN 'year' THEN starts_on = date_trunc('year', starts_on::timestamp)
        AND ends_on + 1 = starts_on + interval '1 year'
      ELSE true
    END
  ),
  ADD CONSTRAINT incidents_size_min_positive CHECK (size_min > 0),
  ADD CONSTRAINT incidents_size_max_positive CHECK (size_max > 0),
  ADD CONSTRAINT incidents_size_order CHECK (size_min <= size_max),
  ADD CONSTRAINT incidents_latitude_range CHECK (latitude BETWEEN -90 AND 90),
  ADD CONSTRAINT incidents_longitude_range CHECK (longitude BETWEEN -180 AND 180),
  ADD CONSTRAINT incidents_point_whole CHECK ((latitude IS NULL) = (longitude IS NULL)),
  ADD CONSTRAINT incidents_issues_unknown_is_empty CHECK (NOT ('unknown' = ANY (issues))),
  ADD CONSTRAINT incidents_groups_unknown_is_empty CHECK (NOT ('unknown' = ANY (groups))),
  ADD CONSTRAINT incidents_forms_unknown_is_empty CHECK (NOT ('unknown' = ANY (forms))),
  ADD CONSTRAINT incidents_targets_unknown_is_empty CHECK (NOT ('unknown' = ANY (targets)));

ALTER TABLE incidents
  ADD COLUMN search_text text NOT NULL
    GENERATED ALWAYS AS (lower(title || ' ' || coalesce(title_zh, '') || ' ' || summary)) STORED;

CREATE INDEX incidents_search_text_idx ON incidents USING gin (search_text gin_trgm_ops);
CREATE INDEX incidents_issues_idx ON incidents USING gin (issues);
CREATE INDEX incidents_groups_idx ON incidents USING gin (groups);
CREATE INDEX incidents_forms_idx ON incidents USING gin (forms);
CREATE INDEX incidents_targets_idx ON incidents USING gin (targets);

ALTER TABLE responses
  ADD CONSTRAINT responses_ordinal_positive CHECK (ordinal > 0),
  ADD CONSTRAINT responses_count_positive CHECK (count > 0),
  ADD CONSTRAINT responses_duration_positive CHECK (duration_days > 0);

-- Directives --------------------------------------------------------------------------------------------------

ALTER TABLE directives
  ALTER COLUMN addressees SET NOT NULL,
  ALTER COLUMN orders SET NOT NULL;

ALTER TABLE directives
  ADD CONSTRAINT directives_status_known CHECK (status IN ('draft', 'in-review', 'published', 'withdrawn')),
  ADD CONSTRAINT directives_version_positive CHECK (version > 0),
  ADD CONSTRAINT directives_issued_whole
    CHECK (num_nulls(issued_from, issued_to, issued_precision) IN (0, 3)),
  ADD CONSTRAINT directives_issued_order CHECK (issued_from <= issued_to),
  ADD CONSTRAINT directives_issued_precision_known
    CHECK (issued_precision IN ('day', 'days', 'week', 'month', 'quarter', 'year')),
  ADD CONSTRAINT directives_issued_fits_precision CHECK (
    CASE issued_precision
      WHEN 'day' THEN issued_to = issued_from
      WHEN 'week' THEN extract(isodow FROM issued_from) = 1 AND issued_to = issued_from + 6
      WHEN 'month' THEN issued_from = date_trunc('month', issued_from::timestamp)
        AND issued_to + 1 = issued_from + interval '1 month'
      WHEN 'quarter' THEN issued_from = date_trunc('quarter', issued_from::timestamp)
        AND issued_to + 1 = issued_from + interval '3 months'
      WHEN 'year' THEN issued_from = date_trunc('year', issued_from::timestamp)
        AND issued_to + 1 = issued_from + interval '1 year'
      ELSE true
    END
  ),
  ADD CONSTRAINT directives_orders_unknown_is_empty CHECK (NOT ('unknown' = ANY (orders)));

ALTER TABLE directives
  ADD COLUMN search_text text NOT NULL
    GENERATED ALWAYS AS (lower(title || ' ' || coalesce(title_zh, '') || ' ' || summary)) STORED;

CREATE INDEX directives_search_text_idx ON directives USING gin (search_text gin_trgm_ops);
CREATE INDEX directives_orders_idx ON directives USING gin (orders);

-- Evidence ----------------------------------------------------------------------------------------------------

ALTER TABLE claims
  ADD CONSTRAINT claims_ordinal_positive CHECK (ordinal > 0),
  ADD CONSTRAINT claims_basis_known CHECK (basis IN ('stated', 'inferred', 'rule'));

ALTER TABLE directive_claims
  ADD CONSTRAINT directive_claims_ordinal_positive CHECK (ordinal > 0),
  ADD CONSTRAINT directive_claims_basis_known CHECK (basis IN ('stated', 'inferred', 'rule'));

ALTER TABLE reported_figures
  ADD CONSTRAINT reported_figures_bound_known CHECK (bound IN ('exact', 'at-least', 'at-most', 'about')),
  ADD CONSTRAINT reported_figures_days_order CHECK (from_day <= to_day);

-- Reference ---------------------------------------------------------------------------------------------------

ALTER TABLE places ALTER COLUMN aliases SET NOT NULL;

ALTER TABLE places
  ADD CONSTRAINT places_level_known
    CHECK (level IN ('country', 'province', 'prefecture', 'county', 'township', 'village', 'site')),
  ADD CONSTRAINT places_path_ends_with_id CHECK (right(path, length(id) + 1) = id || '/'),
  ADD CONSTRAINT places_latitude_range CHECK (latitude BETWEEN -90 AND 90),
  ADD CONSTRAINT places_longitude_range CHECK (longitude BETWEEN -180 AND 180),
  ADD CONSTRAINT places_point_whole CHECK ((latitude IS NULL) = (longitude IS NULL)),
  ADD CONSTRAINT places_validity_order CHECK (valid_from <= valid_to);

ALTER TABLE populations ADD CONSTRAINT populations_people_positive CHECK (people > 0);

-- Rates use one figure for a place.
CREATE UNIQUE INDEX populations_preferred_key ON populations (place_id) WHERE preferred;

ALTER TABLE reference_periods ADD CONSTRAINT reference_periods_order CHECK (starts_on <= ends_on);

-- Audit -------------------------------------------------------------------------------------------------------

ALTER TABLE changes ADD CONSTRAINT changes_version_positive CHECK (version > 0);

-- The trail only grows. No code path changes it and the role of the app may not; this is the second lock, for
-- everybody else, and the only one that a distributed database would have to do without.
CREATE FUNCTION refuse_to_change_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail only grows: % on % is refused.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'changes_append_only';
END;
$$;

CREATE TRIGGER changes_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
