import 'server-only';
import { appendChanges } from '@/lib/audit/mutations';
import type { ChangeActor } from '@/lib/audit/types';
import { type Db, sql } from '@/lib/db/query';
import type { FieldChange } from '@/lib/edit/types';
import { recordId } from '@/lib/ids';
import type { Filled } from '../filling/queries';
import type { ImportedFigure } from './rows';

/** What of a figure names it in its data set: what is counted, where and when. */
export const nameOf = (one: ImportedFigure): string => {
  const slugged = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40);
  const metric = slugged(one.metric) || recordId('figure', one.metric).slice(0, 8);
  return [metric, slugged(one.placeId ?? 'all'), one.from, one.to].join('-');
};

/** What becomes of figures. `kept`: somebody edited them here, and they stay as they are. */
export type FiguresDone = { made: number; changed: number; unchanged: number; kept: number };

/** How figures are written: by which import, whom, from which source, and whether edited ones are kept. */
export type FiguresBy = { batchId: string; actor: ChangeActor; sourceId: string; keepEdited: boolean };

/** What of a figure an import says anew. */
type Said = { value: number; printed: string | null; source: string; locator: string | null };
type Before = Said & { version: number; edited: boolean };

/** The figure of that id as it is; null = there is none. */
async function readBefore(db: Db, id: string): Promise<Before | null> {
  const [found] = await db.query<Before>(sql`SELECT f.value, f.printed, s.ref AS source, f.locator, f.version,
      EXISTS (SELECT FROM changes c WHERE c.subject_id = f.id AND c.action <> 'figure.created'
        AND c.batch_id IS NULL) AS edited
    FROM reported_figures f JOIN sources s ON s.id = f.source_id WHERE f.id = ${id}::uuid`);
  return found ?? null;
}

const idOf = ({ slug }: Filled, one: ImportedFigure) => {
  const ref = `${slug}-${nameOf(one)}`;
  return { ref, id: recordId('figure', ref) };
};

/** What would become of figures. `dataset` null = it is not there yet. */
export async function countFigures(
  db: Db,
  dataset: Filled | null,
  figures: readonly ImportedFigure[],
  keepEdited: boolean,
): Promise<FiguresDone> {
  const done: FiguresDone = { made: 0, changed: 0, unchanged: 0, kept: 0 };
  for (const one of figures) {
    const before = dataset && (await readBefore(db, idOf(dataset, one).id));
    done[fateOf(before, one, keepEdited)] += 1;
  }
  return done;
}

function fateOf(before: Before | null, one: ImportedFigure, keepEdited: boolean): keyof FiguresDone {
  if (before === null) return 'made';
  if (before.value === one.value) return 'unchanged';
  return keepEdited && before.edited ? 'kept' : 'changed';
}

/** Writes figures of a data set: those that are not there are made, those that say something else are changed. */
export async function writeFigures(
  db: Db,
  dataset: Filled,
  figures: readonly ImportedFigure[],
  { batchId, actor, sourceId, keepEdited }: FiguresBy,
): Promise<FiguresDone> {
  const done: FiguresDone = { made: 0, changed: 0, unchanged: 0, kept: 0 };
  const [source] = await db.query<{ ref: string }>(sql`SELECT ref FROM sources WHERE id = ${sourceId}::uuid`);
  for (const one of figures) {
    const { ref, id } = idOf(dataset, one);
    const locator = `row ${one.row}`;
    await db.query(sql`SELECT FROM reported_figures WHERE id = ${id}::uuid FOR NO KEY UPDATE`);
    const before = await readBefore(db, id);
    const fate = fateOf(before, one, keepEdited);
    done[fate] += 1;
    if (fate === 'unchanged' || fate === 'kept') continue;
    // A figure that was deleted may come again: its history goes on.
    const [last] = await db.query<{ version: number }>(
      sql`SELECT coalesce(max(version), 0) AS version FROM changes WHERE subject_id = ${id}::uuid`,
    );
    const version = Math.max(before?.version ?? 0, last?.version ?? 0) + 1;
    if (before)
      await db.query(sql`UPDATE reported_figures SET value = ${one.value}, printed = ${one.printed},
        source_id = ${sourceId}::uuid, locator = ${locator}, version = ${version} WHERE id = ${id}::uuid`);
    else
      await db.query(sql`INSERT INTO reported_figures (id, ref, dataset_id, metric, label, value, bound, unit, place_id,
          from_day, to_day, printed, source_id, locator, version)
        VALUES (${id}::uuid, ${ref}, ${dataset.id}::uuid, ${one.metric}, ${one.label}, ${one.value}, 'exact', ${one.unit},
          ${one.placeId}, ${one.from}::date, ${one.to}::date, ${one.printed}, ${sourceId}::uuid, ${locator}, ${version})`);
    const now: Said = { value: one.value, printed: one.printed, source: source?.ref ?? '', locator };
    await appendChanges({ query: db.query }, [
      {
        subjectId: id,
        version,
        subjectType: 'figure',
        action: before ? 'figure.changed' : 'figure.created',
        actor,
        batchId,
        changes: before ? differences(before, now) : {},
        reason: null,
      },
    ]);
  }
  return done;
}

