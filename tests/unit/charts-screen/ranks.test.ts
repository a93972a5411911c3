import { describe, expect, it } from 'vitest';
import { rankUnits, rateDigits, splitRows, unitValue } from '@/lib/charts/ranks';
import type { BreakdownRow } from '@/lib/charts/types';
import { unit } from './samples';

describe('rankUnits', () => {
  it('goes from the most to the fewest, equal ones by name', () => {
    const ranked = rankUnits([unit('c', 1), unit('b', 5), unit('a', 1), unit('d', 0)], 'count');
    expect(ranked.map(({ code }) => code)).toEqual(['b', 'a', 'c', 'd']);
  });

  it('puts units without a rate last, even below zero incidents', () => {
    const ranked = rankUnits(
      [unit('none', 9, { people: null, rate: null }), unit('zero', 0), unit('high', 2, { rate: 8.5 })],
      'rate',
    );
    expect(ranked.map(({ code }) => code)).toEqual(['high', 'zero', 'none']);
    expect(unitValue(unit('none', 9, { rate: null }), 'rate')).toBeNull();
  });

  it('leaves its input as it was', () => {
    const units = [unit('a', 1), unit('b', 2)];
    rankUnits(units, 'count');
    expect(units.map(({ code }) => code)).toEqual(['a', 'b']);
  });
});

describe('rateDigits', () => {
  it('follows the largest rate', () => {
    expect(rateDigits([unit('a', 1, { rate: 120 })])).toBe(0);
    expect(rateDigits([unit('a', 1, { rate: 9.9 }), unit('b', 1, { rate: 0.01 })])).toBe(1);
    expect(rateDigits([unit('a', 1, { rate: 0.04 })])).toBe(3);
    expect(rateDigits([unit('a', 0, { rate: null })])).toBe(0);
  });
});

describe('splitRows', () => {
  const rows = (depths: (0 | 1)[]): BreakdownRow[] =>
    depths.map((depth, i) => ({
      code: `r${i}`,
      label: `r${i}`,
      count: 1,
      selected: false,
      excluded: false,
      apart: false,
      depth,
    }));

  it('shows everything when only one row would be hidden', () => {
    expect(splitRows(rows(Array(9).fill(0)), 8).map((part) => part.length)).toEqual([9, 0]);
    expect(splitRows(rows(Array(10).fill(0)), 8).map((part) => part.length)).toEqual([8, 2]);
  });

  it('does not part a row from the one it belongs to', () => {
    const [shown, hidden] = splitRows(rows([0, 0, 0, 1, 1, 1, 0]), 4);
    expect(shown.map(({ code }) => code)).toEqual(['r0', 'r1']);
    expect(hidden[0]?.code).toBe('r2');
  });

  it('cuts where it must when everything belongs to the first row', () => {
    expect(splitRows(rows([0, 1, 1, 1, 1, 1]), 3).map((part) => part.length)).toEqual([3, 3]);
  });
});
