import { afterAll, describe, expect, it } from 'vitest';
import { sketchFile } from '@/lib/imports/read/open';
import { importFolder, readWhole, workbookOf } from '../../../support/import-files';

const folder = importFolder();
afterAll(folder.remove);

const text = (at: string, value: string, style = '') =>
  `<c r="${at}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
const data = (rows: string) => `<sheetData>${rows}</sheetData>`;

async function rowsOf(xml: string, more: Partial<Parameters<typeof workbookOf>[0]> = {}) {
  const [table] = await readWhole(
    folder.write('a.xlsx', await workbookOf({ sheets: [{ name: 'S', xml }], ...more })),
    {
      headerRow: 0,
    },
  );
  return table;
}

describe('cells of a workbook', () => {
  it('are texts, numbers, formulas, errors, truth values and rich texts', async () => {
    const table = await rowsOf(
      data(
        `<row r="2">${text('A2', ' a  b ')}<c r="B2"><v>440800</v></c><c r="C2"><v>4.4080000000000001E5</v></c>` +
          '<c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="str"><f>A2</f><v>x &amp; y</v></c><c r="F2" t="e"><v>#N/A</v></c>' +
          '<c r="G2" t="b"><v>1</v></c><c r="H2" t="s"><v>0</v></c><c r="I2" t="s"><v>1</v></c><c r="J2"><v>1E-7</v></c>' +
          '<c r="L2"><v>12345678901234567890</v></c></row>',
      ),
      {
        shared:
          '<si><r><t>湛江</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 市</t></r><rPh><t>zj</t></rPh></si>' +
          '<si><t>&#134071;&#x20BB7; _x0041_ &lt;<![CDATA[<b>]]></t></si>',
      },
    );
    expect(table?.rows).toEqual([
      [
        ' a  b ',
        '440800',
        '440800',
        '2',
        'x & y',
        '#N/A',
        'true',
        '湛江 市',
        '𠮷𠮷 A <<b>',
        '0.0000001',
        '',
        '12345678901234567890',
      ],
    ]);
    expect(table?.numbers).toEqual([2]);
  });

  it('are dates by their format, and texts beside them', async () => {
    const cells = (at: number, value: string) =>
      `<row r="${at}"><c r="A${at}" s="1"><v>${value}</v></c><c r="B${at}"><v>${value}</v></c></row>`;
    const xml = data(
      `${cells(1, '43525')}${cells(2, '43525.520833333336')}${cells(3, '0.5')}${cells(4, '59')}<row r="5">${text('A5', '2019-03-01')}</row>` +
        '<row r="6"><c r="A6" s="1" t="d"><v>2019-03-01T00:00:00Z</v></c></row>',
    );
    const dates = (await rowsOf(xml, { formats: [0, 14] }))?.rows.map(([first]) => first);
    expect(dates).toEqual([
      '2019-03-01',
      '2019-03-01T12:30',
      '12:00',
      '1900-02-28',
      '2019-03-01',
      '2019-03-01',
    ]);
    const later = await rowsOf(xml, { formats: [0, 14], from1904: true });
    expect(later?.rows.map(([first]) => first).slice(0, 2)).toEqual(['2023-03-02', '2023-03-02T12:30']);
    expect(later?.notes).toEqual([{ kind: 'date-1904' }]);
  });

  it('may leave out where they stand, and have prefixes', async () => {
    const plain = await rowsOf(
      data('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>'),
    );
    expect([plain?.rows, plain?.numbers]).toEqual([
      [
        ['1', '2'],
        ['3', ''],
      ],
      [1, 3],
    ]);
    const xml =
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const book = await workbookOf({ sheets: [{ name: 'S', xml: '' }], prolog: xml });
    const [table] = await readWhole(folder.write('a.xlsx', Buffer.from(book)), { headerRow: 0 });
    expect(table?.rows).toEqual([['1']]);
  });

  it('that were merged all hold the text of the first', async () => {
    const xml =
      data(
        `<row r="1">${text('A1', 'Log of 2019')}<c r="B1" s="0"/></row><row r="2">${text('A2', 'date')}${text('B2', 'place')}${text('C2', 'n')}</row>` +
          `<row r="3">${text('A3', '3 March')}${text('B3', 'x')}<c r="C3"><v>1</v></c></row>` +
          `<row r="4">${text('B4', 'y')}<c r="C4"><v>2</v></c></row><row r="6">${text('B6', 'z')}</row>`,
      ) +
      '<mergeCells count="3"><mergeCell ref="A1:XFD1"/><mergeCell ref="A3:A6"/><mergeCell ref="B6:C6"/></mergeCells>';
    const file = folder.write('a.xlsx', await workbookOf({ sheets: [{ name: 'S', xml }] }));
    const [table] = await readWhole(file);
    expect(table?.headerRow).toBe(2);
    expect(table?.headers).toEqual(['date', 'place', 'n']);
    expect(table?.rows).toEqual([
      ['3 March', 'x', '1'],
      ['3 March', 'y', '2'],
      ['3 March', 'z', 'z'],
    ]);
    expect(table?.notes).toEqual([{ kind: 'merged-filled', count: 3 }]);
  });
});

describe('sheets', () => {
  it('are tables each; empty ones and charts are noted', async () => {
    const one = data(
      `<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2">${text('A2', 'x')}</row>`,
    );
    const book = await workbookOf({
      sheets: [
        { name: 'Empty', xml: data('') },
        { name: 'One &amp; two', xml: one },
        { name: 'Three', xml: one },
      ],
    });
    const sketches = await sketchFile(folder.write('log.xlsx', book));
    expect(sketches.map(({ name }) => name)).toEqual(['log.xlsx › One & two', 'log.xlsx › Three']);
    expect(sketches[0]?.notes).toEqual([{ kind: 'sheet-empty', name: 'Empty' }]);
    expect(sketches[0]?.sample).toEqual([{ number: 2, cells: ['x', ''] }]);
  });

  it('with 64,000 rows of nothing but looks cost nothing', async () => {
    const phantoms = Array.from(
      { length: 64_000 },
      (_, i) =>
        `<row r="${i + 3}" s="4" customFormat="1"><c r="A${i + 3}" s="3"/><c r="XFD${i + 3}" s="3"/></row>`,
    ).join('');
    const xml = data(
      `<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2">${text('A2', 'x')}${text('B2', 'y')}</row>${phantoms}`,
    );
    const file = folder.write('a.xlsx', await workbookOf({ sheets: [{ name: 'S', xml }] }));
    const [table] = await readWhole(file);
    expect(table?.rows).toEqual([['x', 'y']]);
    expect(table?.notes).toEqual([{ kind: 'phantom-rows', count: 64_000 }]);
  });

  it('of many rows are read in pieces', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c>${text(`B${i + 1}`, `湛江 ${i}`)}</row>`,
    ).join('');
    const table = await rowsOf(data(rows));
    expect(table?.rows.length).toBe(40_000);
    expect(table?.rows[39_999]).toEqual(['39999', '湛江 39999']);
    expect(table?.numbers[39_999]).toBe(40_000);
  });
});
