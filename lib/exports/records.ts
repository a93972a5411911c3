import 'server-only';
import { type OpenSnapshot, openSnapshot } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import type { ExportedIncident } from '@/lib/incidents/packed';
import { streamIncidents } from '@/lib/incidents/queries';
import {
  aboutExport,
  type ExportAbout,
  type ExportSummary,
  type IncidentExport,
  summariseExport,
} from './about';
import { arrowPieces } from './arrow';
import { openGate } from './care/gate';
import { type RecordFormat, sheetLimits } from './formats';
import {
  type BareRecords,
  csvPieces,
  geojsonPieces,
  jsonPieces,
  ndjsonPieces,
  type RecordsToWrite,
} from './incidents';
import { xlsxPieces } from './incidents-workbook';
import type { RecordOptions } from './options';
import { packagePieces } from './package/files';
import { parquetPieces } from './parquet';
import { countLongCells, listPlacePoints } from './queries';
import type { Piece } from './zip';

/** An export that is ready to be sent: what could be refused has been looked at. */
export type OpenExport = {
  about: ExportSummary;
  /** Of how many texts numbers or addresses of persons were held back: of the whole file once it was read to its end. */
  textsHeld: () => number;
  /** The file. Read to its end or given up (`return`), it frees what it holds; not begun, `close` does. */
  pieces: AsyncGenerator<Piece>;
  close: () => Promise<void>;
};

/**
 * Opens an export of the records of a selection in a format, all from one snapshot. Incidents of data sets that are
 * not redistributable are left out and counted; whatever text leaves goes through the gate (`care/gate`).
 * @throws AppError `invalid` where the format can't hold the records, before anything is written.
 */
export async function openExport(
  format: RecordFormat,
  wanted: IncidentExport,
  options: RecordOptions,
): Promise<OpenExport> {
  const db = await openSnapshot();
  try {
    const { selection, viewer } = wanted;
    const gate = openGate(db, viewer);
    const rowsOf = ({ counts }: ExportSummary) => {
      const rows = streamIncidents(db, selection.filters, viewer, selection.view.sort);
      return begun(gate.pass('incidents', exactly(counts.exported, rows)));
    };
    const opened = (about: ExportSummary, pieces: AsyncGenerator<Piece>): OpenExport => ({
      about,
      textsHeld: gate.textsHeld,
      pieces: closing(db, pieces),
      close: () => db.close(false),
    });
    if (format === 'csv' || format === 'ndjson') {
      const about = await summariseExport(db, wanted);
      const write: BareRecords = { wanted, options, rows: await rowsOf(about) };
      return opened(about, format === 'csv' ? csvPieces(write) : ndjsonPieces(write));
    }
    const about = await aboutExport(db, wanted);
    if (format === 'xlsx') {
      const refusal = sheetRefusal(about.counts.exported, await longCells(db, wanted, about), wanted.locale);
      if (refusal) throw refusal;
    }
    const write: RecordsToWrite = { wanted, options, about, rows: await rowsOf(about), gate };
    return opened(about, await written(format, db, write));
  } catch (thrown) {
    await db.close(false);
    throw thrown;
  }
}

async function written(
  format: Exclude<RecordFormat, 'csv' | 'ndjson'>,
  db: OpenSnapshot,
  write: RecordsToWrite,
): Promise<AsyncGenerator<Piece>> {
  switch (format) {
    case 'json':
      return jsonPieces(write);
    case 'parquet':
      return parquetPieces(write);
    case 'arrow':
      return arrowPieces(write);
    case 'geojson':
      return geojsonPieces(write, await listPlacePoints(db));
    case 'xlsx':
      return xlsxPieces(write);
    case 'zip':
      return packagePieces(db, write);
  }
}

/** Long texts are looked for only where the rows would fit. */
async function longCells(
  db: OpenSnapshot,
  { selection, viewer }: IncidentExport,
  { counts }: ExportAbout,
): Promise<number> {
  return counts.exported < sheetLimits.rows ? countLongCells(db, selection.filters, viewer) : 0;
}

/** Why a sheet can't hold so many incidents, so many of which have a text too long for a cell; null = it can. */
export function sheetRefusal(count: number, tooLong: number, locale: Locale): AppError | null {
  const t = exportMessages[locale].files;
  const number = (value: number) => formatNumber(value, locale);
  // One row is the header.
  const most = sheetLimits.rows - 1;
  const message =
    count > most
      ? t.tooManyRows(number(count), number(most))
      : tooLong > 0
        ? t.longCells(number(tooLong), number(sheetLimits.characters))
        : null;
  return message === null
    ? null
    : new AppError('invalid', message, { fields: [{ field: 'format', value: 'xlsx', message }] });
}

/** Rows as they come; throws at the end where they are not as many as were counted in the same snapshot. */
async function* exactly(
  count: number,
  batches: AsyncIterable<ExportedIncident[]>,
): AsyncGenerator<ExportedIncident[]> {
  let seen = 0;
  for await (const rows of batches) {
    seen += rows.length;
    yield rows;
  }
  if (seen !== count) throw new Error(`an export of ${count} incidents read ${seen}`);
}

/** The same batches, the first of them read already, so that a question that can't be answered is refused at once. */
async function begun<Batch>(batches: AsyncGenerator<Batch>): Promise<AsyncGenerator<Batch>> {
  const first = await batches.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* batches;
  })();
}

/** The pieces of a file; the snapshot is closed when they end, break or are given up. */
async function* closing(db: OpenSnapshot, pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  let whole = false;
  try {
    yield* pieces;
    whole = true;
  } finally {
    await db.close(whole);
  }
}
