import { randomFillSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import type { FileFaultDetails } from '@/lib/imports/read/faults';
import { sketchFile } from '@/lib/imports/read/open';
import type { FileFaultKind, FileOnDisk, ReadOptions } from '@/lib/imports/read/types';
import {
  countRows,
  encoded,
  importFile,
  importFolder,
  readWhole,
  workbookOf,
  zipOf,
} from '../../../support/import-files';

const folder = importFolder();
afterAll(folder.remove);

/** What is wrong with a file, by reading all of it; null = nothing. */
async function faultOf(file: FileOnDisk, options: ReadOptions = {}): Promise<FileFaultDetails | null> {
  try {
    await countRows(file, options);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    expect(thrown.code).toBe('invalid');
    const words = thrown.words as { en: string; zh: string };
    expect(words.en).toMatch(/\.$/);
    expect(words.zh).toMatch(/。$/);
    expect(words.en).not.toContain('undefined');
    return thrown.details as FileFaultDetails;
  }
}

/** Seconds of work since then, however busy the machine is. */
function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000_000;
}

const noise = (length: number) => randomFillSync(Buffer.alloc(length));
const table = { headers: ['a', 'b'], rows: [['1', 'x']] };

describe('files that are no tables', () => {
  it.each<[string, string | Buffer, FileFaultKind]>([
    ['empty.csv', '', 'empty'],
    ['bom.csv', '\ufeff', 'empty'],
    ['bom16.csv', Buffer.from([0xff, 0xfe]), 'empty'],
    ['blank.csv', '\n\n  \n,,\n'.replace('  ', ''), 'empty'],
    ['list.json', '[]', 'empty'],
    ['noise.csv', noise(50_000), 'not-a-table'],
    [
      'short.csv',
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), noise(600)]),
      'not-a-table',
    ],
    ['zeros.csv', Buffer.alloc(10_000), 'not-a-table'],
    ['page.csv', '<!DOCTYPE html><html><body>no</body></html>', 'not-a-table'],
    ['paper.csv', '%PDF-1.7\n1 0 obj', 'not-a-table'],
    ['old.xls', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2_000)]), 'not-a-table'],
    [
      'locked.xlsx',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.alloc(900),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
    ['double.csv', 'a,b,a\n1,2,3\n', 'duplicate-headers'],
    ['unnamed.csv', 'a,,c\n1,2,3\n', 'empty-headers'],
    ['quote.csv', 'a,b\n1,2\n3,"never closed\n4,5\n', 'unclosed-quote'],
    ['ran-on.csv', 'a,b\n1,"x\n2,"y"\n3,4\n', 'unclosed-quote'],
    ['wide.csv', `${Array.from({ length: 2_001 }, (_, i) => `c${i}`).join(',')}\n`, 'too-many-columns'],
    ['bad.parquet', 'PAR1 and no more', 'truncated'],
    ['bad.zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), noise(500)]), 'truncated'],
  ])('%s', async (name, bytes, kind) => {
    expect((await faultOf(folder.write(name, bytes)))?.kind).toBe(kind);
  });

  it('names columns and rows', async () => {
    expect(await faultOf(folder.write('a.csv', 'Title\n\na,b,a\n1,2,3\n'))).toMatchObject({
      row: 3,
      column: '“a”',
    });
    expect(await faultOf(folder.write('a.csv', 'a,,c,\n1,2,3,\n'))).toMatchObject({ row: 1, column: 'B' });
    expect(await faultOf(folder.write('a.csv', 'a,b\n1,2\n3,"never closed\n4,5\n'))).toMatchObject({
      row: 3,
    });
    expect(await faultOf(folder.write('a.csv', 'a,b\n1,"x\n2,"y"\n3,4\n'))).toMatchObject({ row: 2 });
  });

  it('says at which row bytes are not of the encoding, also far behind the first ones', async () => {
    const head = `n,text\n${Array.from({ length: 60_000 }, (_, i) => `${i},plain text\n`).join('')}`;
    const file = folder.write(
      'a.csv',
      Buffer.concat([Buffer.from(head), Buffer.from([0x37, 0x2c, 0xff, 0xfe, 10])]),
    );
    expect(await faultOf(file)).toMatchObject({ kind: 'bad-encoding', row: 60_002, column: 'utf-8' });
    expect(await faultOf(file, { encoding: 'windows-1252' })).toBeNull();
    expect(await faultOf(file, { encoding: 'klingon' })).toMatchObject({ kind: 'unknown-encoding' });
    const odd = folder.write(
      'b.csv',
      Buffer.concat([encoded('a,b\n1,2\n', 'utf-16le'), Buffer.from([0x31])]),
    );
    expect(await faultOf(odd)).toMatchObject({ kind: 'bad-encoding', row: 3 });
  });

  it('does not go on for ever after a quotation mark', async () => {
    const rows = '1,2,3,4,5,6,7,8,9,10,11,12\n'.repeat(3_000_000);
    const started = process.cpuUsage();
    expect(await faultOf(folder.write('a.csv', `a,b\n"1,2\n${rows}`))).toMatchObject({
      kind: 'unclosed-quote',
      row: 2,
    });
    expect(secondsSince(started)).toBeLessThan(5);
  });
});

