import { describe, expect, test } from 'vitest';
import { changeBetween } from '@/lib/explore/compare/change';
import { valuesOfCode, valuesOfPlace } from '@/lib/explore/compare/openable';
import { barRows, inOrder, rowChange } from '@/lib/explore/compare/rows';
import type { ChangeGroup, ChangeRow, ComparedSide } from '@/lib/explore/compare/types';
import { pointsText, threeFigures } from '@/lib/explore/compare/words';
import { noFilters } from '@/lib/incidents/selection';
import type { PlaceNode } from '@/lib/places/tree';
import { choice, noChoice } from '@/lib/url/params';

const row = (code: string, a: number, b: number, depth: 0 | 1 = 0): ChangeRow => ({
  code,
  label: code,
  depth,
  a,
  b,
  change: changeBetween({ count: a, of: 1_000, days: 100 }, { count: b, of: 1_000, days: 100 }),
});
const group = (rows: ChangeRow[], field: ChangeGroup['field'] = 'issue'): ChangeGroup => ({
  field,
  rows,
  notes: [],
});
const codes = (rows: ChangeRow[]) => rows.map(({ code }) => code);

describe('the order of the change table', () => {
  test('sure changes first, then those that may be chance, then what is too few; each by distance from 1', () => {
    const rows = [
      row('few', 3, 90),
      row('slight', 200, 205),
      row('double', 100, 200),
      row('fifth', 200, 40),
      row('maybe', 10, 15),
    ];
    expect(codes(inOrder(group(rows), 'change', 'rate'))).toEqual([
      'fifth',
      'double',
      'maybe',
      'slight',
      'few',
    ]);
  });

  test('by incidents: narrower terms stay under their broader one; classes of size keep their order', () => {
    const rows = [
      row('land', 20, 20),
      row('land.a', 5, 5, 1),
      row('labour', 90, 90),
      row('pay', 30, 30, 1),
      row('arrears', 60, 60, 1),
    ];
    expect(codes(inOrder(group(rows), 'size', 'rate'))).toEqual([
      'labour',
      'arrears',
      'pay',
      'land',
      'land.a',
    ]);
    const sizes = [row('1', 1, 1), row('2-9', 50, 50), row('10-49', 20, 20)];
    expect(codes(inOrder(group(sizes, 'size'), 'size', 'rate'))).toEqual(['1', '2-9', '10-49']);
  });
});

describe('a row in words', () => {
  const side = (incidents: number, days: number): ComparedSide => ({
    filters: noFilters,
    phrases: [],
    sentence: '',
    incidents,
    observed: { days, span: null },
  });

  test('the ratio with its interval and its class; or that there are too few', () => {
    expect(rowChange(row('x', 100, 150), 'rate', 'en')).toBe('1.50 (1.16 to 1.93), large increase');
    expect(rowChange(row('x', 10, 14), 'rate', 'en')).toBe(
      '1.40 (0.62 to 3.15), large increase, may be chance',
    );
    expect(rowChange(row('x', 100, 101), 'rate', 'en')).toBe(
      '1.01 (0.77 to 1.33), limited change, may be chance',
    );
    expect(rowChange(row('x', 90_000, 95_000), 'rate', 'en')).toMatch(/, limited change$/);
    expect(rowChange(row('x', 9, 150), 'rate', 'en')).toBe('too few to compare');
    expect(rowChange(row('x', 100, 150), 'rate', 'zh')).toBe('1.50（1.16 至 1.93），大幅增加');
  });

  test('bars are as long as the rates per day, and give no rate below ten', () => {
    const [many, few] = barRows(
      [row('x', 100, 150), row('y', 9, 20)],
      { a: side(1_000, 100), b: side(1_000, 300) },
      'rate',
      'en',
    );
    expect([many?.lengthA, many?.lengthB]).toEqual([1, 0.5]);
    expect([many?.detailA, many?.detailB]).toEqual(['1.00 a day', '0.500 a day']);
    expect([few?.a, few?.detailA, few?.detailB]).toEqual([9, '', '']);
  });

  test('numbers have three figures that count, differences their sign', () => {
    expect([1_234.5, 12.34, 0.01234, 0].map((value) => threeFigures(value, 'en'))).toEqual([
      '1,235',
      '12.3',
      '0.0123',
      '0',
    ]);
    expect(pointsText({ value: -0.021, low: -0.0451, high: 0.0004 }, 'en')).toBe('−2.1 (−4.5 to 0.0)');
  });
});

describe('which filter keeps the incidents of a row', () => {
  test('the code alone where the field is free or names it, or names its broader term', () => {
    expect(valuesOfCode('issue', noChoice, 'wage-arrears')).toEqual(['wage-arrears']);
    expect(valuesOfCode('issue', choice(['wage-arrears', 'pay']), 'pay')).toEqual(['pay']);
    expect(valuesOfCode('issue', choice(['labour']), 'wage-arrears')).toEqual(['wage-arrears']);
    expect(valuesOfCode('issue', choice([], ['pay']), 'labour')).toEqual(['labour']);
  });

  test('none where it would have to keep what has two values at once', () => {
    expect(valuesOfCode('issue', choice(['wage-arrears']), 'environment')).toBeNull();
  });

  test('of places: the unit, what the filter names inside it, or none', () => {
    const place = (id: string, path: string): PlaceNode => ({
      id,
      path,
      code: null,
      nameEn: id,
      nameZh: id,
      level: 'prefecture',
      parentId: null,
      aliases: [],
    });
    const gd = place('440000', 'CN/440000/');
    const zj = place('440800', 'CN/440000/440800/');
    const places = new Map([gd, zj].map((one) => [one.id, one]));
    expect(valuesOfPlace(noChoice, gd, places)).toEqual(['440000']);
    expect(valuesOfPlace(choice(['440000']), zj, places)).toEqual(['440800']);
    expect(valuesOfPlace(choice(['440800']), gd, places)).toEqual(['440800']);
    expect(valuesOfPlace(choice(['@440000']), gd, places)).toEqual(['@440000']);
    expect(valuesOfPlace(choice(['@440000']), zj, places)).toBeNull();
    expect(valuesOfPlace(choice(['@440000', 'unknown']), gd, places)).toBeNull();
  });
});
