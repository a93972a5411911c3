-- A mark that no other version of the data has, in this database or in a copy of it that went another way, so that a
-- picture of the data that was kept in a file can be told from one of other data under the same number.

-- CreateTable
CREATE TABLE "data_stamps" (
    "version" BIGINT NOT NULL,
    "stamp" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "data_stamps_pkey" PRIMARY KEY ("version")
);

INSERT INTO data_stamps (version) SELECT version FROM data_version;

-- As before, and marks each version. Marks are kept as long as changes are.
CREATE OR REPLACE FUNCTION next_data_version() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  mine bigint := pg_current_xact_id()::text::bigint;
  raised bigint;
  since bigint;
BEGIN
  UPDATE public.data_version
    SET version = version + 1, raised_by = mine, logged_since = greatest(logged_since, version - 999)
    WHERE raised_by IS DISTINCT FROM mine
    RETURNING version, logged_since INTO raised, since;
  IF NOT FOUND THEN
    RETURN (SELECT version FROM public.data_version);
  END IF;
  DELETE FROM public.changed_incidents WHERE version <= since;
  DELETE FROM public.data_stamps WHERE version < since;
  INSERT INTO public.data_stamps (version) VALUES (raised);
  RETURN raised;
END $$;
