/** A value of a cell. Null = empty. Numbers and booleans are written as they are. */
export type CellValue = string | number | boolean | null;

/** The mark that tells Excel that a file is UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * First characters that make a spreadsheet read a cell as a formula, full-width forms too; apostrophes before them are
 * of the text, and stay when the one of ours is taken off again.
 */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** What may have to be written otherwise; most texts have none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is among the characters to look for.
const special = /[",\r\n\u0000]|^'*[=+\-@\t＝＋－＠]/;

/**
 * One line of a CSV file (RFC 4180, ends with CRLF). Texts that a spreadsheet would take for a formula get an
 * apostrophe before them; numbers never do. NUL characters are dropped, since no reader takes them.
 */
export function csvLine(cells: readonly CellValue[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) line += (i === 0 ? '' : ',') + csvCell(cells[i] ?? null);
  return `${line}\r\n`;
}

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  if (!special.test(value)) return value;
  const text = value.replaceAll('\u0000', '');
  const guarded = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
