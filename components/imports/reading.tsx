import type { Locale } from '@/lib/i18n/locale';
import { importRowMessages } from '@/lib/i18n/messages/import-rows';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ReadNote, TableSketch } from '@/lib/imports/read/types';
import styles from './imports.module.css';

/** How a table was read, in a few words. */
export function howRead(
  table: Pick<TableSketch, 'format' | 'encoding' | 'delimiter' | 'headerRow'> & { columns?: number },
  locale: Locale,
): string {
  const { files: words, formats, and } = importMessages[locale];
  const signs: Partial<Record<string, string>> = words.delimiters;
  return [
    formats[table.format],
    ...(table.encoding ? [table.encoding.toUpperCase()] : []),
    ...(table.delimiter ? [signs[table.delimiter] ?? table.delimiter] : []),
    ...(['csv', 'xlsx'].includes(table.format) ? [words.headerRow(table.headerRow)] : []),
    ...(table.columns === undefined ? [] : [words.columnsCount(table.columns)]),
  ].join(and);
}

/** What was seen on reading a table. */
export function Notes({ notes, locale }: { notes: readonly ReadNote[]; locale: Locale }) {
  if (notes.length === 0) return '–';
  const words = importRowMessages[locale].notes;
  return (
    <ul className={styles.plain}>
      {notes.map(({ kind, count = 0, name = '' }) => (
        <li key={`${kind} ${name}`}>{words[kind](count, name)}</li>
      ))}
    </ul>
  );
}
