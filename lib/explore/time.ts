import type { Dot, TimeChart } from '@/lib/charts/types';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatDate } from '@/lib/dates/format';
import { bucketHolds, type Grain, type Span } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { withoutTurns } from '@/lib/i18n/turns';
import type { DayCount, SizeSums } from '@/lib/incidents/counts/types';
import { isSeveral } from '@/lib/incidents/dimensions';
import type { IncidentRow } from '@/lib/incidents/row';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { dateSpan, startsSpan } from '@/lib/incidents/spans';
import type { PlaceNode } from '@/lib/places/tree';
import { burstNotes, pastFrom, withBursts } from './bursts';
import type { Names } from './describe';
import type { Places } from './districts';
import { type FrameBase, frame } from './frame';
import { bucketSeries, chartSpan, mostDots, type OpenSpan } from './series';
import { calendar } from './time-calendar';
import { keyCounts, wholeKey, withRest } from './time-keys';
import { directiveLane, type LaneCount } from './time-lane';
import { meanLines } from './time-measures';
import { timeNotes } from './time-notes';
import { timeSentence } from './time-sentence';
import { countsWithin, framingOf, withHistory } from './time-window';
import type { ExploreView } from './view';

/** What a chart over time is made of. */
export type TimeInput = {
  /** Incidents by first day, or by period of the grain that is drawn, under the codes of the field that splits the chart. */
  counts: readonly DayCount[];
  /** The same with each incident once, where it may stand under several codes; else null. */
  totals: readonly DayCount[] | null;
  /** Incidents with any of the values that have no series of their own, each once; null = there are none, or they can't be counted so. */
  rest: readonly DayCount[] | null;
  /** The same each once, with the dates of the filter opened to the past (`burstFilters`); null = no limit needs it. */
  past: readonly DayCount[] | null;
  /** The days that the chart shows (`timeSpan`). */
  span: Span | null;
  /** Incidents whose interval begins where the filter on it says, and their people; null when it says nothing. */
  kept: (SizeSums & { incidents: number }) | null;
  /** The incidents, when they are few enough for dots; else null. */
  dots: readonly IncidentRow[] | null;
  /** Directives about them; null = the lane is not asked for. */
  directives: readonly LaneCount[] | null;
  filters: IncidentFilters;
  view: ExploreView;
  coverage: OpenSpan[];
  periods: TimeChart['periods'];
  names: Names;
  places: Places;
  /** The area to whose units places are put together. */
  scope: PlaceNode | null;
  base: FrameBase;
};

/** The days that a chart over time shows; null = there is nothing to show. `beginnings`: where incidents begin. */
export function timeSpan(
  filters: IncidentFilters,
  coverage: OpenSpan[],
  beginnings: Span | null,
): Span | null {
  return chartSpan(filterLimits(filters), coverage, beginnings ? [beginnings.from, beginnings.to] : []);
}

/** Whether a view shows few incidents as dots: one that asks for nothing that dots can't show. */
export function asksForDots({ by, draw, show, split, mean, bursts }: ExploreView): boolean {
  const isPlain = draw === 'stacked' && show === 'count' && split === 'type';
  return by === 'auto' && isPlain && mean === null && !bursts;
}

/** Most values whose mean lines can be told apart among bars that stand side by side. */
const mostGroupedMeans = 3;

/**
 * The filter with its dates opened to what limits of bursts are drawn from; null = none are asked for, or the filter
 * leaves the past open.
 */
export function burstFilters(
  { filters, view }: Pick<TimeInput, 'filters' | 'view'>,
  span: Span | null,
  grain: Grain,
): IncidentFilters | null {
  if (!view.bursts || view.draw === 'calendar' || filters.from === null || !span) return null;
  return { ...filters, from: pastFrom(span.from, grain) };
}

/** What is counted each incident once: a calendar, or a chart that is not split. */
export const splitOf = ({ draw, split }: ExploreView) => (draw === 'calendar' ? null : split);

