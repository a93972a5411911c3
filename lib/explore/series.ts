import type { Bucket, Stack } from '@/lib/charts/types';
import { addDays, type CivilDate, earlier, later } from '@/lib/dates/civil';
import { formatPeriod } from '@/lib/dates/format';
import {
  bucketHolds,
  countPeriods,
  type Grain,
  grains,
  nextPeriod,
  periodEnd,
  periodStart,
  type Span,
} from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import type { DayCount } from '@/lib/incidents/counts/types';
import { addPeople } from './time-measures';

/** Most incidents that are drawn as dots, one an incident. */
export const mostDots = 60;

/** Most buckets that a chart draws; beyond it the next coarser size is taken. */
export const mostBuckets = 750;

/** A span that may be open at either end. */
export type OpenSpan = { from: CivilDate | null; to: CivilDate | null };

/**
 * The days that a time chart shows: the dates of the filter where given, else the coverage of the data sets,
 * widened so that every counted incident has its bucket. Null = nothing to show.
 */
export function chartSpan(filter: OpenSpan, coverage: OpenSpan[], days: readonly CivilDate[]): Span | null {
  const first = days[0];
  const last = days[days.length - 1];
  const from =
    filter.from ??
    (coverage.length > 0 && coverage.every(({ from }) => from) ? least(coverage) : null) ??
    first;
  const to =
    filter.to ?? (coverage.length > 0 && coverage.every(({ to }) => to) ? greatest(coverage) : null) ?? last;
  if (!from || !to) return null;
  const span = { from: first ? earlier(from, first) : from, to: last ? later(to, last) : to };
  return span.from <= span.to ? span : null;
}

const least = (spans: OpenSpan[]) => spans.map(({ from }) => from ?? '').reduce(earlier);
const greatest = (spans: OpenSpan[]) => spans.map(({ to }) => to ?? '').reduce(later);

/** The size of bucket for a span: as asked, or the finest that gives at most about 60 buckets; coarser where there would be too many. */
export function fittingGrain(span: Span, asked: Grain | 'auto'): Grain {
  const fits = (grain: Grain, most: number) => countPeriods(span.from, span.to, grain) <= most;
  if (asked !== 'auto') {
    return grains.slice(grains.indexOf(asked)).find((grain) => fits(grain, mostBuckets)) ?? 'year';
  }
  return grains.find((grain) => fits(grain, 62)) ?? 'year';
}

/** What bucketSeries needs beside the counts. */
type SeriesOptions = {
  /** Spans of the data sets. */
  coverage: OpenSpan[];
  /** The dates of the filter, inside which alone a bucket is whole. */
  limits: OpenSpan;
  locale: Locale;
  /** Counts of each incident once, where `counts` may hold one under several codes; else they are added up. */
  totals?: readonly DayCount[] | null;
  /** Whether people are summed too. */
  people?: boolean;
};

/**
 * The buckets of a span with the counts in them: by first day (rule 2), coarser dates apart, zero inside the
 * coverage, no data outside it (rule 5). Counts on days outside the span are not expected: RangeError.
 */
export function bucketSeries(
  counts: readonly DayCount[],
  span: Span,
  grain: Grain,
  options: SeriesOptions,
): Bucket[] {
  const buckets: Bucket[] = [];
  const byStart = new Map<CivilDate, Bucket>();
  for (let start = periodStart(span.from, grain); start <= span.to; start = nextPeriod(start, grain)) {
    const end = periodEnd(start, grain);
    const bucket: Bucket = {
      start,
      end,
      label: formatPeriod(start, grain, options.locale),
      coverage: coverageOf({ from: start, to: end }, options.coverage, options.limits),
      total: 0,
      stacks: {},
      ...(options.people ? { people: {} } : {}),
    };
    buckets.push(bucket);
    byStart.set(start, bucket);
  }
  const byDay = new Map<CivilDate, Bucket>();
  const bucketOf = ({ day }: DayCount) => {
    const bucket = byDay.get(day) ?? byStart.get(periodStart(day, grain));
    if (!bucket) throw new RangeError(`${day} lies outside ${span.from}..${span.to}`);
    byDay.set(day, bucket);
    return bucket;
  };
  for (const one of counts) {
    const bucket = bucketOf(one);
    const stack: Stack = bucket.stacks[one.code] ?? { sure: 0, coarse: 0 };
    stack[bucketHolds(grain, one.precision) ? 'sure' : 'coarse'] += one.count;
    bucket.stacks[one.code] = stack;
    if (bucket.people && one.code !== '') addPeople(bucket.people, one.code, one);
  }
  for (const one of options.totals ?? counts) {
    const bucket = bucketOf(one);
    bucket.total += one.count;
    if (bucket.people) addPeople(bucket.people, '', one);
  }
  return buckets;
}

/** Whether a bucket lies wholly, partly or not at all in what one of the data sets covers and the filter keeps. */
export function coverageOf(bucket: Span, coverage: OpenSpan[], limits: OpenSpan): Bucket['coverage'] {
  const spans = coverage.length > 0 ? coverage : [{ from: null, to: null }];
  const touches = ({ from, to }: OpenSpan) => (!from || bucket.to >= from) && (!to || bucket.from <= to);
  const holds = ({ from, to }: OpenSpan) => (!from || bucket.from >= from) && (!to || bucket.to <= to);
  if (!spans.some(touches)) return 'none';
  return holds(limits) && isUnionHolding(bucket, spans) ? 'full' : 'part';
}

/** Whether every day of the bucket is covered by one of the spans. */
function isUnionHolding(bucket: Span, spans: OpenSpan[]): boolean {
  let day = bucket.from;
  for (const { from, to } of [...spans].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    if (from && from > day) break;
    if (!to || to >= bucket.to) return true;
    if (to >= day) day = addDays(to, 1);
  }
  return day > bucket.to;
}
