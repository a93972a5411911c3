import { heightOf, peopleEnds, peopleIn } from '@/lib/charts/time-values';
import type { TimeChart } from '@/lib/charts/types';
import type { BarLayout } from './bar-layout';

/** One bucket as the drawing library takes it: `at` its middle, `l:code` a line, `b:code` a band, `m:code` a mean. */
type LineRow = { at: number; [series: string]: number | [number, number] | null };

/** The rows behind the lines of a chart. */
export function lineRows(chart: TimeChart, { keys, drawn }: BarLayout): LineRow[] {
  const isPeople = chart.show === 'participants';
  return chart.buckets.map((bucket, index) => {
    const row: LineRow = { at: index + 0.5 };
    for (const { code } of chart.draw === 'lines' ? keys : []) {
      const ends = isPeople ? peopleEnds(peopleIn(bucket, code)) : null;
      row[`l:${code}`] = isPeople ? (ends?.low ?? null) : heightOf(drawn[index], code);
      if (isPeople) row[`b:${code}`] = ends ? [ends.low, ends.high] : null;
    }
    for (const { code, values } of chart.mean?.lines ?? []) row[`m:${code}`] = values[index] ?? null;
    return row;
  });
}
