import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../../fixtures/imports/presets');

/** A table of a fixture: its headers (null = it has none) and its rows. */
export type Table = { name: string; headers: string[] | null; rows: string[][] };

/** Cells of a text of separated values, with quotes as in RFC 4180. */
function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === delimiter || sign === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  return rows.filter((row) => row.length > 0);
}

/** A fixture in CSV or, by its ending, in tab-separated values. */
export function readTable(name: string, headless = false): Table {
  const rows = cellsOf(readFileSync(path.join(folder, name), 'utf8'), name.endsWith('.tsv') ? '\t' : ',');
  return headless ? { name, headers: null, rows } : { name, headers: rows[0] ?? [], rows: rows.slice(1) };
}

/** A sheet of a workbook in JSON; its days are serial numbers there, which arrive as ISO days when it is read. */
export function readSheet(name: string, sheet: string): Table {
  const book = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as {
    sheets: { name: string; rows: (string | number)[][] }[];
  };
  const rows = book.sheets.find((one) => one.name === sheet)?.rows ?? [];
  const day = (serial: number) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? day(cell) : cell)));
  return { name: `${name} › ${sheet}`, headers: cells[0] ?? [], rows: cells.slice(1) };
}
