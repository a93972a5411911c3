import { describe, expect, test } from 'vitest';
import { coverageOf, filterOptions } from '@/lib/explore/options';
import type { Facets } from '@/lib/incidents/counts/types';
import { countedFields } from '@/lib/incidents/dimensions';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const names = {
  dataset: (slug: string) => slug,
  place: (id: string) => `P${id}`,
  source: (ref: string) => ref,
};
const optionsOf = (filters: Partial<IncidentFilters>, counts: Partial<Facets> = {}) =>
  filterOptions({
    facets: {
      ...(Object.fromEntries(countedFields.map((field) => [field, new Map()])) as unknown as Facets),
      ...counts,
    },
    filters: { ...noFilters, ...filters },
    datasets: [],
    names,
    locale: 'en',
  });

describe('the values of filters', () => {
  test('keep those without incidents, and offer the unknown at the end', () => {
    const { issue, order, size, source, category } = optionsOf({}, { issue: new Map([['labour', 3]]) });
    expect(issue.find(({ code }) => code === 'labour')?.count).toBe(3);
    expect(issue.find(({ code }) => code === 'environment')?.count).toBe(0);
    expect(issue.at(-1)).toMatchObject({ code: 'unknown', isRest: true });
    expect(order.slice(-2).map(({ code }) => code)).toEqual(['none', 'unknown']);
    for (const list of [size, source, category]) expect(list.at(-1)?.code).toBe('unknown');
  });
  test('of open fields stand by frequency, with those that are chosen though none is left', () => {
    const { category } = optionsOf(
      { category: choice([], ['gone']) },
      {
        category: new Map([
          ['rare', 1],
          ['usual', 9],
          ['unknown', 20],
        ]),
      },
    );
    expect(category.map(({ code }) => code)).toEqual(['usual', 'rare', 'gone', 'unknown']);
    expect(category[2]).toMatchObject({ state: 'out', count: 0 });
  });
  test('of a narrower term say what its broader term makes of it', () => {
    const { issue } = optionsOf({ issue: choice(['labour'], ['pay']) });
    const of = (code: string) => issue.find((option) => option.code === code);
    expect(of('labour')).toMatchObject({ state: 'in', broader: null, implied: null });
    expect(of('wage-arrears')).toMatchObject({
      state: null,
      broader: 'Labour',
      over: ['labour'],
      implied: 'in',
    });
    expect(of('pay')).toMatchObject({ state: 'out', implied: 'in' });
  });
  test('of places are those chosen, a place alone under its own name', () => {
    expect(optionsOf({ place: choice(['@440800'], ['440883']) }).place).toEqual([
      { value: '@440800', label: 'P440800', state: 'in' },
      { value: '440883', label: 'P440883', state: 'out' },
    ]);
  });
});

describe('the coverage of several data sets', () => {
  test('reaches from the first day to the last; those that say nothing are passed over', () => {
    expect(
      coverageOf([
        { coverageFrom: '2018-01-01', coverageTo: '2020-06-30' },
        { coverageFrom: '2019-01-01', coverageTo: '2021-06-30' },
        { coverageFrom: null, coverageTo: null },
      ]),
    ).toEqual({ from: '2018-01-01', to: '2021-06-30' });
    expect(coverageOf([{ coverageFrom: null, coverageTo: null }])).toBeNull();
  });
});
