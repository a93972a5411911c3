import { isChosen } from '@/lib/charts/time-layout';
import { restCode } from '@/lib/charts/time-values';
import type { Bucket, TimeChart } from '@/lib/charts/types';
import type { Calendar, PeopleRange } from '@/lib/charts/types-time';
import { addDays } from '@/lib/dates/civil';
import { formatDay, formatRange } from '@/lib/dates/format';
import type { Grain, Span } from '@/lib/dates/periods';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import type { SizeSums } from '@/lib/incidents/counts/types';
import { sizeRange } from './figures';

/** Fewest incidents of which a chart says whether they become more. */
const leastForTrend = 10;

/**
 * Whether the later half of the whole buckets holds clearly more incidents than the earlier half, or fewer: by a
 * quarter or more, and by more than chance makes likely, |b − a| > 1.96 √(a + b) (the difference of two Poisson
 * counts). Null = neither, or too few to say. Of an odd number of buckets the middle one is left out. Pure.
 */
export function trendOf(
  buckets: readonly Bucket[],
): { rises: boolean; before: number; after: number } | null {
  const totals = buckets.filter(({ coverage }) => coverage === 'full').map(({ total }) => total);
  const half = Math.floor(totals.length / 2);
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  const [before, after] = [sum(totals.slice(0, half)), sum(totals.slice(totals.length - half))];
  if (half < 2 || before + after < leastForTrend) return null;
  if (Math.abs(after - before) <= 1.96 * Math.sqrt(before + after)) return null;
  if (after >= before * 1.25) return { rises: true, before, after };
  return before >= after * 1.25 ? { rises: false, before, after } : null;
}

/** The bucket that holds the most incidents; null where several do, or none holds two. Pure. */
export function peakOf<One extends { total: number }>(buckets: readonly One[]): One | null {
  const most = buckets.reduce((top, { total }) => Math.max(top, total), 0);
  const highest = buckets.filter(({ total }) => total === most);
  return most > 1 && highest.length === 1 ? (highest[0] ?? null) : null;
}

/**
 * Whether a bucket would not stand out without the incidents that are dated more coarsely and counted where their
 * date begins, as those known to the month on its first day. Pure.
 */
export function leansOnCoarse<One extends Pick<Bucket, 'total' | 'stacks'>>(
  peak: One,
  buckets: readonly One[],
): boolean {
  const coarse = Object.values(peak.stacks).reduce((sum, stack) => sum + stack.coarse, 0);
  return coarse > 0 && buckets.some((other) => other !== peak && other.total >= peak.total - coarse);
}

/** What is chosen of a chart: its incidents, and their people. */
type Kept = SizeSums & { incidents: number };

type Drawn = Omit<TimeChart, 'sentence'>;

/**
 * The main thing that a chart over time shows, in one or two plain sentences: of the chosen span where there is one
 * (`kept`). Where periods of another size are drawn than were `asked` for, it says so. Pure.
 */
export function timeSentence(
  chart: Drawn,
  { kept, asked }: { kept: Kept | null; asked: Grain | 'auto' },
): string {
  const { locale } = chart.frame;
  const t = timeMessages[locale].sentence;
  const words = exploreMessages[locale].time.grainWords;
  const span = chart.selected;
  if (kept?.incidents === 0) return t.nothing;
  const main =
    span && kept
      ? t.selected(formatRange(span.from, span.to, locale), sentenceOf(chosenPart(chart, span, kept), kept))
      : sentenceOf(chart, null);
  return asked === 'auto' || asked === chart.grain
    ? main
    : main + t.coarsened(words[asked], words[chart.grain]);
}

/** A chart as a sentence sees it: `cut` are buckets that the chosen span holds in part, so that their numbers say little. */
type Part = Drawn & { cut?: readonly Bucket[] };

function chosenPart(chart: Drawn, span: Span, kept: Kept): Part {
  const isCut = ({ start, end }: Bucket) => start < span.from || end > span.to;
  const buckets = chart.buckets.filter((bucket) => isChosen(bucket, span));
  return {
    ...chart,
    buckets: buckets.filter((bucket) => !isCut(bucket)),
    cut: buckets.filter(isCut),
    total: kept.incidents,
  };
}

