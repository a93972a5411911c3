-- Personal data that got into the history can be taken out of it, while the chain still holds (docs/history.md): the
-- passages are replaced, the entry keeps its hash, and another entry tells of it.

-- AlterTable
ALTER TABLE "changes" ADD COLUMN     "redacted_by" BIGINT;

ALTER TABLE changes ADD CONSTRAINT changes_redacted_later CHECK (redacted_by > seq);

-- A text without some passages, and all texts in a value without them. Nothing else can be put in their place.
CREATE FUNCTION text_without(content text, passages text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  passage text;
BEGIN
  FOREACH passage IN ARRAY passages LOOP
    content := replace(content, passage, '[…]');
  END LOOP;
  RETURN content;
END;
$$;

CREATE FUNCTION value_without(content jsonb, passages text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(content)
    WHEN 'string' THEN to_jsonb(public.text_without(content #>> '{}', passages))
    WHEN 'array' THEN (SELECT coalesce(jsonb_agg(public.value_without(one, passages) ORDER BY place), '[]')
      FROM jsonb_array_elements(content) WITH ORDINALITY listed(one, place))
    WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(key, public.value_without(value, passages)), '{}')
      FROM jsonb_each(content))
    ELSE content END;
END;
$$;

-- Takes passages out of an entry, and adds the entry that tells of it: its number, its hash, by whom and why. The only
-- way in; it runs with the rights of the owner of the table, since the role of the app may alter no entry. Returns the
-- place of the new entry; null = there is no such entry, or it holds none of the passages.
CREATE FUNCTION redact_change(
  target bigint, passages text[], actor uuid, actor_name text, actor_role text, why text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  held public.changes;
  left_of_it jsonb;
  left_of_reason text;
  subject uuid := md5('history:' || target)::uuid;
  made bigint;
BEGIN
  IF why IS NULL OR cardinality(passages) = 0 OR EXISTS (SELECT FROM unnest(passages) one WHERE coalesce(length(one), 0) < 2) THEN
    RAISE EXCEPTION 'Passages of two characters and more, and a reason, are needed.' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(20261129);
  SELECT * INTO held FROM public.changes c WHERE c.seq = target AND c.subject_type <> 'history' FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  left_of_it := public.value_without(held.changes, passages);
  left_of_reason := public.text_without(held.reason, passages);
  IF left_of_it = held.changes AND left_of_reason IS NOT DISTINCT FROM held.reason THEN
    RETURN NULL;
  END IF;
  PERFORM public.append_changes(jsonb_build_array(jsonb_build_object(
    'subject_id', subject,
    'version', (SELECT coalesce(max(c.version), 0) + 1 FROM public.changes c WHERE c.subject_id = subject),
    'subject_type', 'history', 'action', 'history.redacted', 'actor_id', actor, 'actor_name', actor_name,
    'actor_role', actor_role, 'reason', why,
    'changes', jsonb_build_object('entry', jsonb_build_object('from', NULL, 'to', target),
      'hash', jsonb_build_object('from', NULL, 'to', held.hash)))));
  SELECT max(c.seq) INTO made FROM public.changes c;
  PERFORM set_config('daybook.redacting', target::text, true);
  UPDATE public.changes SET changes = left_of_it, reason = left_of_reason, redacted_by = made WHERE seq = target;
  PERFORM set_config('daybook.redacting', '', true);
  RETURN made;
END;
$$;

-- As before, but for an entry that is being redacted: its content may change then, and nothing else of it.
CREATE OR REPLACE FUNCTION refuse_to_change_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_LEVEL = 'ROW' THEN
    IF current_setting('daybook.redacting', true) = OLD.seq::text AND NEW.redacted_by IS NOT NULL
      AND to_jsonb(NEW) - '{changes,reason,redacted_by}'::text[] = to_jsonb(OLD) - '{changes,reason,redacted_by}'::text[]
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The audit trail only grows: % on % is refused.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'changes_append_only';
END;
$$;

DROP TRIGGER changes_append_only ON changes;

CREATE TRIGGER changes_append_only
  BEFORE DELETE OR TRUNCATE ON changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();

CREATE TRIGGER changes_append_only_rows
  BEFORE UPDATE ON changes
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

-- As before. An entry that was redacted, as a backup brings it, has the hash of what it was; whether another entry tells
-- of that is seen when the history is verified.
CREATE OR REPLACE FUNCTION refuse_to_break_history() RETURNS trigger LANGUAGE plpgsql SET enable_sort = off AS $$
DECLARE
  last_seq bigint;
  last_hash text;
BEGIN
  SELECT c.seq, c.hash INTO last_seq, last_hash FROM public.changes c ORDER BY c.seq DESC LIMIT 1;
  IF NEW.seq IS DISTINCT FROM coalesce(last_seq, 0) + 1
    OR NEW.previous_hash IS DISTINCT FROM coalesce(last_hash, repeat('0', 64))
    OR NEW.redacted_by IS NULL AND NEW.hash IS DISTINCT FROM public.change_hash(NEW.previous_hash,
      public.change_text(NEW.seq, NEW.subject_id, NEW.version, NEW.subject_type, NEW.action, NEW.actor_id,
        NEW.actor_name, NEW.actor_role, NEW.batch_id, NEW.changes, NEW.reason, NEW.created_at))
  THEN
    RAISE EXCEPTION 'The audit trail is a chain: entry % does not fit on the last one.', NEW.seq
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'changes_chained';
  END IF;
  RETURN NEW;
END;
$$;
