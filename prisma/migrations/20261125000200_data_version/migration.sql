-- One number that every transaction raises which changes what is counted, listed or shown. Whoever keeps a
-- picture of the data in memory reads it in the same snapshot and knows whether the picture still fits.

CREATE TABLE data_version (
  only_row boolean NOT NULL DEFAULT true,
  version bigint NOT NULL DEFAULT 1,
  -- The transaction that raised it last: a transaction raises it once.
  raised_by bigint,
  CONSTRAINT data_version_pkey PRIMARY KEY (only_row),
  CONSTRAINT data_version_single CHECK (only_row)
);

INSERT INTO data_version DEFAULT VALUES;

CREATE FUNCTION raise_data_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine bigint := pg_current_xact_id()::text::bigint;
BEGIN
  UPDATE data_version SET version = version + 1, raised_by = mine WHERE raised_by IS DISTINCT FROM mine;
  RETURN NULL;
END $$;

CREATE TRIGGER incidents_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON incidents
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
CREATE TRIGGER responses_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON responses
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
CREATE TRIGGER directives_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON directives
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
CREATE TRIGGER directive_incidents_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON directive_incidents
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
CREATE TRIGGER claims_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON claims
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
CREATE TRIGGER sources_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON sources
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
CREATE TRIGGER datasets_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON datasets
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
CREATE TRIGGER places_raise_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON places
  FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version();
