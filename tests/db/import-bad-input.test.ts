import { gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { addPiece, beginImport, finishUpload } from '@/lib/imports/batches/mutations';
import { getBatch } from '@/lib/imports/batches/queries';
import { closeQueue } from '@/lib/imports/jobs/boss';
import { runImportJob } from '@/lib/imports/jobs/run';
import type { ImportPlan } from '@/lib/imports/plan';
import { badHeader, badImports, badRow } from '../support/bad-imports';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { addViewer } from '../support/editing';
import { delimited, encoded, importFile, workbookOf, zipOf } from '../support/import-files';

/* Every kind of bad input, through the whole engine. docs/guides/import-limits.md lists what is tested here. */

let seeded: SeededDatabase;
let pool: Pool;
let editor: Viewer;
const { bring, fails, refuses, records, remove } = badImports(() => pool);

beforeAll(async () => {
  seeded = await seededDatabase();
  ({ pool } = seeded);
  editor = await addViewer(pool, 'editor');
});
afterAll(async () => {
  remove();
  await closeQueue();
  await seeded.end();
});

const csv = (...rows: string[][]) => delimited({ headers: badHeader, rows }, ',');
const headed = (header: string) => `${header}\n${csv(badRow()).split('\n')[1]}\n`;
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), encoded(text, 'utf-16le')]);
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const sheet = (...rows: string[]) => ({
  sheets: [{ name: 'Log', xml: `<sheetData>${rows.join('')}</sheetData>` }],
});
const lettered = (row: number, cells: readonly string[]) =>
  `<row r="${row}">${cells.map((cell, i) => text(`${String.fromCharCode(65 + i)}${row}`, cell)).join('')}</row>`;

describe('a file is refused with a sentence that names it and what to do', () => {
  const program = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0xff, 0xfe, 0x80]);
  const numbers = Array.from({ length: 20_000 }, (_, i) => `${i},${(i * 7_919) % 104_729}\n`).join('');
  const zip = gzipSync(numbers);
  const entity = (definition: string) =>
    workbookOf({
      ...sheet('<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>'),
      prolog: `<!DOCTYPE a [<!ENTITY x ${definition}>]>`,
    });
  const names = badHeader.join(',');

  test.each<[string, () => string | Buffer | Promise<Buffer>, RegExp]>([
    ['empty.csv', () => '', /holds nothing\. Choose a file with at least one row/],
    ['mark-only.csv', () => '\ufeff', /holds nothing\. Choose/],
    ['header-only.csv', () => `${names}\n`, /No row can be written/],
    ['program.csv', () => program, /is no table that can be read\. Save it as CSV/],
    ['cut.csv.gz', () => zip.subarray(0, zip.length - 500), /breaks off before its end\. Send or download/],
    [
      'bomb.zip',
      () => zipOf([['a.csv', Buffer.alloc(60_000_000, 'a,b\n')]]),
      /grows far .* \(a\.csv\).*Unpack it yourself/,
    ],
    [
      'file.xlsx',
      () => entity('SYSTEM "file:///etc/passwd"'),
      /definitions .* \(xl\/worksheets\/sheet1\.xml\).*save it again/,
    ],
    ['laughs.xlsx', () => entity('"ha"'), /definitions .* \(xl\/worksheets\/sheet1\.xml\).*save it again/],
    ['double.csv', () => headed(`${names},id`), /same name in row 1 \(“id”\)\. Give each a name of its own/],
    ['unnamed.csv', () => headed(names.replace('title', '')), /no name in row 1 \(C\)\. Name them/],
    [
      'nul-name.csv',
      () => headed(names.replace('colour', 'col\0our')),
      /characters that no text has.* in row 1 \(H\)\. Write them anew/,
    ],
    [
      'bell-name.csv',
      () => headed(names.replace('title', 'ti\u0007tle')),
      /in row 1 \(C\)\. Write them anew/,
    ],
    [
      'half-name.csv',
      () => utf16(headed(names.replace('title', 'ti\ud800tle'))),
      /in row 1 \(C\)\. Write them anew/,
    ],
    ['long-name.csv', () => headed(names.replace('colour', 'c'.repeat(501))), /more than 500 in row 1 \(H\)/],
    ['half-key.json', () => '[{"date":"2019-01-01","\\ud800":"1"}]', /\(B\)\. Write them anew/],
    ['nul-entry.zip', () => zipOf([['a\0.csv', csv(badRow())]]), /is no text\. Pack it again/],
  ])('%s', async (name, bytes, words) => {
    const { status, message } = await fails(name, await bytes());
    expect([status, message]).toEqual([400, expect.stringMatching(words)]);
    if (name !== 'header-only.csv') expect(message).toContain(name);
  });
});

