import { ZipFile } from 'yazl';

/*
 * Files for the browser tests of imports. tests/support/import-files takes what the server writes files with, which
 * the runner of these tests can't load.
 */

/** A text in GB18030, of the letters that two bytes stand for. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, number[]>();
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) {
      const letter = decoder.decode(Uint8Array.of(first, second));
      if (letter.length === 1 && !pairs.has(letter)) pairs.set(letter, [first, second]);
    }
  return Buffer.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? [code] : (pairs.get(letter) ?? []);
    }),
  );
}

/** A workbook of one sheet whose cells are all texts. */
export async function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const lines = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells
        .map(
          (text, at) =>
            `<c r="${String.fromCharCode(65 + at)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
        )
        .join('')}</row>`,
  );
  const zip = new ZipFile();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name);
  add('[Content_Types].xml', '<Types/>');
  add(
    'xl/workbook.xml',
    `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  );
  add('xl/worksheets/sheet1.xml', `<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
