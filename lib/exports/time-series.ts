import { dateOf } from '@/lib/charts/calendar-layout';
import { drawnValues, hasNoData, heightOf, peopleIn, runningTotals } from '@/lib/charts/time-values';
import type { Bucket, SeriesKey, TimeChart } from '@/lib/charts/types';
import type { Calendar } from '@/lib/charts/types-time';
import { type CountsFile, countsCsv } from './counts';

type Cell = string | number | null;

/** One column of the file: its name, and what stands in it for a bucket of which something is known. */
type Column = { name: string; cell: (bucket: Bucket, index: number) => Cell };

/**
 * The series of a time chart as drawn: one line a bucket, the numbers of each series and what is dated more
 * coarsely apart, then what the chart shows of them: shares, running sums, or ranges of people (bounds, incidents
 * without an upper bound, without a size); moving averages; directives. Where nothing is known the cells are
 * empty. A calendar has one line a day.
 */
export function timeCsv(chart: TimeChart): CountsFile {
  if (chart.calendar) return calendarCsv(chart, chart.calendar);
  const columns = columnsOf(chart);
  return countsCsv(
    chart.frame,
    ['start', 'end', 'label', 'coverage', 'total', ...columns.map(({ name }) => name)],
    chart.buckets.map((bucket, index) => {
      const { start, end, label, coverage, total } = bucket;
      const isBlank = hasNoData(bucket);
      return [
        start,
        end,
        label,
        coverage,
        isBlank ? null : total,
        ...columns.map(({ cell }) => (isBlank ? null : cell(bucket, index))),
      ];
    }),
  );
}

function columnsOf(chart: TimeChart): Column[] {
  const { buckets, keys, show, split, mean, lane } = chart;
  const drawn = show === 'share' || show === 'cumulative' ? drawnValues(chart) : [];
  const sums = show === 'cumulative' ? runningTotals(buckets) : [];
  const marks = new Map(lane?.marks.map(({ from, count }) => [from, count]));
  const shown = show === 'share' ? 'share' : 'cumulative';
  return [
    ...burstColumns(buckets),
    ...keys.flatMap((key): Column[] => [
      ...(split === null ? [] : [{ name: key.code, cell: (bucket: Bucket) => countIn(bucket, key).all }]),
      { name: named(key, 'coarse'), cell: (bucket) => countIn(bucket, key).coarse },
      ...(drawn.length > 0
        ? [
            {
              name: named(key, shown),
              cell: (_: Bucket, index: number) => decimals(heightOf(drawn[index], key.code)),
            },
          ]
        : []),
      ...(show === 'participants' && split !== null ? peopleColumns(key.code, `${key.code}_`) : []),
    ]),
    ...(show === 'cumulative'
      ? [{ name: 'total_cumulative', cell: (_: Bucket, i: number) => sums[i] ?? null }]
      : []),
    ...(show === 'participants' ? peopleColumns('', split === null ? '' : 'total_') : []),
    ...(mean?.lines ?? []).map(
      ({ code, values }): Column => ({
        name: `${code === '' ? 'total' : code}_mean_${mean?.buckets}`,
        cell: (_, index) => decimals(values[index] ?? null),
      }),
    ),
    ...(lane ? [{ name: 'directives', cell: ({ start }: Bucket) => marks.get(start) ?? 0 }] : []),
  ];
}

const named = ({ code }: SeriesKey, what: string) => (code === '' ? what : `${code}_${what}`);

function countIn({ stacks }: Bucket, { code }: SeriesKey): { all: number; coarse: number } {
  const { sure, coarse } = stacks[code] ?? { sure: 0, coarse: 0 };
  return { all: sure + coarse, coarse };
}

/** Sums of bounds, no single number of people; without an upper one where an incident has none. */
function peopleColumns(code: string, prefix: string): Column[] {
  const of =
    (part: 'min' | 'max' | 'open' | 'unknown', empty: Cell): Column['cell'] =>
    (bucket) =>
      peopleIn(bucket, code)?.[part] ?? empty;
  return [
    { name: `${prefix}people_min`, cell: of('min', null) },
    {
      name: `${prefix}people_max`,
      cell: (bucket) => {
        const range = peopleIn(bucket, code);
        return range && range.open === 0 ? range.max : null;
      },
    },
    { name: `${prefix}without_upper_bound`, cell: of('open', 0) },
    { name: `${prefix}size_unknown`, cell: of('unknown', 0) },
  ];
}

/** Where bursts are asked for: what is judged, what is expected, the limit, and 1 for a burst; empty = not judged. */
function burstColumns(buckets: readonly Bucket[]): Column[] {
  if (!buckets.some(({ limit }) => limit !== undefined)) return [];
  return [
    { name: 'dated_finely', cell: ({ limit }) => limit?.count ?? null },
    { name: 'expected', cell: ({ limit }) => decimals(limit?.expected ?? null) },
    { name: 'limit', cell: ({ limit }) => decimals(limit?.upper ?? null) },
    { name: 'burst', cell: ({ limit, burst }) => (limit ? (burst ? 1 : 0) : null) },
  ];
}

const decimals = (value: number | null) => (value === null ? null : Number(value.toFixed(4)));

/** The days of a calendar, the earliest first; days of which nothing is known are left out. */
function calendarCsv({ frame }: TimeChart, { years }: Calendar): CountsFile {
  return countsCsv(
    frame,
    ['day', 'incidents'],
    [...years]
      .reverse()
      .flatMap(({ year, days }) =>
        days.flatMap((count, index) => (count === null ? [] : [[dateOf({ year, index }), count]])),
      ),
  );
}
