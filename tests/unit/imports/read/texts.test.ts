import { afterAll, describe, expect, it } from 'vitest';
import { encodings } from '@/lib/imports/read/encodings';
import { sketchFile } from '@/lib/imports/read/open';
import { delimited, encoded, importFolder, readWhole } from '../../../support/import-files';

const folder = importFolder();
afterAll(folder.remove);

const chinese = {
  headers: ['编号', '地点', '日期', '人数', '说明'],
  rows: [
    ['1', '湛江市霞山区', '2019-03-04', '120', '村民到区政府门口聚集，要求处理征地补偿'],
    ['2', '赤坎区', '2019-05-06', '约300人', '工人讨要拖欠工资，警察到场'],
  ],
};
const traditional = {
  headers: ['編號', '地點', '日期', '說明'],
  rows: [
    ['1', '臺北市中正區', '2019-03-04', '民眾於立法院前聚集抗議'],
    ['2', '高雄市', '2019-05-06', '勞工要求發放積欠工資'],
  ],
};
const western = {
  headers: ['id', 'lieu', 'note'],
  rows: [
    ['1', 'Besançon', 'grève – 20 €'],
    ['2', 'Orléans', 'manifestation très calme à côté de la préfecture'],
  ],
};
const rare = {
  headers: ['编号', '姓'],
  rows: [
    ['1', '𠮷 䶮'],
    ['2', '湛江市霞山区的村民到区政府门口聚集'],
  ],
};

const many = {
  headers: ['一', '二'],
  rows: [
    ['一一', '一二一一二一一一二'],
    ['一二', '一一'],
  ],
};

const mark = { utf8: [0xef, 0xbb, 0xbf], le: [0xff, 0xfe], be: [0xfe, 0xff] };
const text = (table: typeof chinese) => delimited(table, ',');
const matrix: [string, Buffer, { headers: string[]; rows: string[][] }][] = [
  ['UTF-8', Buffer.from(text(chinese)), chinese],
  ['UTF-8 with a mark', Buffer.concat([Buffer.from(mark.utf8), Buffer.from(text(chinese))]), chinese],
  [
    'UTF-16LE with a mark',
    Buffer.concat([Buffer.from(mark.le), encoded(text(chinese), 'utf-16le')]),
    chinese,
  ],
  [
    'UTF-16BE with a mark',
    Buffer.concat([Buffer.from(mark.be), encoded(text(chinese), 'utf-16be')]),
    chinese,
  ],
  ['UTF-16LE', encoded(text(chinese), 'utf-16le'), chinese],
  ['UTF-16BE', encoded(text(chinese), 'utf-16be'), chinese],
  ['UTF-16LE, with many 一', encoded(text(many), 'utf-16le'), many],
  ['UTF-16LE, Western', encoded(text(western), 'utf-16le'), western],
  ['GB18030', encoded(text(chinese), 'gb18030'), chinese],
  ['GB18030, rare', encoded(text(rare), 'gb18030'), rare],
  ['Big5', encoded(text(traditional), 'big5'), traditional],
  ['Windows-1252', encoded(text(western), 'windows-1252'), western],
];

