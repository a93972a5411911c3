import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { CountsFile } from '@/lib/exports/counts';
import { timeCsv } from '@/lib/exports/time-series';
import { barsChart } from '../charts/samples';
import { calendarChart, splitChart } from '../charts/time-samples';

const rowsOf = ({ text }: CountsFile): Record<string, string>[] => parse(text, { columns: true });

describe('the series of a chart over time as a file', () => {
  test('counts: a column a series, what is dated more coarsely apart, blank where nothing is known', () => {
    const chart = barsChart('en');
    const [first, , third] = rowsOf(timeCsv(chart));
    expect(Object.keys(first ?? {}).slice(0, 7)).toEqual([
      'start',
      'end',
      'label',
      'coverage',
      'total',
      'mass-incident',
      'mass-incident_coarse',
    ]);
    expect([first?.total, first?.petition]).toEqual(['', '']);
    const { sure = 0, coarse = 0 } = chart.buckets[2]?.stacks.petition ?? {};
    expect([third?.petition, third?.petition_coarse]).toEqual([String(sure + coarse), String(coarse)]);
  });

  test('shares and running sums stand beside the counts', () => {
    const share = rowsOf(timeCsv(splitChart('en', { show: 'share', draw: 'lines' })))[5];
    expect(Number(share?.labour_share)).toBeCloseTo(Number(share?.labour) / Number(share?.total), 4);
    expect(share).toHaveProperty('labour_mean_4');
    const rows = rowsOf(timeCsv(splitChart('en', { show: 'cumulative' })));
    const sum = rows.reduce((all, { total }) => all + Number(total), 0);
    expect(Number(rows.at(-1)?.total_cumulative)).toBe(sum);
  });

  test('people are bounds, with what is open and unknown, and no single number', () => {
    const row = rowsOf(timeCsv(splitChart('en', { show: 'participants' })))[5];
    expect(Object.keys(row ?? {}).filter((name) => /people|bound|unknown$/.test(name))).toEqual(
      expect.arrayContaining([
        'labour_people_min',
        'labour_people_max',
        'total_people_min',
        'total_people_max',
        'total_without_upper_bound',
        'total_size_unknown',
      ]),
    );
    expect(row?.total_without_upper_bound).toBe('2');
    // A sum of some upper bounds bounds nothing.
    expect([row?.total_people_max, row?.land_people_max]).toEqual(['', '']);
    expect(Number(row?.labour_people_max)).toBeGreaterThan(Number(row?.labour_people_min));
  });

  test('directives have a column, and a calendar a line a day', () => {
    const chart = splitChart('en');
    const sum = rowsOf(timeCsv(chart)).reduce((all, { directives }) => all + Number(directives), 0);
    const marks = chart.lane?.marks.filter(({ from }) =>
      chart.buckets.some(({ start, coverage }) => start === from && coverage !== 'none'),
    );
    expect(sum).toBe(marks?.reduce((all, { count }) => all + count, 0));
    const days = rowsOf(timeCsv(calendarChart('en', 1)));
    expect(days[0]).toMatchObject({ day: '2020-01-01' });
    expect(days).toHaveLength(301);
  });
});
