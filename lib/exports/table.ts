import type { Column } from './columns';
import { byteOrderMark, csvLine } from './csv';

/** About how many characters of a file are handed on at once. */
export const pieceLength = 64 * 1024;

/** A table as CSV, in pieces: its header, then its rows as they come. */
export async function* csvTable<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  options: { bom?: boolean } = {},
): AsyncGenerator<string> {
  yield (options.bom ? byteOrderMark : '') + csvLine(columns.map(({ name }) => name));
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) {
      text += csvLine(columns.map(({ cell }) => cell(row)));
      if (text.length < pieceLength) continue;
      yield text;
      text = '';
    }
    if (text !== '') yield text;
  }
}

/** Batches as they come, with the number of their rows told when all have come. */
export async function* counted<Row>(
  batches: AsyncIterable<readonly Row[]>,
  tell: (rows: number) => void,
): AsyncGenerator<readonly Row[]> {
  let rows = 0;
  for await (const batch of batches) {
    rows += batch.length;
    yield batch;
  }
  tell(rows);
}