describe('encodings', () => {
  it.each(matrix)('%s is read to the letter, or asked for', async (_, bytes, expected) => {
    const file = folder.write('a.csv', bytes);
    const [sketch] = await sketchFile(file);
    const asked = sketch?.questions[0];
    if (asked) expect(asked.candidates[0]?.name).toBe(sketch?.encoding);
    const [whole] = await readWhole(file);
    expect(whole?.headers).toEqual(expected.headers);
    expect(whole?.rows).toEqual(expected.rows);
    expect(whole?.notes).toEqual(asked ? [{ kind: 'guessed-encoding', name: sketch?.encoding }] : []);
  });

  it('are asked for where a text is too short to tell, each with a line of it', async () => {
    const [sketch] = await sketchFile(folder.write('a.csv', encoded('a,b\n1,Köln\n', 'windows-1252')));
    const question = sketch?.questions[0];
    expect(question?.confidence).toBeLessThan(0.8);
    expect(question?.candidates.find(({ name }) => name === 'windows-1252')?.sample).toBe('1,Köln');
    expect(question?.candidates.every(({ sample }) => !sample.includes('\ufffd'))).toBe(true);
  });

  it.each(encodings)('%s is taken where it is named', async (encoding) => {
    const plain = 'a,b\n1,x\n';
    const bytes = encoding === 'utf-8' ? Buffer.from(plain) : encoded(plain, encoding);
    const [whole] = await readWhole(folder.write('a.csv', bytes), { encoding: encoding.toUpperCase() });
    expect([whole?.encoding, whole?.rows]).toEqual([encoding, [['1', 'x']]]);
  });

  it.each([2, 3, 4] as const)('cut no character of %i bytes between two pieces', async (size) => {
    const letter = { 2: 'é', 3: '湛', 4: '𠮷' }[size];
    const rows = Array.from({ length: 1_000 }, () => ['x'.repeat(size), letter.repeat(997)]);
    const table = { headers: ['a', 'b'], rows };
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const bytes = encoding === 'utf-8' ? Buffer.from(text(table)) : encoded(text(table), encoding);
      const [whole] = await readWhole(folder.write('a.csv', bytes));
      expect(whole?.rows.length).toBe(1_000);
      expect(JSON.stringify(whole?.rows) === JSON.stringify(rows)).toBe(true);
      expect(whole?.suspect).toBe(false);
    }
  });

  it.each(['utf-8', 'gb18030', 'big5'] as const)(
    '%s is told where a text has no line ends',
    async (encoding) => {
      const records = Array.from({ length: 20_000 }, (_, i) => ({
        n: i,
        地: '臺北市中正區立法院前聚集抗議',
      }));
      const json = JSON.stringify(records);
      const bytes = encoding === 'utf-8' ? Buffer.from(json) : encoded(json, encoding);
      const [whole] = await readWhole(folder.write('a.json', bytes));
      expect(whole?.encoding).toBe(encoding);
      expect(whole?.rows.length).toBe(20_000);
      expect(whole?.rows[19_999]).toEqual(['19999', '臺北市中正區立法院前聚集抗議']);
    },
  );

  it('keep a NUL and half of a character, and mark the batch', async () => {
    const nul = await readWhole(folder.write('a.csv', 'a,b\n1,x\0y\n'));
    expect(nul[0]).toMatchObject({ rows: [['1', 'x\0y']], suspect: true });
    const bytes = Buffer.concat([Buffer.from(mark.le), encoded('a,b\n1,x\ud800y\n', 'utf-16le')]);
    const half = await readWhole(folder.write('a.csv', bytes));
    expect(half[0]).toMatchObject({ rows: [['1', 'x\ud800y']], suspect: true });
    const json = await readWhole(folder.write('a.json', '[{"a":"x\\ud800y","b":"\\u0000"}]'));
    expect(json[0]).toMatchObject({ rows: [['x\ud800y', '\0']], suspect: true });
    const raw = await readWhole(folder.write('a.ndjson', encoded('{"a":"x\ud800"}\n', 'utf-16be')));
    expect(raw[0]).toMatchObject({ rows: [['x\ud800']], suspect: true });
  });
});

