import type { PassThrough } from 'node:stream';
import { readSheet } from 'read-excel-file/node';
import { ZipFile } from 'yazl';
import { fileFault } from './faults';
import { momentText, numberText } from './numbers';
import { plainLineEnds } from './text';
import type { WorkbookParts } from './xlsx-workbook';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = `<Relationships><Relationship Id="a" Type="${office}/worksheet" Target="s.xml"/></Relationships>`;

/**
 * The texts of rows of a sheet, given as XML with numbers from 1. read-excel-file reads workbooks as a whole, so each
 * piece of a sheet is handed to it as a small workbook of its own: memory does not grow with the sheet.
 * `row` is where the piece stands, for what it throws.
 */
export async function cellTexts(
  rows: string,
  { styles, from1904 }: WorkbookParts,
  file: string,
  row: number,
): Promise<string[][]> {
  const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>`;
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { compress: false });
  add('xl/workbook.xml', workbook);
  add('xl/_rels/workbook.xml.rels', relations);
  add('xl/styles.xml', styles);
  add('xl/s.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  zip.end();
  try {
    const data = await readSheet<unknown>(zip.outputStream as PassThrough, {
      trim: false,
      parseNumber: numberText,
    });
    return (data as unknown[][]).map((cells) => cells.map((value) => valueText(value, from1904)));
  } catch (thrown) {
    throw fileFault('damaged', { file, row }, thrown);
  }
}

/** Texts and numbers come as texts, dates as moments in UTC. */
function valueText(value: unknown, from1904: boolean): string {
  if (typeof value === 'string') return value.includes('\r') ? plainLineEnds(value) : value;
  if (value === null || value === undefined) return '';
  return value instanceof Date ? dateText(value, from1904) : String(value);
}

const day = 86_400_000;
const [zero1900, zero1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];

/** A date as text; a time without a day as `HH:MM`. */
function dateText(date: Date, from1904: boolean): string {
  const since = date.getTime() - (from1904 ? zero1904 : zero1900);
  if (since >= 0 && since < day - 30_000) return momentText(new Date(zero1900 + since)).slice(11) || '00:00';
  // Spreadsheets have a 29 February 1900, so that the days before it are one off.
  return momentText(!from1904 && since < 60 * day ? new Date(date.getTime() + day) : date);
}
