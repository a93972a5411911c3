import type { CellValue } from '../csv';
import { sheetLimits } from '../formats';
import { pieceLength } from '../table';

/** One sheet of a workbook. Its rows come in batches; the first row of `header` is set in bold and stays in sight. */
export type Sheet = {
  /** Up to 31 characters, none of `[]:*?/\`. */
  name: string;
  /** Null = no header. */
  header: readonly string[] | null;
  rows: () => AsyncIterable<readonly (readonly CellValue[])[]> | Iterable<readonly (readonly CellValue[])[]>;
  /** Widths of the columns in characters. */
  widths: readonly number[];
  /** Whether long texts run over several lines. */
  wrapped?: boolean;
};

const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/**
 * A sheet as XML, in pieces. Texts are written as texts, whatever they look like: nothing becomes a formula, a date
 * or a number, and leading zeros stay. Null = an empty cell.
 * @throws RangeError where a sheet or a cell would be larger than the format allows.
 */
export async function* sheetXml({ header, rows, widths, wrapped }: Sheet): AsyncGenerator<string> {
  const frozen = header
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  yield `${opening}${frozen}${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`;
  const names: string[] = [];
  let written = 0;
  if (header) yield rowXml(++written, header, names, 1);
  for await (const batch of rows()) {
    let text = '';
    for (const row of batch) {
      if (written >= sheetLimits.rows) throw new RangeError(`a sheet holds ${sheetLimits.rows} rows at most`);
      text += rowXml(++written, row, names, wrapped ? 2 : 0);
      if (text.length < pieceLength) continue;
      yield text;
      text = '';
    }
    yield text;
  }
  yield '</sheetData></worksheet>';
}

function rowXml(number: number, cells: readonly CellValue[], names: string[], style: number): string {
  let text = `<row r="${number}">`;
  for (let i = 0; i < cells.length; i++) {
    names[i] ??= columnName(i);
    text += cellXml(`${names[i]}${number}`, cells[i] ?? null, style);
  }
  return `${text}</row>`;
}

function cellXml(at: string, value: CellValue, style: number): string {
  if (value === null || value === '') return '';
  const look = style === 0 ? '' : ` s="${style}"`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a number for a sheet: ${value}`);
    return `<c r="${at}"${look}><v>${value}</v></c>`;
  }
  if (typeof value === 'boolean') return `<c r="${at}"${look} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value.length > sheetLimits.characters)
    throw new RangeError(`a cell holds ${sheetLimits.characters} characters at most`);
  return `<c r="${at}"${look} t="inlineStr"><is><t xml:space="preserve">${sheetText(value)}</t></is></c>`;
}

/** The name of a column, from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** What may have to be written otherwise; most texts have none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are among the characters to look for.
const special = /[&<>_\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text as it stands in a sheet. What XML can't hold is dropped; what a reader of XLSX would take for an escape of
 * its own (`_x0041_`) is escaped itself; line ends are those of XML.
 */
export function sheetText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(unwanted, '')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>]/g, (mark) => entities[mark] ?? mark);
}

/** Control characters but tab and line ends, non-characters, and halves of surrogate pairs. */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