describe('rows are refused, and with them the file, naming row, column and remedy', () => {
  const only = (rule: string, column: string, rows: number[], words: RegExp) => [
    { rule, column, rows, words: expect.stringMatching(words) },
  ];

  test('with too many cells, or hardly any', async () => {
    const found = await refuses('ragged.csv', `${csv(badRow(), [...badRow({ id: '2' }), 'more'])}3\n`);
    expect(found[0]).toMatchObject({ rule: 'ragged-row', rows: [3, 4] });
    expect(found[0]?.words).toMatch(
      /number of cells than there are columns \(9 › 8\)\. Look for a sign of separation/,
    );
    await bring('short.csv', `${csv(badRow())}2,2019-09-13,Short,,Leizhou,petition\n`);
    expect(await records()).toMatchObject([{}, { title: 'Short', extra: { place: 'Leizhou' } }]);
  });

  test.each([
    ['a NUL', 'a\0b'],
    ['a bell', 'a\u0007b'],
    ['a control character beyond ASCII', 'a\u009bb'],
  ])('with %s, in any column', async (_, cell) => {
    for (const column of badHeader) {
      const found = await refuses('marks.csv', csv(badRow({ id: '0' }), badRow({ [column]: cell })));
      expect(found).toEqual(only('bad-characters', column, [3], /characters that no text has\. Remove them/));
    }
  });

  test('with half of a character', async () => {
    const rows = csv(badRow({ title: 'a\ud800b' }), badRow({ id: '2', colour: '\udc00' }));
    expect(await refuses('half.csv', utf16(rows))).toMatchObject([
      { rule: 'bad-characters', column: 'title', rows: [2] },
      { rule: 'bad-characters', column: 'colour', rows: [3] },
    ]);
    const json = '[{"date":"2019-01-01","title":"x\\ud800","place":"Leizhou","type":"petition"}]';
    expect(await refuses('half.json', json)).toMatchObject([{ column: 'title', rows: [1] }]);
  });

  test('with a cell of 10 MB, in any column and at once', async () => {
    for (const column of badHeader) {
      const started = process.cpuUsage();
      const long = csv(badRow({ id: '0' }), badRow({ [column]: 'x y '.repeat(2_500_000) }));
      const found = await refuses('long.csv', long);
      expect(found).toEqual(only('long-cell', column, [3], /10000000 characters.*1,000,000\. Shorten it/));
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1_000_000).toBeLessThan(5);
    }
  });

  test('with a cell just below that limit that no field can hold, at once', async () => {
    const started = process.cpuUsage();
    for (const cell of [`a${' '.repeat(900_000)}b`, '1 '.repeat(450_000), '至'.repeat(900_000)])
      for (const [column, rule] of [
        ['date', 'not-a-day'],
        ['title', 'long-text'],
        ['place', 'place-unknown'],
        ['type', 'unknown-code'],
      ] as const)
        expect((await refuses('wide.csv', csv(badRow({ [column]: cell }))))[0]).toMatchObject({
          rule,
          column,
          rows: [2],
        });
    await bring('crowd.csv', csv(badRow({ crowd: `a${' '.repeat(900_000)}b` })));
    expect((await records())[0]).toMatchObject({
      size_min: null,
      extra: { crowd: expect.stringMatching(/^a {9}/) },
    });
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000_000).toBeLessThan(20);
  });

  test('with days in mixed forms, where one may mean two or no century is said', async () => {
    const days = ['2019-09-13', '13/04/2019', '03/04/2019', '13/04/19', '2019年4月3日', '04/13/2019'];
    const rows = csv(...days.map((date, i) => badRow({ id: `${i}`, date })));
    expect(await refuses('mixed.csv', rows)).toEqual([
      ...only(
        'ambiguous-day',
        'date',
        [4],
        /“03\/04\/2019” in “date” may be meant.*Say which in the mapping/,
      ),
      ...only('short-year', 'date', [5], /“13\/04\/19” in “date” has two digits only\. Write all four/),
    ]);
    const ordered = (plan: ImportPlan): ImportPlan =>
      plan.mapping.kind === 'incidents'
        ? { ...plan, mapping: { ...plan.mapping, dates: { ...plan.mapping.dates, order: 'dmy' } } }
        : plan;
    expect(await refuses('mixed.csv', rows, ordered)).toEqual([
      ...only('short-year', 'date', [5], /Write all four/),
      ...only('not-a-day', 'date', [7], /“04\/13\/2019” in “date” is no day of the calendar\. Write it as/),
    ]);
  });

  test('with years that no event of ours has, and days that are none', async () => {
    const days = ['1753-01-01', '2919-04-03', '10000-01-01', '民国103年', '2014-02-30', '1e400', '-1'];
    const found = await refuses('years.csv', csv(...days.map((date, i) => badRow({ id: `${i}`, date }))));
    expect(found).toEqual([
      ...only('not-a-day', 'date', [4, 5, 6, 7, 8], /“10000-01-01” in “date” is no day/),
      ...only(
        'year',
        'date',
        [2, 3],
        /“1753-01-01” in “date” lies outside the years 1900 to 2100\. Correct it/,
      ),
    ]);
  });

  test('with a code that nothing explains', async () => {
    const found = await refuses(
      'codes.csv',
      csv(badRow({ type: '-1.0' }), badRow({ id: '2', place: '449999.0' })),
    );
    expect(found).toContainEqual(
      only('unknown-code', 'type', [2], /“-1\.0” in “type”.*Add it to the crosswalk/)[0],
    );
    expect(found).toContainEqual(
      only('place-unknown', 'place', [3], /“449999\.0” in “place” is not known/)[0],
    );
  });
});

