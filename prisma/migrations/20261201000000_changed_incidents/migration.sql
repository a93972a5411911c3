-- Which incidents each version of the data changed, as far as what is counted goes, so that a picture of the data in
-- memory can be brought up to date without reading all of it again.

-- AlterTable
ALTER TABLE "data_version" ADD COLUMN     "logged_since" BIGINT NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "changed_incidents" (
    "id" BIGSERIAL NOT NULL,
    "version" BIGINT NOT NULL,
    "incident_ids" UUID[],

    CONSTRAINT "changed_incidents_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "changed_incidents_version_idx" ON "changed_incidents"("version");

-- The changes of earlier versions are not known.
UPDATE data_version SET logged_since = version;

-- Raises the version once a transaction, and returns it. Changes are kept for the last thousand versions: from the
-- version `logged_since` on, all are known.
CREATE FUNCTION next_data_version() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  mine bigint := pg_current_xact_id()::text::bigint;
  since bigint;
BEGIN
  UPDATE public.data_version
    SET version = version + 1, raised_by = mine, logged_since = greatest(logged_since, version - 999)
    WHERE raised_by IS DISTINCT FROM mine
    RETURNING logged_since INTO since;
  IF FOUND THEN
    DELETE FROM public.changed_incidents WHERE version <= since;
  END IF;
  RETURN (SELECT version FROM public.data_version);
END $$;

CREATE OR REPLACE FUNCTION raise_data_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.next_data_version();
  RETURN NULL;
END $$;

-- How many ids the transaction has noted. Above ten thousand, or after a null, it has noted that anything may have
-- changed, and need not look any further. The number goes with the transaction, and with its savepoints.
CREATE FUNCTION changes_noted() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  noted text[] := string_to_array(current_setting('daybook.changes_noted', true), ' ');
BEGIN
  RETURN CASE WHEN noted[1] = pg_current_xact_id()::text THEN noted[2]::integer ELSE 0 END;
END $$;

-- Notes under the version of this transaction that incidents changed. Null = any may have changed, as do too many.
CREATE FUNCTION note_changes(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  noted integer := public.changes_noted();
BEGIN
  IF noted > 10000 OR cardinality(ids) = 0 THEN
    RETURN;
  END IF;
  noted := noted + CASE WHEN cardinality(ids) <= 2000 THEN cardinality(ids) ELSE 10001 END;
  PERFORM set_config('daybook.changes_noted', pg_current_xact_id()::text || ' ' || noted, true);
  INSERT INTO public.changed_incidents (version, incident_ids)
    VALUES (public.next_data_version(), CASE WHEN noted <= 10000 THEN ids END);
END $$;

CREATE FUNCTION note_any_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.note_changes(NULL);
  RETURN NULL;
END $$;

CREATE FUNCTION note_incidents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  IF public.changes_noted() > 10000 THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    ids := ARRAY(SELECT id FROM new_rows LIMIT 2001);
  ELSIF TG_OP = 'DELETE' THEN
    ids := ARRAY(SELECT id FROM old_rows LIMIT 2001);
  ELSE
    ids := ARRAY((SELECT id FROM old_rows LIMIT 2001) UNION (SELECT id FROM new_rows LIMIT 2001));
  END IF;
  PERFORM public.note_changes(ids);
  RETURN NULL;
END $$;

-- The incidents on which rows of another table hang.
CREATE FUNCTION note_incidents_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  IF public.changes_noted() > 10000 THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    ids := ARRAY(SELECT DISTINCT incident_id FROM new_rows LIMIT 2001);
  ELSIF TG_OP = 'DELETE' THEN
    ids := ARRAY(SELECT DISTINCT incident_id FROM old_rows LIMIT 2001);
  ELSE
    ids := ARRAY(SELECT incident_id FROM old_rows UNION SELECT incident_id FROM new_rows LIMIT 2001);
  END IF;
  PERFORM public.note_changes(ids);
  RETURN NULL;
END $$;

-- The incidents that a directive is about, where what is counted of it changed. Of one that is deleted the links are
-- deleted too, which is noted there, and of a new one they are made later.
CREATE FUNCTION note_incidents_of_directives() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  changed := ARRAY(SELECT id FROM (
    SELECT id, status, issuer_office, orders FROM new_rows EXCEPT SELECT id, status, issuer_office, orders FROM old_rows
  ) n LIMIT 2001);
  IF cardinality(changed) > 2000 THEN
    PERFORM public.note_changes(NULL);
  ELSIF cardinality(changed) > 0 THEN
    PERFORM public.note_changes(ARRAY(
      SELECT DISTINCT incident_id FROM public.directive_incidents WHERE directive_id = ANY (changed) LIMIT 2001));
  END IF;
  RETURN NULL;
END $$;

-- Refs of sources, data sets and paths of places stand in the columns of any number of incidents.
CREATE FUNCTION note_sources() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT id, ref FROM old_rows EXCEPT SELECT id, ref FROM new_rows) THEN
    PERFORM public.note_changes(NULL);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION note_datasets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT id, slug, origin FROM old_rows EXCEPT SELECT id, slug, origin FROM new_rows) THEN
    PERFORM public.note_changes(NULL);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION note_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT id, path FROM old_rows EXCEPT SELECT id, path FROM new_rows) THEN
    PERFORM public.note_changes(NULL);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION note_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM old_rows) THEN
    PERFORM public.note_changes(NULL);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER incidents_tell_insert AFTER INSERT ON incidents REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents();
