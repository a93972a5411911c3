import { isChosen, periodName } from '@/lib/charts/time-layout';
import { drawnKeys, isLow } from '@/lib/charts/time-values';
import type { TimeChart } from '@/lib/charts/types';
import { formatNumber, type Locale, listed } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import { mostYears } from './time-calendar';
import type { Rest } from './time-keys';
import { defaultView, type ExploreView } from './view';

type Drawn = Omit<TimeChart, 'sentence'>;

/**
 * What is left out, uncertain or to be known of a chart, one sentence each. `kept`: incidents in the chosen span, null
 * = none is chosen; `all`: incidents in all days, of which a window is drawn (`isWindow`) or not; `rest`: how those
 * under other values are counted. Pure.
 */
export function timeNotes(
  chart: Drawn,
  view: ExploreView,
  { kept, all, isWindow, rest }: { kept: number | null; all: number; isWindow: boolean; rest: Rest | null },
): string[] {
  const { lane, grain, buckets, selected } = chart;
  const { locale } = chart.frame;
  const old = exploreMessages[locale].time;
  const number = (value: number) => formatNumber(value, locale);
  return [
    ...(chart.calendar ? calendarNotes(chart.calendar, view, locale) : bucketNotes(chart, view, rest)),
    ...(lane ? laneNotes(lane, locale) : []),
    ...periodNotes(chart.periods, locale),
    ...(kept !== null && isWindow
      ? [
          timeMessages[locale].notes.window(
            number(kept),
            number(all),
            old.grainWords[grain],
            buckets.some((bucket) => !isChosen(bucket, selected)),
          ),
        ]
      : kept !== null && kept < all
        ? [old.kept(number(kept), number(all))]
        : []),
  ];
}

/** Most periods of reference whose names always have room beside their lines. */
const mostNamed = 2;

/** Which periods of reference are marked, as some of their names may not stand beside them. */
function periodNotes(periods: TimeChart['periods'], locale: Locale): string[] {
  if (periods.length <= mostNamed) return [];
  const day = ({ startsOn }: TimeChart['periods'][number]) => startsOn.slice(5);
  const inYear = [...periods].sort((a, b) => (day(a) < day(b) ? -1 : 1));
  return [timeMessages[locale].notes.periods(listed([...new Set(inYear.map(periodName))], locale))];
}

function bucketNotes(chart: Drawn, view: ExploreView, rest: Rest | null): string[] {
  const { grain, buckets, show, draw, total, coarse, dots } = chart;
  const { locale } = chart.frame;
  const old = exploreMessages[locale].time;
  const t = timeMessages[locale].notes;
  const number = (value: number) => formatNumber(value, locale);
  const word = old.grainWords[grain];
  const some = (n: number, say: (n: string, one: boolean) => string) =>
    n > 0 ? [say(number(n), n === 1)] : [];
  const isHatched = draw !== 'lines' && show !== 'participants';
  const low = buckets.filter((bucket) => isLow(chart, bucket)).length;
  const isGrouped = draw === 'grouped' && (show === 'count' || show === 'share');
  return [
    ...some(coarse, (n, one) => {
      if (dots) return old.banded(n, one);
      return isHatched ? old.coarse(n, one, word) : t.coarse(n, one, word);
    }),
    ...(view.show === 'share' && show !== 'share' ? [t.noSplit] : []),
    ...(chart.several
      ? [show === 'share' ? t.severalShares : t.several(number(total)), ...(rest ? [t.rest[rest]] : [])]
      : []),
    ...(show === 'participants' ? peopleNotes(chart) : []),
    ...some(low, (n, one) => t.lowCount(n, one, word)),
    ...(chart.mean ? [t.mean(number(chart.mean.buckets), word)] : []),
    ...(view.mean !== null && !chart.mean ? [isGrouped ? t.noMeanGrouped : t.noMean] : []),
    ...(view.lane && !chart.lane ? [t.noLaneHere] : []),
  ];
}

function peopleNotes(chart: Drawn): string[] {
  const { buckets, keys } = chart;
  const { locale } = chart.frame;
  const t = timeMessages[locale].notes;
  const number = (value: number) => formatNumber(value, locale);
  const sum = (of: 'open' | 'unknown') =>
    buckets.reduce((all, { people }) => all + (people?.['']?.[of] ?? 0), 0);
  const [open, unknown] = [sum('open'), sum('unknown')];
  return [
    t.people,
    ...(drawnKeys(chart).length < keys.length ? [t.peopleWhole] : []),
    ...(open > 0 ? [t.peopleOpen(number(open), open === 1)] : []),
    ...(unknown > 0 ? [t.peopleUnknown(number(unknown), unknown === 1)] : []),
  ];
}

function calendarNotes(
  { leftOut, earlier, years }: NonNullable<TimeChart['calendar']>,
  view: ExploreView,
  locale: Locale,
): string[] {
  const t = timeMessages[locale].notes;
  const fields: Record<string, string> = timeMessages[locale].fields;
  const show = view.show === 'count' ? null : view.show;
  // The usual split is nothing that was asked for.
  const split = view.split === defaultView.split ? null : view.split;
  return [
    ...(show || split ? [t.calendarPlain(show, split && (fields[split] ?? split))] : []),
    ...(leftOut > 0 ? [t.calendarCoarse(formatNumber(leftOut, locale), leftOut === 1)] : []),
    ...(earlier > 0 && years.length === mostYears
      ? [t.calendarEarlier(formatNumber(earlier, locale), String(years.at(-1)?.year))]
      : []),
  ];
}

function laneNotes({ marks, undated, outside }: NonNullable<TimeChart['lane']>, locale: Locale): string[] {
  const t = timeMessages[locale].notes;
  const drawn = marks.reduce((sum, { count }) => sum + count, 0);
  if (drawn + undated + outside === 0) return [t.noLane];
  const number = (value: number) => formatNumber(value, locale);
  return [
    t.lane(number(drawn), drawn === 1),
    ...(undated > 0 ? [t.laneUndated(number(undated), undated === 1)] : []),
    ...(outside > 0 ? [t.laneOutside(number(outside), outside === 1)] : []),
  ];
}
