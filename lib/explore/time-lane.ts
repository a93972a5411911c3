import type { Bucket } from '@/lib/charts/types';
import type { Lane, LaneMark } from '@/lib/charts/types-time';
import type { CivilDate } from '@/lib/dates/civil';
import { formatDate } from '@/lib/dates/format';
import { bucketHolds, type DatePrecision, type Grain, periodStart, type Span } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import { withoutTurns } from '@/lib/i18n/turns';

/** Directives issued in one span of days, with at most five by name; without a span they are undated. */
export type LaneCount = {
  from: CivilDate | null;
  to: CivilDate | null;
  precision: DatePrecision | null;
  count: number;
  directives: { ref: string; title: string; titleZh: string | null }[];
};

/** Most directives that a mark names. */
const mostNamed = 5;

/**
 * The lane under a chart: one mark for each bucket in which directives were issued, by the first day on which
 * each may have been (as incidents, rule 2), or one for each span of days under dots (`grain` null). Directives
 * without a date or from outside the span have no mark; they are counted. Pure.
 */
export function directiveLane(
  counts: readonly LaneCount[],
  {
    buckets,
    span,
    grain,
    locale,
  }: { buckets: readonly Bucket[]; span: Span; grain: Grain | null; locale: Locale },
): Lane {
  const lane: Lane = { marks: [], undated: 0, outside: 0 };
  const byStart = new Map(buckets.map((bucket) => [bucket.start, bucket]));
  const marks = new Map<string, LaneMark>();
  for (const { from, to, precision, count, directives } of counts) {
    if (!from || !to || !precision) {
      lane.undated += count;
      continue;
    }
    const bucket = grain ? byStart.get(periodStart(from, grain)) : undefined;
    const isInside = grain ? bucket !== undefined : from <= span.to && to >= span.from;
    if (!isInside) {
      lane.outside += count;
      continue;
    }
    const date = { startsOn: from, endsOn: to, datePrecision: precision, dayPart: null };
    const key = bucket ? bucket.start : `${from}..${to}`;
    const mark = marks.get(key) ?? {
      from: bucket?.start ?? from,
      to: bucket?.end ?? to,
      label: bucket?.label ?? formatDate(date, locale),
      count: 0,
      coarse: 0,
      directives: [],
    };
    mark.count += count;
    if (!bucketHolds(grain ?? 'day', precision)) mark.coarse += count;
    for (const { ref, title, titleZh } of directives)
      if (mark.directives.length < mostNamed)
        mark.directives.push({ ref, title: withoutTurns((locale === 'zh' ? titleZh : null) ?? title) });
    marks.set(key, mark);
  }
  lane.marks = [...marks.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return lane;
}
