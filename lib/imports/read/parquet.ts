import { stat } from 'node:fs/promises';
import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { checkGrowth } from './bytes';
import { decode } from './encodings';
import { fileFault } from './faults';
import { momentText, plain } from './numbers';
import type { Source } from './source';
import { hasSuspectMarks } from './text';
import { type FileOnDisk, limits, type RowBatch } from './types';

/** Rows that are read at once. */
const rowsAtOnce = 50_000;

/** Unpacked bytes of one group of rows, which is read as a whole. */
const largestGroup = 1_000_000_000;

/** A Parquet file as a table; its groups of rows are read one after another. Throws `damaged`, `bomb`, `too-large`. */
export async function parquetSource({ name, path }: FileOnDisk): Promise<Source> {
  const { size } = await stat(path);
  if (size > limits.file) throw fileFault('too-large', { file: name, limit: limits.file });
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((thrown) => {
    throw fileFault(/magic|footer/i.test(String(thrown)) ? 'truncated' : 'damaged', { file: name }, thrown);
  });
  let unpacked = 0;
  for (const { total_byte_size } of metadata.row_groups) {
    unpacked += Number(total_byte_size);
    if (total_byte_size > largestGroup) throw fileFault('too-large', { file: name, limit: largestGroup });
  }
  checkGrowth(unpacked, size, name);
  return {
    name,
    format: 'parquet',
    encoding: null,
    delimiter: null,
    headers: parquetSchema(metadata).children.map(({ element }) => element.name),
    rows: () => parquetRows(name, file, metadata),
    notes: [],
    questions: [],
  };
}

async function* parquetRows(
  name: string,
  file: Awaited<ReturnType<typeof asyncBufferFromFile>>,
  metadata: FileMetaData,
): AsyncGenerator<RowBatch> {
  let before = 0;
  for (const group of metadata.row_groups) {
    const end = before + Number(group.num_rows);
    for (let from = before; from < end; from += rowsAtOnce) {
      const to = Math.min(end, from + rowsAtOnce);
      const rows = await new Promise<string[][]>((resolve, reject) => {
        parquetRead({
          file,
          metadata,
          compressors,
          parsers: { stringFromBytes: bytesText },
          rowStart: from,
          rowEnd: to,
          onComplete: (values: unknown[][]) => resolve(values.map((row) => row.map(valueText))),
        }).catch(reject);
      }).catch((thrown) => {
        throw fileFault('damaged', { file: name, row: from + 1 }, thrown);
      });
      yield {
        rows,
        numbers: rows.map((_, i) => from + i + 1),
        suspect: rows.some((cells) => cells.some((one) => one.length > limits.cell || hasSuspectMarks(one))),
      };
    }
    before = end;
  }
}

/** Any value of a Parquet file as text; '' = null. Lists are joined by `; `, structures are JSON. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plain(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return momentText(value);
  if (value instanceof Uint8Array) return bytesText(value);
  if (Array.isArray(value)) return value.map(valueText).join('; ');
  return JSON.stringify(value, (_, one) =>
    typeof one === 'bigint' || one instanceof Uint8Array ? valueText(one) : one,
  );
}

/** Bytes as the text that they are in UTF-8, else as digits to the base of 16. */
function bytesText(value: Uint8Array | undefined): string {
  const bytes = Buffer.from(value ?? []);
  return decode(bytes, 'utf-8') ?? bytes.toString('hex');
}
