import { afterAll, describe, expect, it } from 'vitest';
import { sketchFile } from '@/lib/imports/read/open';
import { importFolder, readWhole } from '../../../support/import-files';

const folder = importFolder();
afterAll(folder.remove);

const read = async (name: string, text: string) => (await readWhole(folder.write(name, text)))[0];

describe('JSON', () => {
  it('is flattened: objects by dots, lists in one cell, null as nothing', async () => {
    const table = await read(
      'a.json',
      '[{"id":"x","at":{"lat":21.50,"name":null},"tags":["a",null,"b"],"who":[{"n":1},{"n":2}],"ok":true},{"id":12345678901234567890,"late":"kept"}]',
    );
    expect(table?.headers).toEqual(['id', 'at.lat', 'at.name', 'tags', 'who.n', 'ok', 'late']);
    expect(table?.rows).toEqual([
      ['x', '21.5', '', 'a; b', '1; 2', 'true', ''],
      ['12345678901234567890', '', '', '', '', '', 'kept'],
    ]);
    expect(table?.notes).toEqual([{ kind: 'nested-joined', count: 2 }]);
    expect(table?.numbers).toEqual([1, 2]);
  });

  it('loses no key that comes late, no key that is there twice, and the order of none', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) =>
      i === 2_900 ? { b: 'x', late: 'y' } : { b: i, 2019: 1 },
    );
    const table = await read('a.json', JSON.stringify(rows).replace('{"2019":1,"b":5}', '{"b":5,"b":6}'));
    expect(table?.headers).toEqual(['2019', 'b', 'late']);
    expect(table?.rows[2_900]).toEqual(['', 'x', 'y']);
    expect(table?.rows[5]).toEqual(['', '5; 6', '']);
    expect(table?.rows.length).toBe(3_000);
  });

  it('may hold its records within an object', async () => {
    expect(
      (await read('a.json', '{"meta":{"tags":[1,2]},"result":{"data":[{"a":1},{"a":2}]}}'))?.rows,
    ).toEqual([['1'], ['2']]);
  });

  it('keeps any key', async () => {
    const table = await read('a.json', '[{"__proto__":{"polluted":"yes"},"constructor":"c"}]');
    expect(table?.headers).toEqual(['__proto__.polluted', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('comes by lines too, whatever the name of the file', async () => {
    const table = await read('a.txt', '{"a":1}\n\n{"b":"x\\ny"}');
    expect(table).toMatchObject({
      format: 'ndjson',
      headers: ['a', 'b'],
      rows: [
        ['1', ''],
        ['', 'x\ny'],
      ],
      numbers: [1, 3],
    });
    expect(await read('a.json', '{"a":1}')).toMatchObject({ format: 'ndjson', rows: [['1']] });
  });

  it('is not taken for a delimited text, nor the other way round', async () => {
    const [sketch] = await sketchFile(folder.write('a.csv', '[id],{name}\n1,x\n'));
    expect(sketch).toMatchObject({ format: 'csv', headers: ['[id]', '{name}'] });
    expect((await sketchFile(folder.write('a.csv', '[{"a":1}]')))[0]?.format).toBe('json');
  });
});

describe('GeoJSON', () => {
  const features = [
    {
      type: 'Feature',
      id: 7,
      properties: { name: 'x', n: { low: 1 } },
      geometry: { type: 'Point', coordinates: [110.4, 21.2, 5] },
    },
    {
      type: 'Feature',
      properties: { name: 'y' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [1, 2],
            [3, 4],
            [1, 2],
          ],
        ],
      },
    },
    { type: 'Feature', properties: { name: 'z' }, geometry: null },
  ];

  it.each([
    ['a.geojson', JSON.stringify({ type: 'FeatureCollection', bbox: [1, 2], features })],
    ['a.ndjson', features.map((one) => JSON.stringify(one)).join('\n')],
  ])('gives the properties and where points lie: %s', async (name, text) => {
    const table = await read(name, text);
    expect(table?.format).toBe('geojson');
    expect(table?.headers).toEqual(['id', 'name', 'n.low', 'longitude', 'latitude']);
    expect(table?.rows).toEqual([
      ['7', 'x', '1', '110.4', '21.2'],
      ['', 'y', '', '', ''],
      ['', 'z', '', '', ''],
    ]);
    expect(table?.notes).toEqual([{ kind: 'shape-skipped', count: 1 }]);
  });
});