describe('what is odd and still has one meaning is taken', () => {
  test('64,000 rows with nothing but looks, of which one note is left', async () => {
    const phantoms = Array.from(
      { length: 64_000 },
      (_, i) => `<row r="${i + 3}" s="4"><c r="A${i + 3}" s="3"/></row>`,
    );
    const report = await bring(
      'phantoms.xlsx',
      await workbookOf(sheet(lettered(1, badHeader), lettered(2, badRow()), ...phantoms)),
    );
    expect(report).toMatchObject({
      rows: 1,
      made: 1,
      tables: [{ notes: [{ kind: 'phantom-rows', count: 64_000 }] }],
    });
  });

  test('serial days, formatted days and texts in one column', async () => {
    const dated = (row: number, cell: string) =>
      lettered(row, badRow({ id: `${row}` })).replace(text(`B${row}`, '2019-09-13'), cell);
    const book = await workbookOf({
      ...sheet(
        lettered(1, badHeader),
        dated(2, '<c r="B2" s="1"><v>43721</v></c>'),
        dated(3, '<c r="B3"><v>43721</v></c>'),
        dated(4, text('B4', '13 September 2019')),
        dated(5, text('B5', '2019-09-13')),
      ),
      formats: [0, 14],
    });
    await bring('days.xlsx', book);
    expect((await records()).map(({ starts_on }) => starts_on)).toEqual(Array(4).fill('2019-09-13'));
  });

  test('serial days of a workbook that counts from 1904', async () => {
    const dated = (row: number, cell: string) =>
      lettered(row, badRow({ id: `${row}` })).replace(text(`B${row}`, '2019-09-13'), cell);
    const book = await workbookOf({
      ...sheet(
        lettered(1, badHeader),
        dated(2, '<c r="B2" s="1"><v>42259</v></c>'),
        dated(3, '<c r="B3"><v>42259</v></c>'),
        dated(4, text('B4', '2019-09-13')),
      ),
      formats: [0, 14],
      from1904: true,
    });
    const report = await bring('days-1904.xlsx', book);
    expect(report.tables[0]?.notes).toEqual([{ kind: 'date-1904' }]);
    expect((await records()).map(({ starts_on }) => starts_on)).toEqual(Array(3).fill('2019-09-13'));
  });

  test('numbers that a program wrote as 440800.0, and -1.0 for a number that is not known', async () => {
    const headers = ['id', 'date', 'place_code', 'type', 'size_min', 'size_max'];
    const rows = [['7.0', '2019-09-13', '440800.0', 'petition', '20.0', '-1.0']];
    await bring('floats.csv', delimited({ headers, rows }, ','));
    expect(await records()).toMatchObject([
      { external_id: '7', place_id: '440800', size_min: 20, extra: { size_max: '-1.0' } },
    ]);
  });

  test.each(['csv', 'json', 'ndjson', 'xlsx', 'parquet'] as const)(
    'names of properties as names of columns in %s',
    async (format) => {
      const odd = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
      const table = {
        headers: [...badHeader, ...odd],
        rows: [[...badRow(), ...odd.map((name) => `of ${name}`)]],
      };
      await bring(`odd.${format}`, await importFile(format, table));
      const [{ extra } = { extra: null }] = await records();
      const found = Object.entries(extra as object).filter(([name]) => odd.includes(name));
      expect(found.sort()).toEqual(odd.map((name) => [name, `of ${name}`]).sort());
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});

test('what the database can’t hold is shown before the check too', async () => {
  const bytes = utf16(
    csv(badRow({ title: 'a\0b', colour: '\ud800' }), badRow({ colour: 'x'.repeat(100_000) })),
  );
  const { batch } = await beginImport(editor, { files: [{ name: 'half\ud800.csv', size: bytes.length }] });
  await addPiece(editor, { batch, file: 1, part: 0, bytes: bytes.toString('base64') });
  await finishUpload(editor, { batch });
  await runImportJob(batch);
  const { status, fileName, sketch } = await getBatch(editor, batch);
  expect([status, fileName]).toEqual(['ready', 'half.csv']);
  const cells = sketch?.tables[0]?.sample.map((one) => one.cells);
  expect(cells).toEqual([
    badRow({ title: 'a\ufffdb', colour: '\ufffd' }),
    badRow({ colour: 'x'.repeat(2_000) }),
  ]);
});
