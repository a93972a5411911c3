import { breakdownColors, typeColor } from '@/lib/charts/palette';
import { mapClasses } from '@/lib/charts/scale';
import type {
  BreakdownChart,
  DistrictChart,
  DistrictUnit,
  Dot,
  SeriesKey,
  TimeChart,
} from '@/lib/charts/types';
import { codesOf, findTerm, termLabel } from '@/lib/codebook/vocabularies';
import { formatDate } from '@/lib/dates/format';
import { bucketHolds } from '@/lib/dates/periods';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { type Dimension, dimensions } from '@/lib/incidents/dimensions';
import { dateSpan, startsSpan } from '@/lib/incidents/filters';
import type { DayCount } from '@/lib/incidents/queries';
import type { IncidentRow } from '@/lib/incidents/row';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { placeLabel } from '@/lib/places/lookup';
import { ratePer100k } from '@/lib/places/population';
import type { PlaceNode } from '@/lib/places/tree';
import { countDistricts, isUnitChosen, type Places } from './districts';
import { type FrameBase, frame } from './frame';
import { bucketSeries, chartSpan, fittingGrain, mostDots, type OpenSpan } from './series';
import type { ExploreView } from './view';

/** Incidents over time: dots where there are few and the view does not ask for bars, else stacked buckets. Pure. */
export function timeChart(input: {
  counts: readonly DayCount[];
  /** The incidents, when they are few enough for dots; else null. */
  dots: readonly IncidentRow[] | null;
  filters: IncidentFilters;
  view: ExploreView;
  coverage: OpenSpan[];
  periods: TimeChart['periods'];
  base: FrameBase;
}): TimeChart {
  const { counts, filters, view, base } = input;
  const { locale } = base;
  const t = exploreMessages[locale].time;
  const days = counts.map(({ day }) => day);
  const bounds = dateSpan(filters);
  const limits = { from: filters.from && bounds.from, to: filters.to && bounds.to };
  const span = chartSpan(limits, input.coverage, days);
  const grain = span ? fittingGrain(span, view.by) : 'month';
  const buckets = span ? bucketSeries(counts, span, grain, { coverage: input.coverage, limits, locale }) : [];
  const dots =
    view.by === 'auto' && input.dots && input.dots.length <= mostDots
      ? input.dots.map((row) => dot(row, locale))
      : null;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const kept = keptInStarts(counts, filters);
  const coarse = counts
    .filter(({ precision }) => !bucketHolds(dots ? 'day' : grain, precision))
    .reduce((sum, { count }) => sum + count, 0);
  const number = (value: number) => formatNumber(value, locale);
  const notes = [
    ...(view.by !== 'auto' && view.by !== grain
      ? [t.coarsened(t.grainWords[view.by], t.grainWords[grain])]
      : []),
    ...(coarse > 0
      ? [
          dots
            ? t.banded(number(coarse), coarse === 1)
            : t.coarse(number(coarse), coarse === 1, t.grainWords[grain]),
        ]
      : []),
    ...(filters.starts && kept < total ? [t.kept(number(kept), number(total))] : []),
  ];
  return {
    frame: frame(base, t.title, notes),
    grain,
    keys: seriesKeys(counts, locale),
    buckets,
    dots,
    periods: input.periods,
    total,
    coarse,
  };
}

/** Incidents whose interval begins where the filter on it says; all when it says nothing. */
function keptInStarts(counts: readonly DayCount[], filters: IncidentFilters): number {
  const span = filters.starts ? startsSpan(filters.starts) : null;
  return counts.reduce(
    (sum, { day, count }) => (!span || (day >= span.from && day <= span.to) ? sum + count : sum),
    0,
  );
}

/** The types that occur, in the order of the codebook. */
function seriesKeys(counts: readonly DayCount[], locale: Locale): SeriesKey[] {
  const present = new Set(counts.map(({ type }) => type));
  return codesOf('type')
    .filter((code) => present.has(code))
    .map((code) => ({ code, label: termLabel('type', code, locale), color: typeColor(code) }));
}

function dot(row: IncidentRow, locale: Locale): Dot {
  const { ref, type, startsOn, endsOn, datePrecision } = row;
  const dayPart = row.dayPart ? termLabel('dayPart', row.dayPart, locale) : null;
  return {
    ref,
    title: (locale === 'zh' ? row.titleZh : null) ?? row.title,
    type,
    startsOn,
    endsOn,
    datePrecision,
    date: formatDate({ ...row, dayPart }, locale),
  };
}

/** Shapes of an area's units, as lib/places/geometry draws them. */
export type Shapes = {
  width: number;
  height: number;
  shapes: { code: string; d: string; labelX: number; labelY: number }[];
};