describe('JSON', () => {
  it.each<[string, string, number]>([
    ['cut.json', '[{"a":1},{"a":2},{"a"', 3],
    ['comma.json', '[{"a":1} {"a":2}]', 2],
    ['colon.json', '[{"a" 1}]', 1],
    ['bracket.json', '[{"a":1]]', 1],
    ['values.json', '[{"a":1},2]', 2],
    ['lists.json', '[[1,2],[3,4]]', 1],
    ['two.json', '{"data":[{"a":1}],"more":[{"b":1}]}', 2],
    ['after.json', '[{"a":1}] x', 2],
    ['deep.json', `[{"a":${'['.repeat(30)}${']'.repeat(30)}}]`, 1],
    ['line.ndjson', '{"a":1}\n\n{"a":2\n{"a":3}\n', 3],
    ['sign.ndjson', '{"a":1}\n{"a":tru}\n', 2],
  ])('%s names the place', async (name, text, row) => {
    expect(await faultOf(folder.write(name, text))).toMatchObject({ kind: 'bad-json', row });
  });
});

describe('archives', () => {
  it('refuses what grows too large, fast and in little memory', async () => {
    const zeros = Buffer.alloc(120_000_000, `${'a'.repeat(998)},\n`);
    const gz = folder.write('bomb.csv.gz', gzipSync(zeros));
    const zip = folder.write('bomb.zip', await zipOf([['a.csv', zeros]]));
    const before = process.memoryUsage().rss;
    for (const file of [gz, zip]) {
      const started = process.cpuUsage();
      expect((await faultOf(file))?.kind).toBe('bomb');
      expect(secondsSince(started)).toBeLessThan(1.5);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('believes no size that the directory states', async () => {
    const zip = await zipOf([['a.csv', Buffer.alloc(5_000_000, 'a,b\n')]]);
    // The size unpacked, in the directory at the end.
    zip.writeUInt32LE(10, zip.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 24);
    expect((await faultOf(folder.write('lie.zip', zip)))?.kind).toBe('bomb');
  });

  it('tells a gzip that breaks off from one that is damaged', async () => {
    const gz = gzipSync(noise(100_000).toString('hex'));
    expect((await faultOf(folder.write('a.csv.gz', gz.subarray(0, gz.length - 5_000))))?.kind).toBe(
      'truncated',
    );
    gz.fill(0xff, 40_000, 40_100);
    expect((await faultOf(folder.write('a.csv.gz', gz)))?.kind).toBe('damaged');
  });

  it('refuses archives in archives, unsafe names, too many files and locked ones', async () => {
    const inner = await zipOf([['a.csv', 'a,b\n1,2\n']]);
    expect(await faultOf(folder.write('a.zip', await zipOf([['b.zip', inner]])))).toMatchObject({
      kind: 'nested-archive',
    });
    expect(await faultOf(folder.write('a.zip', await zipOf([['b.csv', inner]])))).toMatchObject({
      kind: 'nested-archive',
    });
    expect(await faultOf(folder.write('a.gz', gzipSync(gzipSync('a,b\n'))))).toMatchObject({
      kind: 'nested-archive',
    });
    const named = await zipOf([['xx/evil.csv', 'a,b\n1,2\n']]);
    const evil = Buffer.from(named.toString('latin1').replaceAll('xx/evil', '../evil'), 'latin1');
    expect(await faultOf(folder.write('a.zip', evil))).toMatchObject({ kind: 'unsafe-entry' });
    const many = await zipOf(Array.from({ length: 1_001 }, (_, i) => [`${i}.csv`, 'a'] as const));
    expect(await faultOf(folder.write('a.zip', many))).toMatchObject({ kind: 'too-many-entries' });
    const locked = await zipOf([['a.csv', 'a,b\n']]);
    locked[locked.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 8] = 1;
    expect(await faultOf(folder.write('a.zip', locked))).toMatchObject({ kind: 'encrypted' });
    expect(await faultOf(folder.write('a.zip', await zipOf([['a.png', noise(10)]])))).toMatchObject({
      kind: 'not-a-table',
    });
    expect(await faultOf(folder.write('a.zip', await zipOf([])))).toMatchObject({ kind: 'empty' });
  });

  it('reads all tables of an archive and notes what is none', async () => {
    const zip = await zipOf([
      ['__MACOSX/._one.csv', 'junk'],
      ['folder/.DS_Store', 'junk'],
      ['one.csv', 'a,b\n1,2\n'],
      ['folder/two.ndjson', '{"c":1}\n{"c":2}\n'],
      ['picture.png', 'no'],
      ['book.xlsx', await importFile('xlsx', table)],
      ['store.parquet', await importFile('parquet', table)],
    ]);
    const tables = await readWhole(folder.write('all.zip', zip));
    expect(tables.map(({ name }) => name)).toEqual([
      'all.zip › one.csv',
      'all.zip › folder/two.ndjson',
      'all.zip › book.xlsx › Sheet1',
      'all.zip › store.parquet',
    ]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([1, 2, 1, 1]);
    expect(tables[0]?.notes).toEqual([{ kind: 'entry-skipped', name: 'picture.png' }]);
    const sketches = await sketchFile(folder.write('all.zip', zip));
    expect(sketches.map(({ sample }) => sample.length)).toEqual([1, 2, 1, 1]);
  });
});

describe('workbooks', () => {
  const sheet = '<sheetData><row r="1"><c r="A1" t="str"><v>&x;</v></c></row></sheetData>';

  it.each(['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE lolz [<!ENTITY x "ha">]>'])(
    'follows no definitions: %s',
    async (prolog) => {
      const book = await workbookOf({ sheets: [{ name: 'a', xml: sheet }], prolog });
      expect(await faultOf(folder.write('a.xlsx', book))).toMatchObject({ kind: 'entities' });
    },
  );

  it('refuses a sheet that is a bomb and a cell in the last column', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(4_000_000);
    const bomb = await workbookOf({ sheets: [{ name: 'a', xml: `<sheetData>${rows}</sheetData>` }] });
    const started = process.cpuUsage();
    expect(await faultOf(folder.write('a.xlsx', bomb))).toMatchObject({ kind: 'bomb' });
    expect(secondsSince(started)).toBeLessThan(1.5);
    const far = await workbookOf({
      sheets: [
        { name: 'a', xml: '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>' },
      ],
    });
    expect(await faultOf(folder.write('a.xlsx', far))).toMatchObject({
      kind: 'too-many-columns',
      row: 1_048_576,
    });
  });

  it('says where a text is missing', async () => {
    const xml = '<sheetData><row r="7"><c r="C7" t="s"><v>9</v></c></row></sheetData>';
    const book = await workbookOf({ sheets: [{ name: 'a', xml }], shared: '<si><t>x</t></si>' });
    expect(await faultOf(folder.write('a.xlsx', book))).toMatchObject({
      kind: 'damaged',
      row: 7,
      column: 'C',
    });
  });
});
