import 'server-only';
import { bulkTransaction } from '@/lib/db/bulk';
import { database } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import { makeLocator } from '@/lib/places/locate';
import { listAllPlaces } from '@/lib/places/queries';
import { makePlaceFinder } from '../convert/places';
import type { RowNote, RowRule, RowWarning } from '../convert/types';
import { columnNames } from '../files';
import { addCountries, commitBatch, ensureDataset, ensureSource } from '../filling/mutations';
import { readDataset } from '../filling/queries';
import type { FigureMapping } from '../plan';
import { openTables } from '../read/open';
import { countsFrom1904 } from '../read/types';
import { RowsRefused } from '../refusal';
import { Groups, type ImportReport } from '../report';
import type { ImportWork } from '../work';
import { countFigures, nameOf, writeFigures } from './mutations';
import { type ImportedFigure, makeFigureConverter } from './rows';

/** Most totals that one import may bring. */
const most = 200_000;

/** Reads the totals of all tables; with `write` they are written as one batch, all or nothing. */
export async function runFigures(
  work: ImportWork,
  mapping: FigureMapping,
  { write }: { write: boolean },
): Promise<ImportReport> {
  const begun = Date.now();
  const { figures, report } = await readFigures(work, mapping);
  const seconds = () => (Date.now() - begun) / 1000;
  const { plan, batch, actor } = work;
  const keepEdited = plan.edited === 'keep';
  if (!write) {
    const dataset = await readDataset(database, plan.dataset);
    return { ...report, ...(await countFigures(database, dataset, figures, keepEdited)), seconds: seconds() };
  }
  if (report.refused > 0 && !plan.withoutRefused) throw new RowsRefused(report);
  if (figures.length === 0) throw new AppError('invalid', importFaults.nothingToWrite);
  return bulkTransaction(
    async (db) => {
      const dataset = await ensureDataset(db, plan.dataset);
      const sourceId = await ensureSource(db, dataset, batch);
      const countries = figures.flatMap(({ placeId }) => (placeId?.length === 2 ? [placeId] : []));
      await addCountries(db, new Set(countries));
      const by = { batchId: batch.id, actor, sourceId, keepEdited };
      const written = await writeFigures(db, dataset, figures, by);
      const done = { ...report, ...written, seconds: seconds() };
      await commitBatch(db, work, dataset, done);
      return done;
    },
    { keep: true, stop: work.stop },
  );
}

async function readFigures(
  { files, plan, watch }: ImportWork,
  mapping: FigureMapping,
): Promise<{ figures: ImportedFigure[]; report: ImportReport }> {
  const places = makePlaceFinder(await listAllPlaces(database), mapping.place?.decided ?? [], makeLocator());
  const faults = new Groups<RowRule>();
  const warnings = new Groups<RowWarning>();
  const figures: ImportedFigure[] = [];
  const tables: ImportReport['tables'] = [];
  let [rows, refused] = [0, 0];
  const seen = new Set<string>();
  /** Of two rows for one total neither can be told to be right: the second is refused. */
  const repeated = (one: ImportedFigure): RowNote<RowRule>[] => {
    const named = nameOf(one);
    if (!seen.has(named)) {
      seen.add(named);
      return [];
    }
    const column = 'column' in mapping.period ? mapping.period.column : mapping.period.year;
    return [
      { rule: 'duplicate-id', column, value: [one.metric, one.placeId, one.from].filter(Boolean).join(', ') },
    ];
  };
  for (const file of files)
    for await (const table of openTables(file, plan.read)) {
      if (plan.withoutTables.includes(table.name)) continue;
      const { name, format, encoding, delimiter, headerRow, notes } = table;
      const told = { name, format, encoding, delimiter, headerRow, rows: 0, notes };
      tables.push(told);
      const headers = columnNames({ headers: table.headers, columns: 0 }, plan);
      const convert = makeFigureConverter(mapping, headers, places, countsFrom1904(table));
      for await (const batch of table.rows()) {
        for (const [index, cells] of batch.rows.entries()) {
          const row = batch.numbers[index] ?? 0;
          rows += 1;
          told.rows += 1;
          const made = convert(cells, row);
          const notes = Array.isArray(made) ? made : repeated(made);
          if (notes.length === 0) {
            figures.push(made as ImportedFigure);
            continue;
          }
          refused += 1;
          for (const fault of notes) faults.add(fault, name, row);
          await watch.refused?.(name, headers, cells, row, notes);
        }
        if (figures.length > most) throw new AppError('invalid', importFaults.tooManyFigures);
        await watch.tell(rows);
      }
    }
  const report: ImportReport = {
    tables,
    rows,
    skipped: 0,
    accepted: figures.length,
    refused,
    made: 0,
    changed: 0,
    unchanged: 0,
    kept: 0,
    faults: faults.list(),
    warnings: warnings.list(),
    moreGroups: faults.more,
    changedFields: [],
    changedSample: [],
    likely: { count: 0, sample: [] },
    sample: [],
    seconds: 0,
  };
  return { figures, report };
}