function sentenceOf(chart: Part, kept: Kept | null): string {
  const { buckets, total, grain, split, keys, show, cut = [], selected } = chart;
  const { locale } = chart.frame;
  const t = timeMessages[locale].sentence;
  const explore = exploreMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  const fields: Record<string, string> = timeMessages[locale].fields;
  const by = t.by(explore.time.grainWords[grain], split === null ? null : (fields[split] ?? split));
  if (chart.calendar) return calendarSentence(chart.calendar, locale, kept && selected);
  if (total === 0) return t.nothing;
  if (chart.dots) return t.dots(number(total), total === 1);
  if (show === 'share') {
    const ranked = keys
      .filter(({ code }) => code !== restCode)
      .map(({ code, label }) => ({ label, count: countOf(buckets, code) }))
      .sort((a, b) => b.count - a.count);
    const top = cut.length === 0 ? ranked[0] : undefined;
    return t.shares(number(total), by) + (top ? t.largest(top.label, number((100 * top.count) / total)) : '');
  }
  if (show === 'cumulative') {
    let so = 0;
    const half = buckets.find((bucket) => {
      so += bucket.total;
      return so >= total / 2;
    });
    const hasHalf = cut.length === 0 && total > 1 && !(kept && buckets.length < 2);
    const end = cut.length > 0 && selected ? formatDay(selected.to, locale) : (buckets.at(-1)?.label ?? '');
    return t.soFar(number(total), by, end) + (half && hasHalf ? t.half(half.label) : '');
  }
  if (show === 'participants')
    return t.people(sizeRange(kept ?? peopleOf(buckets), locale), number(total), by);
  const peak = kept && buckets.length < 2 ? null : peakOf(buckets);
  // A bucket that is cut holds no more in the span than in all.
  const isPeak = peak !== null && cut.every((bucket) => bucket.total < peak.total);
  const peakCount = (one: Bucket) =>
    leansOnCoarse(one, buckets) ? t.withCoarse(number(one.total)) : number(one.total);
  const trend = trendOf(buckets);
  return (
    t.counts(number(total), total === 1, by) +
    (isPeak ? t.peak(peak.label, peakCount(peak), grain === 'day') : '') +
    (trend ? t.trend(trend.rises, number(trend.before), number(trend.after)) : '')
  );
}

const countOf = (buckets: readonly Bucket[], code: string) =>
  buckets.reduce((sum, { stacks }) => sum + (stacks[code]?.sure ?? 0) + (stacks[code]?.coarse ?? 0), 0);

/** The people of all incidents of some buckets. */
function peopleOf(buckets: readonly Bucket[]): Pick<SizeSums, 'sizeMin' | 'sizeMax' | 'sizeOpen'> {
  const people = buckets.map((bucket) => bucket.people?.['']);
  const sum = (of: (one: PeopleRange) => number | null) =>
    people.reduce<number | null>((all, one) => {
      const more = one ? of(one) : null;
      return more === null ? all : (all ?? 0) + more;
    }, null);
  return {
    sizeMin: sum(({ min }) => min),
    sizeMax: sum(({ max }) => max),
    sizeOpen: sum(({ open }) => open) ?? 0,
  };
}

/** Of the days of a calendar, or of those in a span. */
function calendarSentence({ years }: Calendar, locale: Locale, span: Span | null): string {
  const t = timeMessages[locale].sentence;
  const days = years
    .flatMap(({ year, days }) =>
      days.flatMap((count, index) =>
        count === null ? [] : [{ day: addDays(`${year}-01-01`, index), total: count }],
      ),
    )
    .filter(({ day }) => isChosen({ start: day, end: day }, span));
  const total = days.reduce((sum, day) => sum + day.total, 0);
  const peak = days.length > 1 ? peakOf(days) : null;
  const free = days.filter((day) => day.total === 0).length;
  const number = (value: number) => formatNumber(value, locale);
  return (
    t.days(number(total), total === 1) +
    (peak ? t.peak(formatDay(peak.day, locale), number(peak.total), true) : '') +
    (total > 0 && days.length > 1 ? t.free(number(free), number(days.length)) : '')
  );
}
