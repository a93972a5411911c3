'use client';

import type { ReactNode } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { screenMessages } from '@/lib/charts/screen-messages';
import { stackOf, stackTotal } from '@/lib/charts/time-layout';
import {
  drawnValues,
  hasNoData,
  heightOf,
  limitNumbers,
  peopleIn,
  runningTotals,
} from '@/lib/charts/time-values';
import type { Bucket, SeriesKey, TimeChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import { cell, DataTable } from '../ui/data-table';
import type { TimeHrefs } from './time-chart';

type TimeTableProps = { chart: TimeChart; hrefOf: Pick<TimeHrefs, 'bucket' | 'part'> };

/** One column: its heading, what it says of a bucket, where that leads, and what stands under it. */
type Column = {
  key: string;
  head: string;
  text: (bucket: Bucket, index: number) => string;
  href?: (bucket: Bucket) => string | undefined;
  foot?: string;
};

/** The numbers of a chart over time: a row a period, a column a series, in the terms that the chart shows. */
export function TimeTable({ chart, hrefOf }: TimeTableProps) {
  const { locale, title } = chart.frame;
  const words = exploreMessages[locale].time;
  const columns = columnsOf(chart, hrefOf);
  return (
    <DataTable label={screenMessages[locale].tableOf(title)}>
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          {columns.map(({ key, head }) => (
            <th key={key} scope="col" className={cell.num}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.buckets.map((bucket, index) => (
          <tr key={bucket.start}>
            <th scope="row">
              <span className={cell.nowrap}>
                <To href={hrefOf.bucket(bucket)}>{bucket.label}</To>
              </span>
              {bucket.coverage === 'part' && (
                <span className={cell.muted}> ({chartMessages[locale].partCovered})</span>
              )}
              {bucket.burst && <span className={cell.muted}> ({timeMessages[locale].drawing.burst})</span>}
            </th>
            {hasNoData(bucket) ? (
              <td colSpan={columns.length} className={cell.muted}>
                {chartMessages[locale].noData}
              </td>
            ) : (
              columns.map(({ key, text, href }) => (
                <td key={key} className={cell.num}>
                  <To href={href?.(bucket)}>{text(bucket, index)}</To>
                </td>
              ))
            )}
          </tr>
        ))}
        {columns.some(({ foot }) => foot !== undefined) && (
          <tr>
            <th scope="row">
              <b>{words.total}</b>
            </th>
            {columns.map(({ key, foot }) => (
              <td key={key} className={cell.num}>
                <b>{foot}</b>
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </DataTable>
  );
}

/** Words or a number that lead to the records they stand for. */
function To({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href === undefined ? children : <a href={href}>{children}</a>;
}

function columnsOf(chart: TimeChart, hrefOf: TimeTableProps['hrefOf']): Column[] {
  const { buckets, keys, show, split, grain, mean } = chart;
  const { locale } = chart.frame;
  const words = exploreMessages[locale].time;
  const t = timeMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  const drawn = show === 'cumulative' || show === 'share' ? drawnValues(chart) : [];
  const sums = show === 'cumulative' ? runningTotals(buckets) : [];
  const series = split === null ? [] : keys;
  const partHref = (key: SeriesKey) => (bucket: Bucket) =>
    stackTotal(bucket, key.code) > 0 ? hrefOf.part(bucket, key) : undefined;
  const shownOf = (code: string) => (bucket: Bucket, index: number) => {
    if (show === 'share') {
      const share = heightOf(drawn[index], code);
      return share === null ? '–' : chartMessages[locale].percent(share);
    }
    return number(show === 'cumulative' ? (heightOf(drawn[index], code) ?? 0) : stackTotal(bucket, code));
  };
  const columns: Column[] =
    show === 'participants'
      ? peopleColumns(chart, series, partHref)
      : series.map((key) => ({
          key: key.code,
          head: key.label,
          text: shownOf(key.code),
          href: partHref(key),
          ...(show === 'count'
            ? { foot: number(buckets.reduce((sum, bucket) => sum + stackTotal(bucket, key.code), 0)) }
            : {}),
        }));
  columns.push({
    key: 'total',
    head: show === 'count' ? words.total : t.screen.incidents,
    text: ({ total }) => number(total),
    href: (bucket) => (bucket.total > 0 ? hrefOf.bucket(bucket) : undefined),
    foot: number(chart.total),
  });
  if (show === 'cumulative')
    columns.push({
      key: 'sum',
      head: `${words.total}, ${t.screen.soFar}`,
      text: (_, index) => number(sums[index] ?? 0),
    });
  if (chart.coarse > 0 && !chart.several && show !== 'participants')
    columns.push({
      key: 'coarse',
      head: screenMessages[locale].coarseColumn,
      text: (bucket) => number(keys.reduce((sum, { code }) => sum + stackOf(bucket, code).coarse, 0)),
      foot: number(chart.coarse),
    });
  for (const { code, values } of mean?.lines ?? []) {
    const name = t.drawing.mean(mean?.buckets ?? 0, words.grainWords[grain]);
    const label = keys.find((key) => key.code === code && code !== '')?.label;
    columns.push({
      key: `mean:${code}`,
      head: label === undefined ? name : `${label}, ${name}`,
      text: (_, index) => {
        const value = values[index] ?? null;
        if (value === null) return '–';
        return show === 'share' ? chartMessages[locale].percent(value) : formatNumber(value, locale, 1);
      },
    });
  }
  columns.push(...limitColumns(chart));
  if (chart.lane) {
    const byStart = new Map(chart.lane.marks.map((mark) => [mark.from, mark.count]));
    columns.push({
      key: 'lane',
      head: t.screen.directives,
      text: ({ start }) => number(byStart.get(start) ?? 0),
    });
  }
  return columns;
}

/** Where bursts are asked for: what was expected and the limit, and what was judged where that is not all; blank = not judged. */
function limitColumns({ buckets, frame: { locale } }: TimeChart): Column[] {
  if (!buckets.some(({ limit }) => limit)) return [];
  const t = timeMessages[locale].screen;
  const column = (key: string, head: string, say: (limit: NonNullable<Bucket['limit']>) => string) => ({
    key,
    head,
    text: ({ limit }: Bucket) => (limit ? say(limit) : ''),
  });
  return [
    ...(buckets.some(({ limit, total }) => limit && limit.count !== total)
      ? [column('judged', t.judged, ({ count }) => formatNumber(count, locale))]
      : []),
    column('expected', t.expected, (limit) => limitNumbers(limit, locale).expected),
    column('limit', t.limit, (limit) => limitNumbers(limit, locale).upper),
  ];
}

/** Ranges of people: of each series and of all, with the incidents that have no upper bound or no size. */
function peopleColumns(
  chart: TimeChart,
  series: readonly SeriesKey[],
  partHref: (key: SeriesKey) => (bucket: Bucket) => string | undefined,
): Column[] {
  const { locale } = chart.frame;
  const t = timeMessages[locale].screen;
  const total = exploreMessages[locale].time.total;
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatNumber(value, locale);
  const all = series.length > 0 ? [...series, null] : [null];
  return all.flatMap((key): Column[] => {
    const code = key?.code ?? '';
    const name = (text: string) => (series.length > 0 ? `${key?.label ?? total}: ${text}` : text);
    return [
      {
        key: `${code}:min`,
        head: name(t.minimum),
        text: (bucket) => number(peopleIn(bucket, code)?.min),
        ...(key ? { href: partHref(key) } : {}),
      },
      {
        key: `${code}:max`,
        head: name(t.maximum),
        // The sum lacks those without an upper bound: it bounds nothing, and may be below that of the lower ones.
        text: (bucket) => {
          const range = peopleIn(bucket, code);
          return range && range.open > 0 ? t.noUpper : number(range?.max);
        },
      },
      {
        key: `${code}:open`,
        head: name(t.openUpwards),
        text: (bucket) => number(peopleIn(bucket, code)?.open ?? 0),
      },
      {
        key: `${code}:unknown`,
        head: name(t.unknownSize),
        text: (bucket) => number(peopleIn(bucket, code)?.unknown ?? 0),
      },
    ];
  });
}
