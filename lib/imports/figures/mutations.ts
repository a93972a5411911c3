import 'server-only';
import { appendChanges } from '@/lib/audit/mutations';
import type { ChangeActor } from '@/lib/audit/types';
import { type Db, sql } from '@/lib/db/query';
import { recordId } from '@/lib/ids';
import type { Filled } from '../filling/queries';
import type { ImportedFigure } from './rows';

/** What of a figure names it in its data set: what is counted, where and when. */
const refOf = ({ slug }: Filled, one: ImportedFigure): string => {
  const slugged = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40);
  const metric = slugged(one.metric) || recordId('figure', one.metric).slice(0, 8);
  return [slug, metric, slugged(one.placeId ?? 'all'), one.from, one.to].join('-');
};

/** What became of figures. */
export type FiguresDone = { made: number; changed: number; unchanged: number };

/** Writes figures of a data set: those that are not there are made, those that say something else are changed. */
export async function writeFigures(
  db: Db,
  dataset: Filled,
  sourceId: string,
  figures: readonly ImportedFigure[],
  { batchId, actor }: { batchId: string; actor: ChangeActor },
): Promise<FiguresDone> {
  const done: FiguresDone = { made: 0, changed: 0, unchanged: 0 };
  for (const one of figures) {
    const ref = refOf(dataset, one);
    const id = recordId('figure', ref);
    const [before] = await db.query<{ value: number; version: number }>(
      sql`SELECT value, version FROM reported_figures WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    );
    if (before && before.value === one.value) {
      done.unchanged += 1;
      continue;
    }
    if (before)
      await db.query(sql`UPDATE reported_figures SET value = ${one.value}, printed = ${one.printed},
        source_id = ${sourceId}::uuid, locator = ${`row ${one.row}`}, version = version + 1 WHERE id = ${id}::uuid`);
    else
      await db.query(sql`INSERT INTO reported_figures (id, ref, dataset_id, metric, label, value, bound, unit, place_id,
          from_day, to_day, printed, source_id, locator)
        VALUES (${id}::uuid, ${ref}, ${dataset.id}::uuid, ${one.metric}, ${one.label}, ${one.value}, 'exact', ${one.unit},
          ${one.placeId}, ${one.from}::date, ${one.to}::date, ${one.printed}, ${sourceId}::uuid, ${`row ${one.row}`})`);
    done[before ? 'changed' : 'made'] += 1;
    // A figure that was deleted may come again: its history goes on.
    const [last] = await db.query<{ version: number }>(
      sql`SELECT coalesce(max(version), 0) AS version FROM changes WHERE subject_id = ${id}::uuid`,
    );
    const version = Math.max(before?.version ?? 0, last?.version ?? 0) + 1;
    if (version > 1)
      await db.query(sql`UPDATE reported_figures SET version = ${version} WHERE id = ${id}::uuid`);
    await appendChanges({ query: db.query }, [
      {
        subjectId: id,
        version,
        subjectType: 'figure',
        action: before ? 'figure.changed' : 'figure.created',
        actor,
        batchId,
        changes: before ? { value: { from: before.value, to: one.value } } : {},
        reason: null,
      },
    ]);
  }
  return done;
}

/** Takes the figures of an import away, or sets them back, but for those that were changed since. Returns how many. */
export async function undoFigures(db: Db, batchId: string, actor: ChangeActor): Promise<number> {
  const rows = await db.query<{ id: string; version: number; action: string; before: number | null }>(
    sql`SELECT f.id, f.version, c.action, (c.changes #>> '{value,from}')::numeric AS before FROM changes c
      JOIN reported_figures f ON f.id = c.subject_id AND f.version = c.version
      WHERE c.batch_id = ${batchId}::uuid AND c.subject_type = 'figure' FOR NO KEY UPDATE OF f`,
  );
  for (const { id, version, action, before } of rows) {
    if (action === 'figure.created') await db.query(sql`DELETE FROM reported_figures WHERE id = ${id}::uuid`);
    else
      await db.query(sql`UPDATE reported_figures SET value = ${before}, version = ${version + 1}
        WHERE id = ${id}::uuid`);
    await appendChanges({ query: db.query }, [
      {
        subjectId: id,
        version: version + 1,
        subjectType: 'figure',
        action: action === 'figure.created' ? 'figure.deleted' : 'figure.changed',
        actor,
        batchId: null,
        changes: {},
        reason: null,
      },
    ]);
  }
  return rows.length;
}
