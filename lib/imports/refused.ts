import 'server-only';
import { csvLine } from '@/lib/exports/csv';
import { ruleWords } from '@/lib/i18n/messages/import-rules';
import type { RowRule } from './convert/types';
import { addedColumns, isAdded } from './files';
import type { Watch } from './watch';

/** Bytes of a piece. */
const pieceSize = 1_000_000;

/**
 * Writes the rows that are refused as a CSV file, with the reason beside each, so that they can be mended and imported
 * again. `write` gets the pieces of the file in their order. Rows of a table with other columns begin with a header again.
 */
export function refusedWriter(write: (piece: Buffer, part: number) => Promise<void>): {
  refused: NonNullable<Watch['refused']>;
  end: () => Promise<void>;
} {
  let text = '\uFEFF';
  let part = 0;
  let headed = '';
  const flush = async () => {
    let bytes = Buffer.from(text);
    text = '';
    while (bytes.length > 0) {
      await write(bytes.subarray(0, pieceSize), part);
      bytes = bytes.subarray(pieceSize);
      part += 1;
    }
  };
  return {
    async refused(table, headers, cells, row, notes) {
      const own = headers.filter((name) => !isAdded(name));
      const head = csvLine([...own, ...addedColumns]);
      if (head !== headed) text += head;
      headed = head;
      const kept = cells.filter((_, index) => !isAdded(headers[index] ?? ''));
      while (kept.length < own.length) kept.push('');
      const reason = notes
        .map(({ rule, column, value }) => ruleWords(rule as RowRule, column, value).en)
        .join(' ');
      text += csvLine([...kept.slice(0, own.length), table, row, reason]);
      if (text.length > pieceSize) await flush();
    },
    async end() {
      if (headed !== '') await flush();
    },
  };
}
