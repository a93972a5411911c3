import { bucketHolds } from '@/lib/dates/periods';
import { formatNumber } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterEntries, type IncidentFilters } from '@/lib/incidents/selection';
import { describeFilters, type Names } from '../describe';
import type { Places } from '../districts';
import type { FrameBase } from '../frame';
import { phrasesSentence } from '../phrases';
import type { DatasetInfo } from '../queries';
import type { OpenSpan } from '../series';
import type { Comparison, ExploreView } from '../view';
import type { SideCounts } from './count';
import { changeGroups, changeRow } from './groups';
import { areApart } from './overlap';
import { type ObservedDays, observedDays } from './spans';
import { comparedSeries } from './time';
import type { ChangeRow, ComparedSide, ComparisonPage, ComparisonResult } from './types';

/** One side with everything that was counted of it. */
export type CountedSide = { filters: IncidentFilters; counts: SideCounts; datasets: readonly DatasetInfo[] };

/** What a comparison is made of. */
export type ComparisonInput = {
  kind: Comparison['kind'];
  /** Null = there is no year before. */
  a: CountedSide | null;
  b: CountedSide;
  /** Dates that have no counterpart in the year before. */
  clipped: readonly string[];
  years: readonly number[];
  view: ExploreView;
  places: Places;
  names: Names;
  /** The frame of the present selection; source and notes are those of both. */
  base: FrameBase;
};

/** Holds two selections against each other. All numbers are of exactly the incidents that their filters keep. Pure. */
export function comparison(input: ComparisonInput): ComparisonPage {
  const { kind, a, b, years } = input;
  const sideB = comparedSide(b, a?.filters ?? null, input);
  if (!a) return { kind, a: null, b: sideB, isSame: false, years: [...years], result: null };
  const sideA = comparedSide(a, b.filters, input);
  return {
    kind,
    a: sideA,
    b: sideB,
    isSame: isSameFilter(a.filters, b.filters),
    years: [],
    result: resultOf(a, sideA, sideB, input),
  };
}

function comparedSide(
  { filters, counts, datasets }: CountedSide,
  other: IncidentFilters | null,
  { names, base: { locale } }: ComparisonInput,
): ComparedSide {
  const theirs = new Map(
    (other ? describeFilters(other, names, locale) : []).map(({ part, text }) => [part, text]),
  );
  const phrases = describeFilters(filters, names, locale).map((phrase) => ({
    ...phrase,
    differs: other !== null && theirs.get(phrase.part) !== phrase.text,
  }));
  return {
    filters,
    phrases,
    sentence: phrases.length === 0 ? exploreMessages[locale].everything : phrasesSentence(phrases, locale),
    incidents: counts.totals.incidents,
    observed: observedDays(filters, coverageOf(datasets)),
  };
}

function resultOf(
  a: CountedSide,
  sideA: ComparedSide,
  sideB: ComparedSide,
  { kind, b, view, places, base, clipped }: ComparisonInput,
): ComparisonResult {
  const { locale } = base;
  const t = compareMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  const sides = {
    a: { ...a, days: sideA.observed?.days ?? null },
    b: { ...b, days: sideB.observed?.days ?? null },
  };
  const { grain, buckets, before } = comparedSeries(
    { a: timeSide(a), b: timeSide(b) },
    kind,
    view.by,
    locale,
  );
  const coarse = ({ counts }: CountedSide) =>
    counts.days.reduce((sum, { precision, count }) => sum + (bucketHolds(grain, precision) ? 0 : count), 0);
  const [coarseA, coarseB] = [coarse(a), coarse(b)];
  const aligned = kind === 'pinned' ? 'dates' : 'years';
  const frame = {
    ...base,
    title: t.titles[kind],
    subtitle: '',
    n: t.n(number(sideA.incidents), number(sideB.incidents)),
    notes: commonNotes(a, b, sideA.observed, sideB.observed, clipped, locale),
    synthetic: a.counts.totals.synthetic + b.counts.totals.synthetic,
  };
  return {
    frame,
    total: totalRow(t.all, { a: sideA.incidents, b: sideB.incidents }, sides),
    time: {
      frame: {
        ...frame,
        title: t.overTime,
        subtitle: t.overTimeSubtitle[aligned](exploreMessages[locale].time.grainWords[grain]),
        notes: [
          ...frame.notes,
          ...(before.a + before.b > 0 ? [t.notes.before(number(before.a), number(before.b))] : []),
          ...(coarseA + coarseB > 0 ? [t.notes.coarse(number(coarseA), number(coarseB))] : []),
        ],
      },
      grain,
      aligned,
      keys: { a: sideA.sentence, b: sideB.sentence },
      buckets,
      before,
      gap: t.gap,
    },
    groups: changeGroups(sides, places, view, locale),
  };
}

/** The row of all incidents: a whole has no share that could differ, only a rate. */
function totalRow(
  label: string,
  counts: { a: number; b: number },
  sides: Parameters<typeof changeRow>[2],
): ChangeRow {
  const row = changeRow({ code: '', label, depth: 0 }, counts, sides);
  return { ...row, change: row.change && { ...row.change, difference: null, shares: null } };
}

function commonNotes(
  a: CountedSide,
  b: CountedSide,
  ofA: ObservedDays | null,
  ofB: ObservedDays | null,
  clipped: readonly string[],
  locale: FrameBase['locale'],
): string[] {
  const { notes: t, ...words } = compareMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  const slugs = (side: CountedSide) => side.datasets.map(({ slug }) => slug).join();
  return [
    ...(ofA?.days === 0 ? [words.outside(words.sides.a)] : []),
    ...(ofB?.days === 0 ? [words.outside(words.sides.b)] : []),
    ...(!ofA || !ofB
      ? [t.unknownDays]
      : ofA.days && ofB.days && ofA.days !== ofB.days
        ? [t.unequal(number(ofA.days), number(ofB.days))]
        : []),
    ...(slugs(a) !== slugs(b) ? [t.datasets] : []),
    ...(areApart(a.filters, b.filters) ? [] : [t.shared]),
    ...(clipped.length > 0 ? [t.clipped(clipped.join(words.comma))] : []),
  ];
}

const coverageOf = (datasets: readonly DatasetInfo[]) =>
  datasets.map(({ coverageFrom, coverageTo }): OpenSpan => ({ from: coverageFrom, to: coverageTo }));

const timeSide = ({ filters, counts, datasets }: CountedSide) => ({
  filters,
  days: counts.days,
  coverage: coverageOf(datasets),
});

/** Whether two filters have the same address. */
export function isSameFilter(a: IncidentFilters, b: IncidentFilters): boolean {
  return JSON.stringify(filterEntries(a)) === JSON.stringify(filterEntries(b));
}
