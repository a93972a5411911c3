import { shareText } from '@/lib/charts/matrix';
import { rankUnits, rateDigits } from '@/lib/charts/ranks';
import { classesByRank, mapClasses } from '@/lib/charts/scale';
import type { DistrictChart, DistrictCount, DistrictNumbers, UnitOutlines } from '@/lib/charts/types';
import { formatNumber, type Locale, listed } from '@/lib/i18n/locale';
import { districtSentences } from '@/lib/i18n/messages/district-sentences';
import { districtMessages } from '@/lib/i18n/messages/districts';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { placeLabel } from '@/lib/places/lookup';
import { ratePer100k } from '@/lib/places/population';
import type { PlaceNode } from '@/lib/places/tree';
import {
  areKept,
  countDistricts,
  type DistrictCounts,
  isUnitChosen,
  keepsWhole,
  levelsWithin,
  lineage,
  type PlaceSum,
  type Places,
  shownLevel,
  type UnitLevel,
  unitsWithin,
} from './districts';
import { type FrameBase, frame } from './frame';
import { ownFilter } from './own-filter';
import type { ExploreView } from './view';

/** One step of the way from the country down to the places in view. */
export type TrailStep = {
  label: string;
  placeId: string;
  /** Whether it is in view without any filter on place. */
  isHome: boolean;
};

/** The area of a district chart, and the ways to others. */
export type DistrictArea = {
  scopeId: string;
  level: UnitLevel;
  /** The levels that the area has units of. */
  levels: UnitLevel[];
  /** From the country down; the last is what is in view. */
  trail: TrailStep[];
  /** The place that stands for the whole area in a filter; null = no place filter does. */
  wholeId: string | null;
};

/** A district chart in numbers, and what its links need. */
export type DistrictData = DistrictNumbers & {
  area: DistrictArea;
  /** Values of a place filter that keep what `outside` counts, by id. */
  outsideValues: Record<string, string>;
};

type DistrictInput = {
  counts: readonly { placeId: string; count: number }[];
  scope: PlaceNode;
  /** The area that is in view without any filter on place. */
  home: PlaceNode | null;
  units: readonly PlaceNode[];
  level: UnitLevel;
  places: Places;
  filters: IncidentFilters;
  populations: ReadonlyMap<string, { people: number; year: number }>;
  measure: ExploreView['map'];
  /** Incidents that the whole filter keeps. */
  kept: number;
  base: FrameBase;
};

/** The level and the units of an area that a view asks for. Pure. */
export function districtUnits(
  scope: PlaceNode,
  asked: ExploreView['level'],
  places: Places,
): { level: UnitLevel; units: readonly PlaceNode[] } {
  const level = shownLevel(asked, levelsWithin(scope, places));
  return { level, units: unitsWithin(scope, level, places) };
}

/** Incidents by district of an area, leaving out the filter on place. Pure. */
export function districtNumbers(input: DistrictInput): DistrictData {
  const { scope, level, places, measure, filters, kept, base } = input;
  const { locale } = base;
  const t = { ...districtMessages[locale], ...districtSentences[locale] };
  const number = (value: number) => formatNumber(value, locale);
  const label = (id: string) => {
    const place = places.get(id);
    return place ? placeLabel(place, locale) : id;
  };
  const total = sumOf(input.counts);
  const counted = countDistricts(input.counts, scope, input.units, places);
  const units = rankUnits(districtCounts(input, counted, label), measure);
  const values = units.flatMap((unit) => (measure === 'rate' ? (unit.rate ?? []) : unit.count));
  const around = sumOf(counted.around);
  const known = total - around - sumOf(counted.outside);
  const classes = mapClasses(values, measure);
  const area = label(scope.id);
  const of = t.unitsOf[level](area);
  const years = [...new Set(units.flatMap(({ peopleYear }) => peopleYear ?? []))].sort();
  const without = units.filter(({ rate }) => rate === null).length;
  const rated = units.length - without;
  const peopled = t.peopled(number(rated), rated === 1, level, area);
  const own = keepsWhole(scope, filters.place, places)
    ? null
    : ownFilter(['place'], filters, { kept, counted: known, locale });
  const said = districtSentence(units, measure, known, locale);
  const named = ({ id, count }: PlaceSum) => ({ placeId: id, count, label: label(id) });
  return {
    frame: frame(
      { ...base, n: own?.n(base.n) ?? base.n },
      `${t.title}${exploreMessages[locale].colon}${area}`,
      [
        measure === 'rate'
          ? t.subtitleRate(rated === 0 || without === 0 ? of : peopled)
          : t.subtitleCount(of),
        ...(measure === 'rate' && years.length > 0 ? [t.rateYears(listed(years.map(String), locale))] : []),
        ...(measure === 'rate' && without > 0 ? [t.noRates(number(without), number(units.length))] : []),
        ...(classesByRank(classes) ? [t.classes] : []),
        t.boundaries,
      ],
    ),
    sentence: own?.sentence(said) ?? said,
    measure,
    units,
    classes,
    coarse: {
      count: counted.coarse,
      label: area,
      placeId: scope.id,
      words: t.coarse(number(counted.coarse), area),
    },
    around: {
      words: areKept(counted.around, input.filters.place, places)
        ? t.around(number(around))
        : t.aroundLeftOut(number(around), area),
      count: around,
      places: counted.around.map(named),
    },
    between: {
      words: betweenWords(counted.between, places, locale),
      count: sumOf(counted.between),
      places: counted.between.map(named),
    },
    outside: counted.outside.map((one) => ({ ...named(one), label: outsideLabel(one.id, places, label) })),
    total,
    outsideValues: Object.fromEntries(counted.outside.map(({ id, value }) => [id, value])),
    area: {
      scopeId: scope.id,
      level,
      levels: levelsWithin(scope, places),
      trail: trail(input, label),
      wholeId: input.home?.id === scope.id ? null : scope.id,
    },
  };
}