/** Incidents over time as the view asks for them: bars, lines, panels, a calendar, or dots where there are few. Pure. */
export function timeChart(input: TimeInput): TimeChart {
  const { filters, view, coverage, base } = input;
  const { locale } = base;
  const split = splitOf(view);
  const several = split !== null && isSeveral(split);
  const limits = filterLimits(filters);
  const once = input.totals ?? input.counts;
  const { span } = input;
  const selected = chosenSpan(filters);
  const { grain, window } = framingOf(view, span, selected);
  const reach = span && window ? withHistory(window, span, grain) : span;
  const near = <One extends { day: string }>(some: readonly One[]) =>
    window && reach ? countsWithin(some, reach) : some;
  const show = view.draw === 'calendar' || (view.show === 'share' && split === null) ? 'count' : view.show;
  const draw = several && show === 'share' && view.draw === 'stacked' ? 'lines' : view.draw;
  const keyed = split ? keyCounts(input.counts, split, { ...input, locale }) : null;
  const { keys, counts, rest } =
    keyed && several
      ? withRest(keyed, input.rest, show === 'share')
      : {
          keys: keyed?.keys ?? [wholeKey(locale, show === 'participants' ? 'people' : 'all')],
          counts: keyed?.counts ?? input.counts,
          rest: null,
        };
  const unmarked =
    reach && draw !== 'calendar'
      ? bucketSeries(near(counts), reach, grain, {
          coverage,
          limits,
          locale,
          totals: several ? near(once) : null,
          people: show === 'participants',
        })
      : [];
  const past = input.past ? { counts: input.past, coverage, to: limits.to } : null;
  const all = view.bursts ? withBursts(unmarked, grain, once, past) : unmarked;
  // What lies before the window tells means and bursts in it, and is not drawn.
  const history = window ? all.filter(({ end }) => end < window.from).length : 0;
  const buckets = all.slice(history);
  const dots =
    asksForDots(view) && input.dots && input.dots.length <= mostDots
      ? input.dots.map((row) => dot(row, locale))
      : null;
  // Among bars side by side each line crosses those of the others.
  const isMean =
    (show === 'count' || show === 'share') &&
    draw !== 'calendar' &&
    !(draw === 'grouped' && keys.length > mostGroupedMeans);
  const finest = dots ? 'day' : grain;
  const shown = window ? countsWithin(once, window) : once;
  const mean =
    isMean && view.mean !== null
      ? meanLines(all, keys, {
          n: view.mean,
          shares: show === 'share',
          each: draw !== 'stacked' || show === 'share',
        })
      : null;
  const chart: Omit<TimeChart, 'sentence'> = {
    frame: frame(base, timeMessages[locale].titles[draw === 'calendar' ? 'calendar' : show], []),
    draw,
    show,
    split,
    several,
    grain,
    keys,
    buckets,
    dots,
    periods: draw === 'calendar' || (draw === 'multiples' && keys.length > 1) ? [] : input.periods,
    total: sumOf(shown),
    ...(window ? { ofAll: sumOf(once) } : {}),
    coarse: sumOf(shown.filter(({ precision }) => !bucketHolds(finest, precision))),
    mean: mean && {
      ...mean,
      lines: mean.lines.map(({ code, values }) => ({ code, values: values.slice(history) })),
    },
    lane:
      span && input.directives && draw !== 'calendar' && !(draw === 'multiples' && keys.length > 1)
        ? directiveLane(input.directives, {
            buckets,
            span: window ?? span,
            grain: dots ? null : grain,
            locale,
          })
        : null,
    calendar: span && draw === 'calendar' ? calendar(once, span, coverage) : null,
    selected,
  };
  return {
    ...chart,
    frame: {
      ...chart.frame,
      notes: [
        ...timeNotes(chart, view, {
          kept: input.kept?.incidents ?? null,
          all: sumOf(once),
          isWindow: window !== null,
          rest,
        }),
        ...(view.bursts ? burstNotes(chart, locale) : []),
      ],
    },
    sentence: timeSentence(chart, { kept: input.kept, asked: draw === 'calendar' ? 'auto' : view.by }),
  };
}

/** The span that the filter chooses by where intervals begin; null = none. */
export const chosenSpan = ({ starts }: Pick<IncidentFilters, 'starts'>): Span | null =>
  starts ? startsSpan(starts) : null;

/** The dates of a filter, open where it says nothing. */
function filterLimits(filters: IncidentFilters): OpenSpan {
  const bounds = dateSpan(filters);
  return { from: filters.from && bounds.from, to: filters.to && bounds.to };
}

const sumOf = (counts: readonly DayCount[]) => counts.reduce((sum, { count }) => sum + count, 0);

function dot(row: IncidentRow, locale: Locale): Dot {
  const { ref, type, startsOn, endsOn, datePrecision } = row;
  const dayPart = row.dayPart ? termLabel('dayPart', row.dayPart, locale) : null;
  return {
    ref,
    title: withoutTurns((locale === 'zh' ? row.titleZh : null) ?? row.title),
    type,
    startsOn,
    endsOn,
    datePrecision,
    date: formatDate({ ...row, dayPart }, locale),
  };
}