CREATE TRIGGER incidents_tell_update AFTER UPDATE ON incidents REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents();
CREATE TRIGGER incidents_tell_delete AFTER DELETE ON incidents REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents();

CREATE TRIGGER responses_tell_insert AFTER INSERT ON responses REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();
CREATE TRIGGER responses_tell_update AFTER UPDATE ON responses REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();
CREATE TRIGGER responses_tell_delete AFTER DELETE ON responses REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();

CREATE TRIGGER claims_tell_insert AFTER INSERT ON claims REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();
CREATE TRIGGER claims_tell_update AFTER UPDATE ON claims REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();
CREATE TRIGGER claims_tell_delete AFTER DELETE ON claims REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();

CREATE TRIGGER directive_incidents_tell_insert AFTER INSERT ON directive_incidents REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();
CREATE TRIGGER directive_incidents_tell_update AFTER UPDATE ON directive_incidents
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();
CREATE TRIGGER directive_incidents_tell_delete AFTER DELETE ON directive_incidents REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_rows();

CREATE TRIGGER directives_tell_update AFTER UPDATE ON directives
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_incidents_of_directives();

CREATE TRIGGER sources_tell_update AFTER UPDATE ON sources REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_sources();

CREATE TRIGGER datasets_tell_update AFTER UPDATE ON datasets REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_datasets();
CREATE TRIGGER datasets_tell_delete AFTER DELETE ON datasets REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_deleted();

CREATE TRIGGER places_tell_update AFTER UPDATE ON places REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_places();
CREATE TRIGGER places_tell_delete AFTER DELETE ON places REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_deleted();

CREATE TRIGGER incidents_tell_truncate AFTER TRUNCATE ON incidents
  FOR EACH STATEMENT EXECUTE FUNCTION note_any_change();
CREATE TRIGGER responses_tell_truncate AFTER TRUNCATE ON responses
  FOR EACH STATEMENT EXECUTE FUNCTION note_any_change();
CREATE TRIGGER claims_tell_truncate AFTER TRUNCATE ON claims
  FOR EACH STATEMENT EXECUTE FUNCTION note_any_change();
CREATE TRIGGER directive_incidents_tell_truncate AFTER TRUNCATE ON directive_incidents
  FOR EACH STATEMENT EXECUTE FUNCTION note_any_change();
CREATE TRIGGER directives_tell_truncate AFTER TRUNCATE ON directives
  FOR EACH STATEMENT EXECUTE FUNCTION note_any_change();
CREATE TRIGGER sources_tell_truncate AFTER TRUNCATE ON sources
  FOR EACH STATEMENT EXECUTE FUNCTION note_any_change();
CREATE TRIGGER datasets_tell_truncate AFTER TRUNCATE ON datasets
  FOR EACH STATEMENT EXECUTE FUNCTION note_any_change();
CREATE TRIGGER places_tell_truncate AFTER TRUNCATE ON places
  FOR EACH STATEMENT EXECUTE FUNCTION note_any_change();
