import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { ChartFrame } from '@/lib/charts/types';
import { comparedTimeCsv } from '@/lib/exports/compare';
import type { CountsFile } from '@/lib/exports/counts';
import { breakdownCsv, districtsCsv, matrixCsv } from '@/lib/exports/series';
import { timeCsv } from '@/lib/exports/time-series';
import { comparedTime } from '../charts/comparison-samples';
import { breakdownChart, districtChart, matrixChart } from '../charts/place-samples';
import { barsChart } from '../charts/samples';
import { calendarChart } from '../charts/time-samples';

/** A sample of a chart as a file, with so many made-up incidents. */
const kind =
  <Chart extends { frame: ChartFrame }>(chart: Chart, csv: (chart: Chart) => CountsFile) =>
  (synthetic: number): CountsFile =>
    csv({ ...chart, frame: { ...chart.frame, synthetic } });

const rowsOf = ({ text }: CountsFile): Record<string, string>[] => parse(text, { columns: true });

const files = {
  'over time': kind(barsChart('en'), timeCsv),
  calendar: kind(calendarChart('en', 1), timeCsv),
  districts: kind(districtChart('en'), districtsCsv),
  breakdown: kind(breakdownChart('en'), breakdownCsv),
  sizes: kind({ ...breakdownChart('en'), field: 'size' }, breakdownCsv),
  matrix: kind(matrixChart('en'), matrixCsv),
  'compared over time': kind(comparedTime('en'), comparedTimeCsv),
};

describe.each(Object.entries(files))('the numbers of a chart as a file: %s', (_, fileWith) => {
  test.each([
    [0, 'false'],
    [3, 'true'],
  ])('with %i made-up incidents, every line says synthetic = %s, in the last column', (count, mark) => {
    const rows = rowsOf(fileWith(count));
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ synthetic }) => synthetic))).toEqual(new Set([mark]));
    expect(Object.keys(rows[0] ?? {}).at(-1)).toBe('synthetic');
  });

  test('it says how many rows it has, its header not among them', () => {
    const file = fileWith(0);
    expect(file.rows).toBe(rowsOf(file).length);
  });
});
