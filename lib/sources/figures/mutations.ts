import 'server-only';
import { randomUUID } from 'node:crypto';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, type Sql, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { diffRecords } from '@/lib/edit/diff';
import {
  careOf,
  missingNames,
  noteChange,
  placeIds,
  requireDataset,
  requireVersion,
  sourceIds,
} from '@/lib/edit/mutations';
import type { FieldChange, Saved } from '@/lib/edit/types';
import { recordId } from '@/lib/ids';
import { personalDataInFigure } from '../edit/form';
import type { FigureInput } from '../edit/input';
import { readEditableFigure } from '../edit/queries';
import type { EditedFigure } from '../edit/types';

/**
 * Makes a reported figure, which readers see at once.
 * @throws AppError `invalid` naming the place, the source and the data set that there is not; `conflict` with a `Doubt`
 * when it holds what looks like personal data without a reason.
 */
export async function createFigure(viewer: Viewer, input: FigureInput<'create'>): Promise<Saved> {
  const actor = actorOf(viewer, 'edit');
  const { figure } = input;
  const changes = careOf(personalDataInFigure(figure), input.careReason);
  return transaction(async (db) => {
    const { prefix, values } = await rowOf(db, figure);
    const ref = `${prefix}${figure.metric.replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
    const id = recordId('figure', ref);
    await db.query(sql`INSERT INTO reported_figures (id, ref, dataset_id, metric, label, label_zh, value, bound, unit,
        place_id, from_day, to_day, printed, source_id, locator)
      VALUES (${id}::uuid, ${ref}, ${values})`);
    await noteChange(db, actor, { type: 'figure', id, version: 1, did: 'created', changes, reason: null });
    return { ref, version: 1, status: 'published' };
  });
}

/**
 * Changes a reported figure from the version that was opened to the next. Without a difference nothing is done.
 * @throws AppError `conflict` with a `Doubt` when it was changed meanwhile, or as above; `not-found`, `forbidden`.
 */
export async function updateFigure(
  viewer: Viewer,
  input: FigureInput<'update'>,
  did: 'changed' | 'restored' = 'changed',
): Promise<Saved> {
  const actor = actorOf(viewer, 'edit');
  return transaction(async (db) => {
    const { id, ...open } = await readEditableFigure(db, input.ref, viewer, { lock: true });
    requireVersion(open, input.version);
    const { figure, reason } = input;
    const { ref, status } = open;
    const changes: Record<string, FieldChange> = diffRecords(open.figure, figure);
    if (Object.keys(changes).length === 0) return { ref, status, version: open.version };
    const { values } = await rowOf(db, figure);
    Object.assign(changes, careOf(personalDataInFigure(figure), input.careReason));
    const version = open.version + 1;
    await db.query(sql`UPDATE reported_figures SET (dataset_id, metric, label, label_zh, value, bound, unit, place_id,
        from_day, to_day, printed, source_id, locator) = ROW(${values}), version = ${version}
      WHERE id = ${id}::uuid`);
    await noteChange(db, actor, { type: 'figure', id, version, did, changes, reason });
    return { ref, status, version };
  });
}

/**
 * Deletes a reported figure; the history keeps what it was.
 * @throws AppError `conflict` with a `Doubt` when it was changed meanwhile; `not-found`, `forbidden`.
 */
export async function deleteFigure(viewer: Viewer, input: FigureInput<'delete'>): Promise<Saved> {
  const actor = actorOf(viewer, 'edit');
  return transaction(async (db) => {
    const { id, ...open } = await readEditableFigure(db, input.ref, viewer, { lock: true });
    requireVersion(open, input.version);
    const { ref, figure } = open;
    const changes = Object.fromEntries(
      Object.entries({ ref, ...figure })
        .filter(([, value]) => value !== null)
        .map(([field, value]) => [field, { from: value, to: null }]),
    );
    const version = open.version + 1;
    await db.query(sql`DELETE FROM reported_figures WHERE id = ${id}::uuid`);
    await noteChange(db, actor, {
      type: 'figure',
      id,
      version,
      did: 'deleted',
      changes,
      reason: input.reason,
    });
    return { ref, version, status: 'withdrawn' };
  });
}

/** The values of the columns in the order in which the statements above name them, and how its ref begins. */
async function rowOf(db: Db, one: EditedFigure): Promise<{ prefix: string; values: Sql }> {
  const dataset = one.dataset === null ? null : await requireDataset(db, one.dataset);
  const [sources, places] = [await sourceIds(db, [one.source]), await placeIds(db, [one.placeId])];
  const named = missingNames();
  named.require('placeId', one.placeId, places.has(one.placeId ?? ''));
  named.require('source', one.source, sources.has(one.source));
  named.done();
  const values = sql`${dataset?.id ?? null}::uuid, ${one.metric}, ${one.label}, ${one.labelZh},
    ${one.value}::numeric, ${one.bound}, ${one.unit}, ${one.placeId}, ${one.from}::date, ${one.to}::date, ${one.printed},
    ${sources.get(one.source)}::uuid, ${one.locator}`;
  return { prefix: dataset ? `${dataset.prefix}-` : '', values };
}
