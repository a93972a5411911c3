import type { Bucket } from '@/lib/charts/types';
import type { ComparedCount, ComparisonTimeChart } from '@/lib/charts/types-comparison';
import { earlier, later } from '@/lib/dates/civil';
import { formatPeriod } from '@/lib/dates/format';
import { type Grain, grains, type Span } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import type { DayCount } from '@/lib/incidents/counts/types';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { bucketSeries, chartSpan, fittingGrain, type OpenSpan } from '../series';
import type { Comparison, ExploreView } from '../view';
import { byDates, byYears } from './align';
import { filterLimits } from './spans';

/** One side as the series need it. */
export type TimeSide = { filters: IncidentFilters; days: readonly DayCount[]; coverage: OpenSpan[] };

/**
 * Both selections over time in buckets of one size: of the same dates side by side, or a year apart. A side has
 * a number where its dates and the coverage reach, zero included, and none elsewhere. Incidents that began before the
 * dates of their filter, which their interval only touches, stand in no bucket; `before` counts them. Pure.
 */
export function comparedSeries(
  sides: { a: TimeSide; b: TimeSide },
  kind: Comparison['kind'],
  by: ExploreView['by'],
  locale: Locale,
): Pick<ComparisonTimeChart, 'grain' | 'buckets' | 'before'> {
  const [a, b] = [within(sides.a), within(sides.b)];
  const [ofA, ofB] = [spanOf(a), spanOf(b)];
  const grain = grainFor(kind, ofA, ofB, by);
  const [bucketsA, bucketsB] = [bucketsOf(a, ofA, grain, locale), bucketsOf(b, ofB, grain, locale)];
  const pairs = kind === 'pinned' ? byDates(bucketsA, bucketsB, grain) : byYears(bucketsA, bucketsB, grain);
  return {
    grain,
    before: { a: sumOf(sides.a) - sumOf(a), b: sumOf(sides.b) - sumOf(b) },
    buckets: pairs.map((pair) => ({
      at: pair.at,
      label: pair.b?.label ?? formatPeriod(pair.at, grain, locale),
      a: counted(pair.a, a),
      b: counted(pair.b, b),
    })),
  };
}

/** A side without what began before its dates. */
function within(side: TimeSide): TimeSide {
  const { from } = filterLimits(side.filters);
  return from ? { ...side, days: side.days.filter(({ day }) => day >= from) } : side;
}

const sumOf = ({ days }: TimeSide) => days.reduce((sum, { count }) => sum + count, 0);

function spanOf({ filters, days, coverage }: TimeSide): Span | null {
  return chartSpan(
    filterLimits(filters),
    coverage,
    days.map(({ day }) => day),
  );
}

/** Of one axis for both where the dates are the same, else of the longer of two axes laid on each other. */
function grainFor(kind: Comparison['kind'], a: Span | null, b: Span | null, by: ExploreView['by']): Grain {
  const spans = [a, b].flatMap((span) => span ?? []);
  const [first, second] = spans;
  if (!first) return 'month';
  if (!second) return fittingGrain(first, by);
  if (kind === 'pinned')
    return fittingGrain({ from: earlier(first.from, second.from), to: later(first.to, second.to) }, by);
  const rank = (span: Span) => grains.indexOf(fittingGrain(span, by));
  return grains[Math.max(rank(first), rank(second))] ?? 'month';
}

function bucketsOf(side: TimeSide, span: Span | null, grain: Grain, locale: Locale): Bucket[] {
  if (!span) return [];
  const { coverage, days, filters } = side;
  return bucketSeries(days, span, grain, { coverage, limits: filterLimits(filters), locale });
}

function counted(bucket: Bucket | null, { filters }: TimeSide): ComparedCount | null {
  if (!bucket || (bucket.coverage === 'none' && bucket.total === 0)) return null;
  const { start, end, label, total, coverage } = bucket;
  const { from, to } = filterLimits(filters);
  return {
    start: from ? later(start, from) : start,
    end: to ? earlier(end, to) : end,
    label,
    count: total,
    isPart: coverage === 'part',
  };
}
