import 'server-only';
import { randomUUID } from 'node:crypto';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { diffRecords } from '@/lib/edit/diff';
import { careOf, noteChange, requireVersion } from '@/lib/edit/mutations';
import type { FieldChange, Saved } from '@/lib/edit/types';
import { recordId } from '@/lib/ids';
import { personalDataInSource } from './form';
import type { SourceInput } from './input';
import { readEditableSource } from './queries';
import { sourceRef } from './ref';
import type { EditedSource } from './types';

/**
 * Makes a source, which readers see at once.
 * @throws AppError `conflict` with a `Doubt` when it holds what looks like personal data without a reason.
 */
export function createSource(viewer: Viewer, { source, careReason }: SourceInput<'create'>): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  const changes = careOf(personalDataInSource(source), careReason);
  return transaction(async (db) => {
    const plain = sourceRef(source, null);
    // A ref is given once: whoever makes one of the same name waits here.
    await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${plain}, 0))`);
    const taken = await db.query(sql`SELECT FROM sources WHERE ref = ${plain}`);
    const ref = taken.length === 0 ? plain : sourceRef(source, randomUUID().slice(0, 8));
    const id = recordId('source', ref);
    await db.query(sql`INSERT INTO sources (id, ref, outlet, headline, headline_zh, published_on, url, archive_url, kind,
        language, note)
      VALUES (${id}::uuid, ${ref}, ${values(source)})`);
    await noteChange(db, actor, { type: 'source', id, version: 1, did: 'created', changes, reason: null });
    return { ref, version: 1, status: 'published' };
  });
}

/**
 * Changes a source from the version that was opened to the next. Without a difference nothing is done.
 * @throws AppError `conflict` with a `Doubt` when it was changed meanwhile, or as above; `not-found`, `forbidden`.
 */
export async function updateSource(
  viewer: Viewer,
  input: SourceInput<'update'>,
  did: 'changed' | 'restored' = 'changed',
): Promise<Saved> {
  const actor = actorOf(viewer, 'edit');
  return transaction(async (db) => {
    const { id, ...open } = await readEditableSource(db, input.ref, viewer, { lock: true });
    requireVersion(open, input.version);
    const { source, reason } = input;
    const { ref, status } = open;
    const changes: Record<string, FieldChange> = diffRecords(open.source, source);
    if (Object.keys(changes).length === 0) return { ref, status, version: open.version };
    Object.assign(changes, careOf(personalDataInSource(source), input.careReason));
    const version = open.version + 1;
    await db.query(sql`UPDATE sources SET (outlet, headline, headline_zh, published_on, url, archive_url, kind, language,
        note) = ROW(${values(source)}), version = ${version}
      WHERE id = ${id}::uuid`);
    await noteChange(db, actor, { type: 'source', id, version, did, changes, reason });
    return { ref, status, version };
  });
}

/** The values of the columns in the order in which the statements above name them. */
const values = (one: EditedSource) => sql`${one.outlet}, ${one.headline}, ${one.headlineZh},
  ${one.publishedOn}::date, ${one.url}, ${one.archiveUrl}, ${one.kind}, ${one.language}, ${one.note}`;
