import { describe, expect, test } from 'vitest';
import { changeBetween, ratioWord } from '@/lib/explore/compare/change';
import { areApart } from '@/lib/explore/compare/overlap';
import { observedDays } from '@/lib/explore/compare/spans';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const side = (count: number, of: number, days: number | null = 365) => ({ count, of, days });
const filters = (some: Partial<IncidentFilters>): IncidentFilters => ({ ...noFilters, ...some });

describe('the change between two counts', () => {
  test('below ten on either side there is nothing but the counts', () => {
    expect(changeBetween(side(9, 100), side(500, 600))).toBeNull();
    expect(changeBetween(side(500, 600), side(9, 100))).toBeNull();
    expect(changeBetween(side(0, 0), side(0, 0))).toBeNull();
    expect(changeBetween(side(10, 100), side(10, 100))).not.toBeNull();
  });

  test('rates are per day: twice as many in half the days is four times the rate', () => {
    const change = changeBetween(side(20, 100, 200), side(40, 100, 100));
    expect(change?.rates?.value).toBeCloseTo(4, 12);
    expect(change?.shares?.value).toBeCloseTo(2, 12);
    expect(change?.difference?.value).toBeCloseTo(0.2, 12);
  });

  test('without days there is no rate, but there are shares', () => {
    const change = changeBetween(side(20, 100, null), side(40, 100, 100));
    expect(change?.rates).toBeNull();
    expect(change?.shares?.value).toBeCloseTo(2, 12);
  });

  test.each([
    [1.26, 'large-increase'],
    [1.25, 'moderate-increase'],
    [1.11, 'moderate-increase'],
    [1.1, 'limited'],
    [1, 'limited'],
    [0.75, 'limited'],
    [0.74, 'decrease'],
  ])('a ratio of %f is called %s', (value, change) => {
    expect(ratioWord({ value, low: value * 0.99, high: value * 1.01 }).change).toBe(change);
  });

  test('a change is sure only where its interval does not hold 1', () => {
    expect(ratioWord({ value: 1.3, low: 0.9, high: 1.9 }).sure).toBe(false);
    expect(ratioWord({ value: 1.3, low: 1.01, high: 1.7 }).sure).toBe(true);
    expect(ratioWord({ value: 0.6, low: 0.4, high: 0.9 }).sure).toBe(true);
  });
});

describe('the days of a selection', () => {
  const log = { from: '2019-01-02', to: '2020-06-28' };

  test('are those of the filter that the data cover', () => {
    expect(observedDays(filters({ from: '2019', to: '2019' }), [log])).toEqual({
      days: 364,
      span: { from: '2019-01-02', to: '2019-12-31' },
    });
    expect(observedDays(filters({ from: '2020-03', starts: '2020-02-10..2020-03-02' }), [log])?.days).toBe(2);
  });

  test('days that two data sets cover count once, and a gap between them does not count', () => {
    const spans = [
      { from: '2019-01-01', to: '2019-01-10' },
      { from: '2019-01-05', to: '2019-01-20' },
      { from: '2019-02-01', to: '2019-02-01' },
    ];
    expect(observedDays(noFilters, spans)?.days).toBe(21);
  });

  test('are none outside the coverage, and not known where an end is open', () => {
    expect(observedDays(filters({ from: '2024', to: '2024' }), [log])).toEqual({ days: 0, span: null });
    expect(observedDays(noFilters, [{ from: '2019-01-01', to: null }])).toBeNull();
    expect(observedDays(filters({ from: '2019', to: '2019' }), [{ from: null, to: null }])?.days).toBe(365);
  });
});

describe('whether two selections may share incidents', () => {
  test('not where their dates do not meet or they name different types', () => {
    expect(areApart(filters({ to: '2018' }), filters({ from: '2019' }))).toBe(true);
    expect(areApart(filters({ type: choice(['petition']) }), filters({ type: choice(['strike']) }))).toBe(
      true,
    );
    expect(
      areApart(filters({ type: choice(['petition']) }), filters({ type: choice([], ['petition']) })),
    ).toBe(true);
  });

  test('they may where one lies in the other, or differ in a field of several values', () => {
    expect(areApart(noFilters, filters({ type: choice(['strike']) }))).toBe(false);
    expect(areApart(filters({ group: choice(['workers']) }), filters({ group: choice(['teachers']) }))).toBe(
      false,
    );
    expect(areApart(filters({ from: '2019' }), filters({ to: '2019' }))).toBe(false);
  });
});