function districtCounts(
  { units, populations, places, filters }: DistrictInput,
  counted: DistrictCounts,
  label: (id: string) => string,
): DistrictCount[] {
  return units.map((place): DistrictCount => {
    const count = counted.units.get(place.id) ?? 0;
    const population = populations.get(place.id);
    return {
      code: place.id,
      name: label(place.id),
      count,
      people: population?.people ?? null,
      peopleYear: population?.year ?? null,
      rate: ratePer100k(count, population?.people ?? null),
      selected: isUnitChosen(place, filters.place, places),
    };
  });
}

const sumOf = (sums: readonly { count: number }[]) => sums.reduce((sum, { count }) => sum + count, 0);

/**
 * Which of the units, ordered by what is measured, comes first; those with as many as it are counted. A rate can be
 * the highest only of the units whose population is known, which are named before. Pure.
 */
export function districtSentence(
  units: readonly DistrictCount[],
  measure: ExploreView['map'],
  total: number,
  locale: Locale,
): string {
  const t = districtSentences[locale].sentence;
  const [top] = units;
  if (measure === 'rate') {
    if (!top || top.rate === null) return t.noRates;
    const rate = formatNumber(top.rate, locale, rateDigits(units));
    const areAll = units.every((unit) => unit.rate !== null);
    if (top.count === 0) return areAll ? t.none : t.noneOf;
    return areAll ? t.highest(top.name, rate) : t.highestOf(top.name, rate);
  }
  if (!top || top.count === 0) return t.none;
  const others = units.filter(({ count }) => count === top.count).length - 1;
  const counts = [formatNumber(top.count, locale), formatNumber(total, locale)] as const;
  const share = shareText(top.count / total, locale);
  return others > 0 ? t.tied(top.name, others, ...counts, share) : t.most(top.name, ...counts, share);
}

function betweenWords(between: readonly PlaceSum[], places: Places, locale: Locale): string {
  const t = districtSentences[locale].between;
  const n = formatNumber(sumOf(between), locale);
  const levels = new Set(between.map(({ id }) => places.get(id)?.level));
  if (levels.size > 1) return t.both(n);
  return levels.has('province') ? t.province(n) : t.prefecture(n);
}

/** From the country down to the area, and to the one place that is chosen within it. */
function trail({ scope, home, filters, places }: DistrictInput, label: (id: string) => string): TrailStep[] {
  const [only, ...others] = filters.place.any;
  const chosen = only && others.length === 0 ? places.get(only.replace(/^@/, '')) : undefined;
  const end = chosen?.path.startsWith(scope.path) ? chosen : scope;
  return lineage(end, places).map(({ id }) => ({
    label: label(id),
    placeId: id,
    isHome: id === home?.id,
  }));
}

/** A place with the one above it, since readers may not know it: "Huazhou, Maoming". */
function outsideLabel(id: string, places: Places, label: (id: string) => string): string {
  const parent = places.get(id)?.parentId;
  return parent && places.get(parent)?.level !== 'country' ? `${label(id)}, ${label(parent)}` : label(id);
}

/** A district chart with the outlines of its units, ready to be drawn; null = there are none. Pure. */
export function withShapes(chart: DistrictNumbers, shapes: UnitOutlines | null): DistrictChart {
  const byCode = new Map(shapes?.shapes.map((shape) => [shape.code, shape]));
  return {
    ...chart,
    width: shapes?.width ?? 0,
    height: shapes?.height ?? 0,
    units: chart.units.map((unit) => {
      const shape = byCode.get(unit.code);
      return { ...unit, d: shape?.d ?? null, labelX: shape?.labelX ?? 0, labelY: shape?.labelY ?? 0 };
    }),
  };
}
