import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '@/lib/exports/csv';
import { sheetLimits } from '@/lib/exports/formats';
import { columnName, type Sheet, sheetText, sheetXml } from '@/lib/exports/xlsx/sheet';
import { workbook } from '@/lib/exports/xlsx/workbook';
import { bytesOf, unzip } from '../../support/archive';

const madeAt = new Date('2026-11-25T12:00:00Z');
const sheet = (rows: CellValue[][], change: Partial<Sheet> = {}): Sheet => ({
  name: 'Incidents',
  header: ['a', 'b'],
  widths: [10, 20],
  rows: () => [rows],
  ...change,
});

async function read(...sheets: Sheet[]) {
  return readWorkbook(await bytesOf(workbook(sheets, madeAt)));
}

describe('a workbook', () => {
  test('is read back as it was written: texts as texts, numbers as numbers, empty cells empty', async () => {
    const [first, second] = await read(
      sheet([
        ['007', 7.5],
        [null, false],
        ['2019-09-13', -1],
        ['两会', true],
      ]),
      sheet([['key', 'value']], { name: '说明', header: null }),
    );
    expect(first).toEqual({
      sheet: 'Incidents',
      data: [
        ['a', 'b'],
        ['007', 7.5],
        [null, false],
        ['2019-09-13', -1],
        ['两会', true],
      ],
    });
    expect(second).toEqual({ sheet: '说明', data: [['key', 'value']] });
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '{=1}'])(
    'holds %j as a text, never as a formula',
    async (text) => {
      const bytes = await bytesOf(workbook([sheet([[text, null]])], madeAt));
      const xml = (await unzip(bytes)).get('xl/worksheets/sheet1.xml')?.toString() ?? '';
      expect(xml).not.toContain('<f');
      expect(xml).toContain('t="inlineStr"');
      const [first] = await readWorkbook(bytes);
      expect(first?.data[1]?.[0]).toBe(text);
    },
  );

  test.each(['<b>&amp;"\'</b>', ']]>', 'two\nlines', '  blanks  ', '😀 𠮷', '\ttab'])(
    'keeps %j as it is',
    async (text) => {
      const [first] = await read(sheet([['x', text]]));
      // The reader cuts blanks at the ends, which is its own way; inside, all is there.
      expect(String(first?.data[1]?.[1]).trim()).toBe(text.trim());
    },
  );

  test('refuses a name that a sheet cannot have', async () => {
    await expect(read(sheet([], { name: 'a/b' }))).rejects.toThrow(RangeError);
    await expect(read(sheet([], { name: 'x'.repeat(32) }))).rejects.toThrow(RangeError);
  });
});

describe('the text of a cell', () => {
  test('drops what XML cannot hold and keeps the rest', () => {
    expect(sheetText('a\u0000b\u0008c\ud800d\ufffee\r\nf')).toBe('abcde\nf');
    expect(sheetText('𠮷😀')).toBe('𠮷😀');
  });
  test('is not taken for an escape of the format', () => {
    expect(sheetText('_x0041_ and _X000d_ and _xyz_')).toBe('_x005F_x0041_ and _x005F_X000d_ and _xyz_');
  });
});

describe('the limits of a sheet', () => {
  const drain = async (one: Sheet) => {
    for await (const _ of sheetXml(one));
  };
  test('a cell takes the longest text and no longer one', async () => {
    await drain(sheet([['x'.repeat(sheetLimits.characters)]]));
    await expect(drain(sheet([['x'.repeat(sheetLimits.characters + 1)]]))).rejects.toThrow(RangeError);
  });
  test('a sheet takes the most rows and not one more', async () => {
    const empty: CellValue[] = [];
    const rows = (count: number) => () => [Array.from({ length: count }, () => empty)];
    await drain(sheet([], { rows: rows(sheetLimits.rows - 1) }));
    await expect(drain(sheet([], { rows: rows(sheetLimits.rows) }))).rejects.toThrow(RangeError);
  });
  test('columns are named as spreadsheets name them', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