describe('delimited texts', () => {
  it('have line ends of three kinds, within quotation marks too', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const file = folder.write('a.csv', `a,b${end}1,"x${end}y"${end}${end}2,z`);
      expect((await readWhole(file))[0]).toMatchObject({
        rows: [
          ['1', 'x\ny'],
          ['2', 'z'],
        ],
        numbers: [2, 4],
      });
    }
  });

  it.each([
    [';', 'a;b;c\n1,5;2,5;x\n2,5;3,5;y\n'],
    ['\t', 'a\tb\n1, 2\t3, 4\n'],
    ['|', 'a|b|c\n1|"x,y|z"|2\n'],
    [',', 'a,b,c\n1,"x;y;z\n;;",2\n'],
    [',', 'one\nx\ny\n'],
  ])('find their delimiter: %j', async (delimiter, content) => {
    const [sketch] = await sketchFile(folder.write('a.csv', content));
    expect(sketch?.delimiter).toBe(delimiter);
  });

  it('take the delimiter that is named', async () => {
    const [table] = await readWhole(folder.write('a.csv', 'a;b,c\n1;2,3\n'), { delimiter: ';' });
    expect(table?.rows).toEqual([['1', '2,3']]);
  });

  it('deliver ragged rows as they are, with their numbers', async () => {
    const [table] = await readWhole(folder.write('a.csv', 'a,b,c\n1\n\n1,2,3,4,5\n,,\n1,2,3\n'));
    expect(table?.rows).toEqual([['1'], ['1', '2', '3', '4', '5'], ['1', '2', '3']]);
    expect(table?.numbers).toEqual([2, 4, 6]);
  });

  it('may hold a cell of 10 MB, which is marked', async () => {
    const cell = 'x"y\n'.repeat(2_500_000);
    const file = folder.write(
      'a.csv',
      delimited(
        {
          headers: ['a', 'b'],
          rows: [
            ['1', cell],
            ['2', 'z'],
          ],
        },
        ',',
      ),
    );
    const [table] = await readWhole(file);
    expect(table?.rows[0]?.[1] === cell).toBe(true);
    expect(table?.rows[1]).toEqual(['2', 'z']);
    expect(table?.suspect).toBe(true);
  });

  it('are the same whatever the size of the pieces they come in', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => [
      String(i),
      i % 7 === 0 ? `a "quoted", text\nof ${i}` : `plain ${i}`,
      i % 11 === 0 ? '湛江' : '',
    ]);
    const [table] = await readWhole(
      folder.write('a.csv', delimited({ headers: ['n', 'b', 'c'], rows }, ',')),
    );
    expect(table?.rows).toEqual(rows);
    expect(table?.numbers[59_999]).toBe(60_001);
  });
});

describe('header rows', () => {
  const gdelt = (columns: number) =>
    Array.from({ length: 3 }, (_, row) =>
      Array.from({ length: columns }, (_, i) =>
        i % 4 === 1 ? `CHN${row}` : i % 4 === 3 ? '' : String(row + i),
      ).join('\t'),
    ).join('\n');

  it.each([58, 61])('are missing in a release of %i columns', async (columns) => {
    const [sketch] = await sketchFile(folder.write('a.export.CSV', gdelt(columns)));
    expect(sketch).toMatchObject({ headerRow: 0, headers: null, columns, delimiter: '\t' });
    expect(sketch?.sample.length).toBe(3);
  });

  it('stand below a title, and are trimmed', async () => {
    const [table] = await readWhole(folder.write('a.csv', 'Incidents of 2019,,\n\n id , place ,n\n1,x,3\n'));
    expect(table).toMatchObject({
      headerRow: 3,
      headers: ['id', 'place', 'n'],
      rows: [['1', 'x', '3']],
      numbers: [4],
    });
  });

  it('are the one that is named', async () => {
    const file = folder.write('a.csv', 'a,b\nc,d\n1,2\n');
    expect((await readWhole(file, { headerRow: 2 }))[0]).toMatchObject({
      headers: ['c', 'd'],
      rows: [['1', '2']],
    });
    expect((await readWhole(file, { headerRow: 0 }))[0]).toMatchObject({ headers: null, numbers: [1, 2, 3] });
  });

  it('may have no name over a column that is empty', async () => {
    const [table] = await readWhole(folder.write('a.csv', 'a,,b,\n1,,2,\n'));
    expect(table?.headers).toEqual(['a', '', 'b', '']);
  });

  it('may have any name', async () => {
    const headers = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const [table] = await readWhole(folder.write('a.csv', `${headers.join(',')}\n1,2,3,4,5\n`));
    expect(table?.headers).toEqual(headers);
    expect(table?.rows).toEqual([['1', '2', '3', '4', '5']]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('may be all there is', async () => {
    const [sketch] = await sketchFile(folder.write('a.csv', 'a,b,c\n'));
    expect(sketch).toMatchObject({ headers: ['a', 'b', 'c'], sample: [], columns: 3 });
  });
});
