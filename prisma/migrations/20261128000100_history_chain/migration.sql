-- The audit trail becomes a chain (docs/history.md): each entry carries the hash of the one before, so that an
-- entry that was altered or removed is found.

-- AlterTable
ALTER TABLE "changes" ADD COLUMN     "actor_id" UUID,
ADD COLUMN     "actor_role" TEXT,
ADD COLUMN     "hash" TEXT,
ADD COLUMN     "previous_hash" TEXT,
ADD COLUMN     "seq" BIGINT;

-- How entries are written down and hashed ----------------------------------------------------------------------

-- All columns but the hashes as one text: a JSON array of texts and nulls. No two entries have the same text.
-- lib/audit/hash.ts does the same, for verification.
CREATE FUNCTION change_text(
  seq bigint, subject_id uuid, version integer, subject_type text, action text, actor_id uuid, actor_name text,
  actor_role text, batch_id uuid, changes jsonb, reason text, created_at timestamptz
) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_array(
  seq::text, subject_id::text, version::text, subject_type, action, actor_id::text, actor_name, actor_role,
  batch_id::text, changes::text, reason, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
)::text;

CREATE FUNCTION change_hash(previous_hash text, content text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(sha256(convert_to(previous_hash || E'\n' || content, 'UTF8')), 'hex');

-- The hashes of a row of entries, as a window function: of each that of the one before it, then its own. The first
-- goes on from `head`.
CREATE FUNCTION next_change_link(before text[], head text, content text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ARRAY[coalesce(before[2], head), public.change_hash(coalesce(before[2], head), content)];
END;
$$;

CREATE AGGREGATE change_links(head text, content text) (SFUNC = next_change_link, STYPE = text[]);

-- What is there is chained in the order of its time --------------------------------------------------------------

ALTER TABLE changes DISABLE TRIGGER changes_append_only;

WITH numbered AS (
  SELECT c.*, row_number() OVER (ORDER BY created_at, subject_id, version) AS place FROM changes c
), linked AS (
  SELECT subject_id, version, place,
    change_links(repeat('0', 64), change_text(place, subject_id, version, subject_type, action, actor_id, actor_name,
      actor_role, batch_id, changes, reason, created_at)) OVER (ORDER BY place) AS link
  FROM numbered
)
UPDATE changes c SET seq = place, previous_hash = link[1], hash = link[2]
  FROM linked l WHERE l.subject_id = c.subject_id AND l.version = c.version;

ALTER TABLE changes ENABLE TRIGGER changes_append_only;

-- AlterTable
ALTER TABLE "changes" ALTER COLUMN "hash" SET NOT NULL,
ALTER COLUMN "previous_hash" SET NOT NULL,
ALTER COLUMN "seq" SET NOT NULL;

-- One constraint, since each takes its time at each statement.
ALTER TABLE changes ADD CONSTRAINT changes_chain_form
  CHECK (seq > 0 AND octet_length(hash) = 64 AND octet_length(previous_hash) = 64);

-- DropIndex
DROP INDEX "changes_created_at_idx";

-- CreateIndex
CREATE UNIQUE INDEX "changes_seq_key" ON "changes"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "changes_hash_key" ON "changes"("hash");

-- CreateIndex
CREATE INDEX "changes_created_at_seq_idx" ON "changes"("created_at", "seq");

-- CreateIndex
CREATE INDEX "changes_actor_id_seq_idx" ON "changes"("actor_id", "seq");

-- CreateIndex
CREATE INDEX "changes_subject_type_seq_idx" ON "changes"("subject_type", "seq");

-- CreateIndex
CREATE INDEX "changes_batch_id_idx" ON "changes"("batch_id");

-- How entries are added ------------------------------------------------------------------------------------------

-- Adds entries to the end of the chain in the order of the list, and is the only way in. Each is an object with
-- the names of the columns; place, hashes and time are made here. Writers queue up for the end of the chain until
-- the one before has ended its transaction; the time is taken when it is one's turn, so that it follows the order
-- of the chain. Names of tables are written out with their schema, so that no temporary table comes between.
CREATE FUNCTION append_changes(entries jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  last_seq bigint;
  last_hash text;
  made timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(20261129);
  made := date_trunc('milliseconds', clock_timestamp());
  SELECT c.seq, c.hash INTO last_seq, last_hash FROM public.changes c ORDER BY c.seq DESC LIMIT 1;

  INSERT INTO public.changes (seq, subject_id, version, subject_type, action, actor_id, actor_name, actor_role,
      batch_id, changes, reason, created_at, previous_hash, hash)
  SELECT l.place, l.subject_id, l.version, l.subject_type, l.action, l.actor_id, l.actor_name, l.actor_role,
      l.batch_id, l.changes, l.reason, made, l.link[1], l.link[2]
    FROM (
      SELECT e.*, coalesce(last_seq, 0) + e.n AS place,
          public.change_links(coalesce(last_hash, repeat('0', 64)), public.change_text(coalesce(last_seq, 0) + e.n,
            e.subject_id, e.version, e.subject_type, e.action, e.actor_id, e.actor_name, e.actor_role, e.batch_id,
            e.changes, e.reason, made)) OVER (ORDER BY e.n) AS link
        FROM ROWS FROM (jsonb_to_recordset(entries) AS (subject_id uuid, version integer, subject_type text,
          action text, actor_id uuid, actor_name text, actor_role text, batch_id uuid, changes jsonb, reason text))
          WITH ORDINALITY AS e(subject_id, version, subject_type, action, actor_id, actor_name, actor_role, batch_id,
            changes, reason, n)
    ) l
    ORDER BY l.n;
END;
$$;

-- The second lock, for whoever writes past that function: an entry that does not fit on the last one is refused. A
-- distributed database has to do without it. Without sorting, the last one is always found through the index, also
-- where the database has planned for an empty table and thousands of entries come at once.
CREATE FUNCTION refuse_to_break_history() RETURNS trigger LANGUAGE plpgsql SET enable_sort = off AS $$
DECLARE
  last_seq bigint;
  last_hash text;
BEGIN
  SELECT c.seq, c.hash INTO last_seq, last_hash FROM public.changes c ORDER BY c.seq DESC LIMIT 1;
  IF NEW.seq IS DISTINCT FROM coalesce(last_seq, 0) + 1
    OR NEW.previous_hash IS DISTINCT FROM coalesce(last_hash, repeat('0', 64))
    OR NEW.hash IS DISTINCT FROM public.change_hash(NEW.previous_hash, public.change_text(NEW.seq, NEW.subject_id,
      NEW.version, NEW.subject_type, NEW.action, NEW.actor_id, NEW.actor_name, NEW.actor_role, NEW.batch_id,
      NEW.changes, NEW.reason, NEW.created_at))
  THEN
    RAISE EXCEPTION 'The audit trail is a chain: entry % does not fit on the last one.', NEW.seq
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'changes_chained';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER changes_chained
  BEFORE INSERT ON changes
  FOR EACH ROW EXECUTE FUNCTION refuse_to_break_history();