/** Incidents by district of an area, leaving out the filter on place. Pure. */
export function districtChart(input: {
  counts: readonly { placeId: string; count: number }[];
  scope: PlaceNode;
  places: Places;
  filters: IncidentFilters;
  populations: ReadonlyMap<string, { people: number; year: number }>;
  shapes: Shapes | null;
  measure: ExploreView['map'];
  base: FrameBase;
}): DistrictChart & { coarsePlaces: string[] } {
  const { scope, places, filters, base, measure } = input;
  const { locale } = base;
  const t = exploreMessages[locale].districts;
  const counted = countDistricts(input.counts, scope, places);
  const shapes = new Map(input.shapes?.shapes.map((shape) => [shape.code, shape]));
  const label = (id: string) => {
    const place = places.get(id);
    return place ? placeLabel(place, locale) : id;
  };
  const units = [...counted.units]
    .map(([code, count]): DistrictUnit => {
      const population = input.populations.get(code);
      const shape = shapes.get(code);
      const place = places.get(code);
      return {
        code,
        name: label(code),
        count,
        people: population?.people ?? null,
        peopleYear: population?.year ?? null,
        rate: ratePer100k(count, population?.people ?? null),
        selected: place ? isUnitChosen(place, filters.place, places) : false,
        d: shape?.d ?? null,
        labelX: shape?.labelX ?? 0,
        labelY: shape?.labelY ?? 0,
      };
    })
    .sort(
      (a, b) =>
        measured(b, measure) - measured(a, measure) || b.count - a.count || (a.code < b.code ? -1 : 1),
    );
  const area = placeLabel(scope, locale);
  const total = input.counts.reduce((sum, { count }) => sum + count, 0);
  const years = [...new Set(units.flatMap(({ peopleYear }) => peopleYear ?? []))].sort();
  const subtitle = measure === 'rate' ? t.subtitleRate(area) : t.subtitleCount(area);
  return {
    frame: frame({ ...base, subtitle: base.subtitle }, `${t.title}: ${area}`, [
      subtitle,
      ...(measure === 'rate' && years.length > 0 ? [t.rateYears(years.join(', '))] : []),
      t.boundaries,
    ]),
    measure,
    width: input.shapes?.width ?? 0,
    height: input.shapes?.height ?? 0,
    units,
    classes: mapClasses(
      units.flatMap((unit) => (measure === 'rate' ? (unit.rate ?? []) : unit.count)),
      measure,
    ),
    coarse: { count: counted.coarse, label: area, placeId: scope.id },
    coarsePlaces: counted.coarsePlaces,
    outside: [...counted.outside]
      .map(([placeId, count]) => ({ placeId, count, label: outsideLabel(placeId, places, label) }))
      .sort((a, b) => b.count - a.count || (a.placeId < b.placeId ? -1 : 1)),
    total,
  };
}

const measured = (unit: DistrictUnit, measure: ExploreView['map']) =>
  measure === 'rate' ? (unit.rate ?? -1) : unit.count;

/** A place with the one above it, since readers may not know it: "Huazhou, Maoming". */
function outsideLabel(id: string, places: Places, label: (id: string) => string): string {
  const parent = places.get(id)?.parentId;
  return parent && places.get(parent)?.level !== 'country' ? `${label(id)}, ${label(parent)}` : label(id);
}

/** The fields that Explore breaks down in cards of their own. */
export const breakdownKeys = [
  'issue',
  'order',
  'office',
  'group',
  'response',
  'size',
] as const satisfies Dimension[];
export type BreakdownKey = (typeof breakdownKeys)[number];

/** Whether a text names a field that is broken down. */
export function isBreakdownKey(text: string): text is BreakdownKey {
  return breakdownKeys.some((key) => key === text);
}

/** Incidents by the codes of one field, leaving out the field's own filter. Codes that do not occur are left out, unless chosen. Pure. */
export function breakdownChart(
  key: BreakdownKey,
  counts: ReadonlyMap<string, number>,
  input: { filters: IncidentFilters; total: number; base: FrameBase },
): BreakdownChart {
  const { locale } = input.base;
  const t = exploreMessages[locale].breakdown;
  const { vocabulary, several } = dimensions[key];
  const { any, not } = input.filters[key];
  const rows = codesOf(vocabulary)
    .map((code) => ({
      code,
      label: termLabel(vocabulary, code, locale),
      count: counts.get(code) ?? 0,
      selected: any.includes(code),
      depth: (findTerm(vocabulary, code)?.parent ? 1 : 0) as 0 | 1,
    }))
    .filter(({ code, count }) => count > 0 || any.includes(code) || not.includes(code));
  return {
    frame: frame(input.base, `${t.titles[key]}: ${t.subtitles[key]}`, several ? [t.several] : []),
    key,
    rows: key === 'size' ? rows : byCount(rows, (code) => findTerm(vocabulary, code)?.parent),
    several,
    color: breakdownColors[key] ?? '#A8A29A',
    total: input.total,
  };
}

/** Largest first, narrower terms under their broader one. */
function byCount<Row extends { code: string; count: number }>(
  rows: Row[],
  parentOf: (code: string) => string | undefined,
): Row[] {
  const order = (some: Row[]) => [...some].sort((a, b) => b.count - a.count);
  const present = new Set(rows.map(({ code }) => code));
  return order(rows.filter(({ code }) => !present.has(parentOf(code) ?? ''))).flatMap((top) => [
    top,
    ...order(rows.filter(({ code }) => parentOf(code) === top.code)),
  ]);
}