const differences = (before: Said, now: Said): Record<string, FieldChange> =>
  Object.fromEntries(
    (['value', 'printed', 'source', 'locator'] as const)
      .filter((field) => before[field] !== now[field])
      .map((field) => [field, { from: before[field], to: now[field] }]),
  );

type Noted = {
  id: string;
  ref: string;
  version: number;
  noted: number;
  action: string;
  changes: Partial<Record<keyof Said, FieldChange>>;
};

/** What taking figures back did. `left`: refs of those that were changed since. */
export type FiguresUndone = { removed: number; restored: number; left: string[] };

/** Takes the figures of an import away, or sets them back, but for those that were changed since. */
export async function undoFigures(db: Db, batchId: string, actor: ChangeActor): Promise<FiguresUndone> {
  const done: FiguresUndone = { removed: 0, restored: 0, left: [] };
  const rows = await db.query<Noted>(
    sql`SELECT f.id, f.ref, f.version, c.version AS noted, c.action, c.changes FROM changes c
      JOIN reported_figures f ON f.id = c.subject_id
      WHERE c.batch_id = ${batchId}::uuid AND c.subject_type = 'figure' ORDER BY f.ref FOR NO KEY UPDATE OF f`,
  );
  for (const { id, ref, version, noted, action, changes } of rows) {
    if (version !== noted) {
      done.left.push(ref);
      continue;
    }
    const made = action === 'figure.created';
    if (made) await db.query(sql`DELETE FROM reported_figures WHERE id = ${id}::uuid`);
    else await setBack(db, id, version + 1, changes);
    done[made ? 'removed' : 'restored'] += 1;
    const turned = Object.entries(changes).map(([field, { from, to }]) => [field, { from: to, to: from }]);
    await appendChanges({ query: db.query }, [
      {
        subjectId: id,
        version: version + 1,
        subjectType: 'figure',
        action: made ? 'figure.deleted' : 'figure.changed',
        actor,
        // Of the import still: nobody edited the figure.
        batchId,
        changes: Object.fromEntries(turned),
        reason: null,
      },
    ]);
  }
  return done;
}

/** Gives a figure the value, and the words and the source that it rests on, that it had before. */
async function setBack(db: Db, id: string, version: number, changes: Noted['changes']): Promise<void> {
  const { value, printed, source, locator } = changes;
  await db.query(sql`UPDATE reported_figures f SET version = ${version},
      value = ${value ? value.from : sql`f.value`}, printed = ${printed ? printed.from : sql`f.printed`},
      locator = ${locator ? locator.from : sql`f.locator`},
      source_id = coalesce((SELECT s.id FROM sources s WHERE s.ref = ${source ? source.from : null}), f.source_id)
    WHERE f.id = ${id}::uuid`);
}
