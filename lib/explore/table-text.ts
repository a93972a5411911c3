import { csvLine } from '@/lib/exports/csv';
import type { TableColumn } from './columns';
import type { Coded, TableRow } from './table';

/** What stands between several values in one cell. */
const between = '; ';

const labels = (items: readonly Coded[]) => items.map(({ label }) => label).join(between);

/** A cell of the table as text; several values joined by `; `. Pure. */
export function cellText(row: TableRow, column: TableColumn): string {
  switch (column) {
    case 'type':
      return row.type.label;
    case 'orders':
    case 'offices':
    case 'issues':
    case 'groups':
    case 'responses':
    case 'forms':
    case 'targets':
      return labels(row[column]);
    case 'source':
      return row.sources.map(({ label }) => label).join(between);
    default:
      return row[column];
  }
}

/** A table of texts: what stands in its head, and a line a row. */
export type TextTable = { head: readonly string[]; lines: readonly (readonly string[])[] };

/** Rows of the table in some of its columns, in words. Pure. */
export function textTable(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  names: Record<TableColumn, string>,
): TextTable {
  return {
    head: columns.map((column) => names[column]),
    lines: rows.map((row) => columns.map((column) => cellText(row, column))),
  };
}

/** The same with a last column of the given name: `true` = the record is made up, else `false`. Pure. */
export function withSynthetic(table: TextTable, rows: readonly TableRow[], name: string): TextTable {
  return {
    head: [...table.head, name],
    lines: table.lines.map((cells, index) => [...cells, String(rows[index]?.synthetic ?? false)]),
  };
}

/** Rows for the clipboard, in the columns shown; where any of them is made up, a last column says which. Pure. */
export function copiedText(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  names: Record<TableColumn, string>,
  synthetic: string,
): string {
  const table = textTable(rows, columns, names);
  return tsvOf(rows.some((row) => row.synthetic) ? withSynthetic(table, rows, synthetic) : table);
}

/** First characters that make a spreadsheet read a pasted cell as a formula, full-width forms too. */
const formulaStart = /^[=+\-@＝＋－＠]/;

/**
 * A table as tab-separated text, as spreadsheets take it from the clipboard. Tabs and line ends inside a cell become
 * blanks; a cell that would be taken for a formula gets an apostrophe before it. Pure.
 */
export function tsvOf({ head, lines }: TextTable): string {
  return [head, ...lines].map((cells) => `${cells.map(tsvCell).join('\t')}\n`).join('');
}

function tsvCell(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return formulaStart.test(flat) ? `'${flat}` : flat;
}

/** A table as CSV (RFC 4180), safe against formulas. Pure. */
export function csvOf({ head, lines }: TextTable): string {
  return [head, ...lines].map((cells) => csvLine(cells)).join('');
}
