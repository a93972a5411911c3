import 'server-only';
import { fileFault } from './faults';
import { type FirstRows, findHeader, firstRows, type Header } from './header';
import type { Source } from './source';
import { sourcesOf } from './sources';
import type { FileOnDisk, OpenTable, ReadOptions, RowBatch, TableSketch } from './types';

/** Rows of a table that are shown before it is read. */
const sampleRows = 50;

/** Rows that are looked at to tell the header; a few lines may stand above it. */
const lookedAt = 100;

/**
 * All tables of a file with their first rows, how they were read, and what is to be asked. Its kind is told by its
 * bytes; its name only decides between texts.
 * Throws an `AppError` whose `details` are `FileFaultDetails` where it can't be read, `empty` where it has no table.
 */
export async function sketchFile(file: FileOnDisk, options: ReadOptions = {}): Promise<TableSketch[]> {
  const sketches: TableSketch[] = [];
  for await (const { source, first, header } of tablesOf(file, options)) {
    const sample = first.filter(({ number }) => number > header.headerRow).slice(0, sampleRows);
    const { format, encoding, delimiter, notes, questions, name } = source;
    const widest = Math.max(header.headers?.length ?? 0, ...sample.map(({ cells }) => cells.length));
    sketches.push({
      name,
      format,
      encoding,
      delimiter,
      ...header,
      notes,
      sample,
      columns: widest,
      questions,
    });
  }
  return sketches;
}

/**
 * The tables of a file one after another, their rows to be read as they are asked for, so that memory does not grow
 * with them. A table can be read until the next one is asked for. Throws like `sketchFile`, also amid the rows.
 */
export async function* openTables(file: FileOnDisk, options: ReadOptions = {}): AsyncGenerator<OpenTable> {
  for await (const { source, header } of tablesOf(file, options)) {
    const { name, format, encoding, delimiter, notes } = source;
    const rows = () => rowsAfter(source.rows(), header.headerRow);
    yield { name, format, encoding, delimiter, ...header, rows, notes };
  }
}

type Found = { source: Source; first: FirstRows; header: Header };

async function* tablesOf(file: FileOnDisk, options: ReadOptions): AsyncGenerator<Found> {
  let found = 0;
  for await (const source of sourcesOf(file, options)) {
    const first = await firstRows(source, lookedAt);
    if (first.length === 0) continue;
    found++;
    yield { source, first, header: findHeader(source, first, options.headerRow) };
  }
  if (found === 0) throw fileFault('empty', { file: file.name });
}

/** The rows below the header. */
async function* rowsAfter(all: AsyncGenerator<RowBatch>, headerRow: number): AsyncGenerator<RowBatch> {
  for await (const batch of all) {
    if ((batch.numbers[0] ?? 0) > headerRow) {
      yield batch;
      continue;
    }
    const from = batch.numbers.findIndex((number) => number > headerRow);
    if (from === -1) continue;
    yield { ...batch, rows: batch.rows.slice(from), numbers: batch.numbers.slice(from) };
  }
}
