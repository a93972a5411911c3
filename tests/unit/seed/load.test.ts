import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { parseSeed, readSeedFiles } from '@/prisma/seed/load';
import type { SeedFile } from '@/prisma/seed/schema';

type Row = Record<string, unknown>;

let files: Record<SeedFile, unknown>;
let places: Set<string>;

beforeAll(async () => {
  files = await readSeedFiles();
  places = placesNamedIn(files);
});

describe('parseSeed', () => {
  it('takes the files as they are', () => {
    expect(() => parseSeed(files, places)).not.toThrow();
  });

  it('names file, row, field and value of what is wrong', () => {
    const message = failure('incidents', 2, { sizeMax: 0 });
    expect(message).toContain('incidents.json, row 3, field sizeMax: “0” must be 1 or more');
  });

  it.each<[string, SeedFile, number, Row, string]>([
    [
      'a code that does not exist',
      'incidents',
      0,
      { type: 'parade' },
      'row 1, field type: “parade” is not a code',
    ],
    [
      'a code for filters only',
      'directives',
      0,
      { orders: ['none'] },
      'row 1, field orders.0: “none” is a value of filters',
    ],
    [
      'a code given twice',
      'incidents',
      0,
      { issues: ['pay', 'pay'] },
      'field issues: “["pay","pay"]” names a code twice',
    ],
    [
      'a day that does not exist',
      'figures',
      0,
      { to: '2020-02-30' },
      'figures.json, row 1, field to: “2020-02-30”',
    ],
    [
      'a week that does not end on a Sunday',
      'incidents',
      2,
      { endsOn: '2019-03-02' },
      'does not make a whole week',
    ],
    [
      'a day that lasts two',
      'incidents',
      0,
      { endsOn: '2019-11-02' },
      'field endsOn: “2019-11-02” must be the first day',
    ],
    [
      'an upper bound below the lower',
      'incidents',
      3,
      { sizeMax: 5 },
      'field sizeMax: “5” is smaller than sizeMin',
    ],
    ['a field that does not exist', 'sources', 1, { colour: 'red' }, 'sources.json, row 2'],
    ['a missing field', 'periods', 0, { nameZh: undefined }, 'periods.json, row 1, field nameZh: “nothing”'],
    [
      'an external id of another day',
      'incidents',
      0,
      { externalId: '2019-11-02-a' },
      'does not begin with startsOn',
    ],
    ['half a date of issue', 'directives', 0, { issuedFrom: '2019-11-01' }, 'field issuedPrecision'],
    ['a note about nothing', 'directives', 0, { incidents: [] }, 'a note names the incidents'],
    [
      'a place that does not exist',
      'incidents',
      1,
      { placeId: '999999' },
      'field placeId: “999999” has no claim',
    ],
    [
      'a data set that does not exist',
      'figures',
      0,
      { dataset: 'no-such' },
      'field dataset: “no-such” is not a data set',
    ],
    [
      'an incident that does not exist',
      'directives',
      1,
      { incidents: ['zj-2000-01-01-a'] },
      'is not an incident',
    ],
    [
      'a source that does not exist',
      'figures',
      1,
      { source: 'no-such' },
      'field source: “no-such” is not a source',
    ],
    [
      'a ref given twice',
      'figures',
      1,
      { ref: 'zj-incidents-total' },
      'row 2, field ref: “zj-incidents-total” is given twice',
    ],
  ])('refuses %s', (_, file, row, change, message) => {
    expect(failure(file, row, change)).toContain(message);
  });

  it('refuses a place that is not in the table of places', () => {
    places.delete('440882');
    expect(failure('incidents', 0, {})).toContain(
      'incidents.json, row 1, field placeId: “440882” is not a place',
    );
    places.add('440882');
  });

  it.each([
    [
      'a coded value without a claim',
      (claims: Row[]) => claims.slice(1),
      'field type: “petition” has no claim',
    ],
    [
      'a claim about a field that does not exist',
      (claims: Row[]) => [...claims, { ...claims[0], field: 'mood' }],
      '“mood” is not a field of the record',
    ],
    [
      'a followed claim for another value',
      (claims: Row[]) => [...claims, { ...claims[0], value: 'strike' }],
      '“strike” is not the coded value of “type”',
    ],
    [
      'a long quotation',
      (claims: Row[]) => claims.map((claim) => ({ ...claim, printed: 'word '.repeat(13).trim() })),
      'quotes more than 12 words',
    ],
  ])('refuses %s', (_, change, message) => {
    const claims = rowsOf('incidents')[0]?.claims;
    expect(failure('incidents', 0, { claims: change(claims as Row[]) })).toContain(message);
  });

  it('takes a second claim that is not followed', () => {
    const claims = rowsOf('incidents')[0]?.claims as Row[];
    const other = { ...claims[0], value: 'strike', followed: false };
    expect(() => parseSeed(changed('incidents', 0, { claims: [...claims, other] }), places)).not.toThrow();
  });
});

function rowsOf(file: SeedFile): Row[] {
  return files[file] as Row[];
}

function changed(file: SeedFile, row: number, change: Row): Record<SeedFile, unknown> {
  return {
    ...files,
    [file]: rowsOf(file).map((old, index) => (index === row ? { ...old, ...change } : old)),
  };
}

function failure(file: SeedFile, row: number, change: Row): string {
  try {
    parseSeed(changed(file, row, change), places);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.message;
    throw thrown;
  }
  throw new Error('parseSeed took the rows');
}

function placesNamedIn(all: Record<SeedFile, unknown>): Set<string> {
  const keys = ['coveragePlaceId', 'placeId', 'destinationPlaceId', 'issuerPlaceId'];
  const rows = Object.values(all).flatMap((file) => file as Row[]);
  return new Set(rows.flatMap((row) => keys.map((key) => row[key])).filter((id) => typeof id === 'string'));
}
