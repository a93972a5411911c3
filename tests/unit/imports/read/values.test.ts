import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import { momentText, numberText, plain } from '@/lib/imports/read/numbers';
import { importFolder, readWhole } from '../../../support/import-files';

const folder = importFolder();
afterAll(folder.remove);

describe('numbers', () => {
  it.each([
    ['440800.0', '440800'],
    ['4.408E5', '440800'],
    ['0.1', '0.1'],
    ['-0', '0'],
    ['1e21', '1000000000000000000000'],
    ['1.5e-8', '0.000000015'],
    ['-2.25e22', '-22500000000000000000000'],
    ['9007199254740993', '9007199254740993'],
    ['1e400', '1e400'],
  ])('%s is %s', (written, text) => {
    expect(numberText(written)).toBe(text);
  });

  it('that are none stay what they are', () => {
    expect([plain(Number.NaN), plain(Number.POSITIVE_INFINITY)]).toEqual(['NaN', 'Infinity']);
  });
});

describe('moments', () => {
  it('are days where they have no time, whatever the time zone', () => {
    expect(momentText(new Date('2019-03-31T00:00:00Z'))).toBe('2019-03-31');
    expect(momentText(new Date('2019-03-31T02:29:59.999Z'))).toBe('2019-03-31T02:30');
    expect(momentText(new Date(Number.NaN))).toBe('');
  });
});

describe('Parquet', () => {
  it('has its values as texts', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        {
          name: 'day',
          data: [new Date('2019-03-31T00:00:00Z'), new Date('2019-03-31T15:45:00Z')],
          type: 'TIMESTAMP',
        },
        { name: 'n', data: [440800, null], type: 'INT32', nullable: true },
        { name: 'big', data: [9007199254740993n, -1n], type: 'INT64' },
        { name: 'share', data: [0.1, 2], type: 'DOUBLE' },
        { name: 'yes', data: [true, false], type: 'BOOLEAN' },
        {
          name: 'bytes',
          data: [new TextEncoder().encode('湛江'), Uint8Array.of(0xff, 0x01)],
          type: 'BYTE_ARRAY',
        },
        { name: 'json', data: [{ a: [1] }, { a: [] }], type: 'JSON' },
      ],
    });
    const [table] = await readWhole(folder.write('a.parquet', new Uint8Array(bytes)));
    expect(table?.rows).toEqual([
      ['2019-03-31', '440800', '9007199254740993', '0.1', 'true', '湛江', '{"a":[1]}'],
      ['2019-03-31T15:45', '', '-1', '2', 'false', 'ff01', '{"a":[]}'],
    ]);
  });
});
