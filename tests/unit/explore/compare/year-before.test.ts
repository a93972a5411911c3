import { describe, expect, test } from 'vitest';
import { comparableYears, dateYearBefore, yearBefore } from '@/lib/explore/compare/year-before';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const open = { from: null, to: null };
const filters = (some: Partial<IncidentFilters>): IncidentFilters => ({ ...noFilters, ...some });

describe('a date one year earlier', () => {
  test.each([
    ['2020', '2019'],
    ['2020-02', '2019-02'],
    ['2020-Q1', '2019-Q1'],
    ['2020-W09', '2019-W09'],
    ['2020-03-01', '2019-03-01'],
    // Leap days have no counterpart; weeks keep their number, and 53 is clipped.
    ['2020-02-29', '2019-02-28'],
    ['2021-02-28', '2020-02-28'],
    ['2020-W53', '2019-W52'],
    ['2021-W52', '2020-W52'],
  ])('%s becomes %s', (text, before) => {
    expect(dateYearBefore(text)).toBe(before);
  });

  test('what is no date, or lies before all that can be written, has none', () => {
    expect(dateYearBefore('2020-13')).toBeNull();
    expect(dateYearBefore('1000')).toBeNull();
  });
});

describe('the same filter a year before', () => {
  test('dates and the span of beginnings go back; everything else stays', () => {
    const before = yearBefore(
      filters({
        from: '2020',
        to: '2020-Q2',
        starts: '2020-02..2020-03',
        type: choice(['petition']),
        match: 'certain',
      }),
      open,
    );
    expect(before?.filters).toEqual(
      filters({
        from: '2019',
        to: '2019-Q2',
        starts: '2019-02..2019-03',
        type: choice(['petition']),
        match: 'certain',
      }),
    );
    expect(before?.clipped).toEqual([]);
  });

  test('what has no counterpart is named', () => {
    const before = yearBefore(filters({ from: '2020-02-29', to: '2020-W53' }), open);
    expect(before?.filters).toMatchObject({ from: '2019-02-28', to: '2019-W52' });
    expect(before?.clipped).toEqual(['2020-02-29', '2020-W53']);
  });

  test('an open end is closed where the data end, so that both are equally long', () => {
    const ends = { from: '2018-03-01', to: '2020-06-30' };
    expect(yearBefore(filters({ from: '2020' }), ends)?.filters).toMatchObject({
      from: '2019',
      to: '2019-06-30',
    });
    expect(yearBefore(filters({ to: '2019' }), ends)?.filters).toMatchObject({
      from: '2017-03-01',
      to: '2018',
    });
    expect(yearBefore(filters({ from: '2022' }), ends)?.filters).toMatchObject({
      from: '2021',
      to: '2021-12-31',
    });
    expect(yearBefore(filters({ starts: '2020-02' }), ends)?.filters).toMatchObject({
      from: null,
      to: null,
      starts: '2019-02',
    });
  });

  test('without dates there is no year before; years of the coverage can be offered', () => {
    expect(yearBefore(filters({ type: choice(['strike']) }), open)).toBeNull();
    expect(comparableYears({ from: '2018-03-01', to: '2020-06-30' })).toEqual([2020, 2019]);
    expect(comparableYears({ from: '2020-03-01', to: '2020-06-30' })).toEqual([]);
    expect(comparableYears(open)).toEqual([]);
  });
});
