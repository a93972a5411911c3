import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { AppError } from '@/lib/errors';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { redactionMessages } from '@/lib/i18n/messages/redaction';
import { type RedactionInput, redactionInput } from './input';

/** Place in the history of the entry that tells of it. */
export type Redacted = { told: number };

/**
 * Takes passages out of an entry of the history for good: `[…]` stands in their place, in every text of its changes and
 * in its reason. The entry keeps its hash, and another one tells of it. What the record itself holds is not touched.
 * @throws AppError `invalid` where there is no such entry or it holds none of the passages; `unauthenticated`,
 * `forbidden`.
 */
export async function redactEntry(
  viewer: Viewer,
  { entry, passages, reason }: RedactionInput,
): Promise<Redacted> {
  const { id, name, role } = actorOf(viewer, 'redact-history');
  // The longest first, so that one that is a part of another leaves nothing of that behind.
  const ordered = passages.toSorted((a, b) => b.length - a.length);
  const [row] = await transaction((db) =>
    db.query<{ told: number | null }>(
      sql`SELECT redact_change(${entry}::bigint, ${ordered}::text[], ${id}::uuid, ${name}, ${role}, ${reason}) AS told`,
    ),
  );
  if (row?.told) return { told: row.told };
  const message = { en: redactionMessages.en.holdsNone(entry), zh: redactionMessages.zh.holdsNone(entry) };
  throw new AppError('invalid', message, {
    fields: [{ field: 'passages', value: '', message: message.en }],
  });
}

/** Takes passages out of an entry of the history: `{ entry, passages, reason }`. @throws AppError as `redactEntry` does. */
export async function handleRedact(body: unknown, { viewer, locale }: Sender): Promise<Redacted> {
  return redactEntry(viewer, readInput(redactionInput, body, redactionMessages[locale].problems));
}
