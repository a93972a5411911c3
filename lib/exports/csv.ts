/** A value of a cell. Null = empty. Numbers and booleans are written as they are. */
export type CellValue = string | number | boolean | null;

/** The mark that tells Excel that a file is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** First characters that make a spreadsheet read a cell as a formula, full-width forms too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One line of a CSV file (RFC 4180, ends with CRLF). Texts that a spreadsheet would take for a formula get an
 * apostrophe before them; numbers never do. NUL characters are dropped, since no reader takes them.
 */
export function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = value.replaceAll('\u0000', '');
  const guarded = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
