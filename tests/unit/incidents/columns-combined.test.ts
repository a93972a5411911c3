import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinedOf } from '@/lib/incidents/columns/combined';
import type { Rows } from '@/lib/incidents/columns/live';
import { splitAt } from '@/lib/incidents/columns/reading';
import { random } from '../../factories/random';

const count = 40_000;

/** Rows with fields of so many codes each. */
function rowsWith(sizes: Record<string, number>): Rows {
  const chance = random(3);
  const columns = Object.entries(sizes).map(([field, size]) => {
    const codes = new Uint16Array(count).map(() => chance.int(0, size - 1));
    return [field, { codes, size, sets: null }];
  });
  return { fields: Object.fromEntries(columns) } as Rows;
}

test('combinations tell the codes of the fields that have fewest, of all rows of a range', () => {
  const rows = rowsWith({ status: 1, type: 6, place: 60_000, issue: 400, dataset: 2, precision: 5 });
  const { codes, size, codeOf } = combinedOf(rows, { from: 500, to: 39_900 });
  // Another field would leave more combinations than stay in the near memory; one of a single code tells nothing.
  expect([...codeOf.keys()]).toEqual(['dataset', 'precision', 'type']);
  expect(size).toBe(60);
  for (const [field, code] of codeOf) {
    const told = Uint16Array.from(codes.subarray(500), (combination) => code[combination] as number);
    expect(told).toEqual(rows.fields[field].codes.slice(500, 39_900));
  }
});

test('where each field has too many codes, or only one, nothing is combined', () => {
  expect(combinedOf(rowsWith({ status: 1, place: 60_000 }), { from: 0, to: count })).toMatchObject({
    size: 1,
    codeOf: new Map(),
  });
});

test('a stretch is split at a row, with and without a list', () => {
  const rowsOf = (list: Uint32Array | null, from: number, to: number) =>
    list ? [...list.subarray(from, to)] : Array.from({ length: to - from }, (_, at) => from + at);
  fc.assert(
    fc.property(
      fc.option(fc.uniqueArray(fc.nat(100)).map((rows) => Uint32Array.from(rows).sort())),
      fc.nat(110),
      (list, row) => {
        const stretch = list ? { list, from: 0, to: list.length } : { list: null, from: 20, to: 60 };
        const [before, after] = splitAt(stretch, row).map((one) => rowsOf(one.list, one.from, one.to));
        expect([...(before ?? []), ...(after ?? [])]).toEqual(rowsOf(list, stretch.from, stretch.to));
        expect(before?.every((one) => one < row) && after?.every((one) => one >= row)).toBe(true);
      },
    ),
  );
});
