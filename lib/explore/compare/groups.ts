import { codesOf, findTerm, termLabel } from '@/lib/codebook/vocabularies';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { dimensions } from '@/lib/incidents/dimensions';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { placeLabel } from '@/lib/places/lookup';
import type { Interval } from '@/lib/statistics/intervals';
import { choice } from '@/lib/url/params';
import {
  countDistricts,
  districtScope,
  levelsWithin,
  type Places,
  shownLevel,
  unitsWithin,
} from '../districts';
import type { DatasetInfo } from '../queries';
import type { ExploreView } from '../view';
import { type Change, changeBetween, type Side } from './change';
import type { SideCounts } from './count';
import { valuesOfCode, valuesOfPlace } from './openable';
import type { ChangeGroup, ChangeRow } from './types';
import { type ComparedField, comparedFields } from './values';

/** One side as the rows need it. */
export type RowSide = {
  filters: IncidentFilters;
  counts: SideCounts;
  datasets: readonly DatasetInfo[];
  days: number | null;
};

type Sides = { a: RowSide; b: RowSide };

/** A row of the change table from the incidents under one value on both sides. */
export function changeRow(
  name: Pick<ChangeRow, 'code' | 'label' | 'depth'>,
  counts: { a: number; b: number },
  { a, b }: Sides,
): ChangeRow {
  const side = ({ counts: { totals }, days }: RowSide, count: number): Side => ({
    count,
    of: totals.incidents,
    days,
  });
  const change = changeBetween(side(a, counts.a), side(b, counts.b));
  return { ...name, ...counts, change: change && rounded(change) };
}

/** Seven figures that count are more than counts can tell, and half as many as a machine writes. */
function rounded(change: Change): Change {
  const round = (value: number) => Number(value.toPrecision(7));
  const interval = (of: Interval | null) =>
    of && { value: round(of.value), low: round(of.low), high: round(of.high) };
  return {
    shareA: round(change.shareA),
    shareB: round(change.shareB),
    difference: interval(change.difference),
    rates: interval(change.rates),
    shares: interval(change.shares),
  };
}

/** All fields with the values that occur on either side, in the order of the codebook. Pure. */
export function changeGroups(sides: Sides, places: Places, view: ExploreView, locale: Locale): ChangeGroup[] {
  return comparedFields.map((field) =>
    field === 'place' ? byDistrict(sides, places, view, locale) : byCode(field, sides, locale),
  );
}

function byCode(field: Exclude<ComparedField, 'place'>, sides: Sides, locale: Locale) {
  const t = compareMessages[locale].notes;
  const { vocabulary, several } = dimensions[field];
  const { a, b } = sides;
  let hidden = false;
  const rows = codesOf(vocabulary).flatMap((code): ChangeRow[] => {
    const counts = { a: a.counts.values[field].get(code) ?? 0, b: b.counts.values[field].get(code) ?? 0 };
    if (counts.a === 0 && counts.b === 0) return [];
    const opens = ({ filters }: RowSide, count: number) =>
      count === 0 || valuesOfCode(field, filters[field], code) !== null;
    if (!opens(a, counts.a) || !opens(b, counts.b)) {
      hidden = true;
      return [];
    }
    const depth = findTerm(vocabulary, code)?.parent ? 1 : 0;
    return [changeRow({ code, label: termLabel(vocabulary, code, locale), depth }, counts, sides)];
  });
  return { field, rows, notes: [...(several ? [t.several] : []), ...(hidden ? [t.onlyNamed] : [])] };
}

function byDistrict(sides: Sides, places: Places, view: ExploreView, locale: Locale): ChangeGroup {
  const { a, b } = sides;
  const [ofA, ofB] = [a.filters.place.any, b.filters.place.any];
  // A side that names no place is as wide as its data sets.
  const named = ofA.length > 0 && ofB.length > 0 ? [...ofA, ...ofB] : [];
  const coverage = [...a.datasets, ...b.datasets].map(({ coveragePlaceId }) => coveragePlaceId);
  const scope = districtScope(places, choice(named), coverage);
  if (!scope) return { field: 'place', rows: [], notes: [] };
  const level = shownLevel(view.level, levelsWithin(scope, places));
  const units = unitsWithin(scope, level, places);
  const count = ({ counts }: RowSide) =>
    countDistricts(
      [...counts.values.place].flatMap(([placeId, count]) =>
        places.has(placeId) ? [{ placeId, count }] : [],
      ),
      scope,
      units,
      places,
    ).units;
  const [inA, inB] = [count(a), count(b)];
  const t = compareMessages[locale].notes;
  let hidden = false;
  const rows = units.flatMap((unit): ChangeRow[] => {
    const counts = { a: inA.get(unit.id) ?? 0, b: inB.get(unit.id) ?? 0 };
    if (counts.a === 0 && counts.b === 0) return [];
    const [valuesA, valuesB] = [a, b].map(({ filters }) => valuesOfPlace(filters.place, unit, places));
    if ((counts.a > 0 && !valuesA) || (counts.b > 0 && !valuesB)) {
      hidden = true;
      return [];
    }
    const values = { a: valuesA ?? [unit.id], b: valuesB ?? [unit.id] };
    const isPlain = [values.a, values.b].every(([first, ...more]) => first === unit.id && more.length === 0);
    const row = changeRow({ code: unit.id, label: placeLabel(unit, locale), depth: 0 }, counts, sides);
    return [isPlain ? row : { ...row, values }];
  });
  const sum = (side: 'a' | 'b') => rows.reduce((total, row) => total + row[side], 0);
  const [elseA, elseB] = [a.counts.totals.incidents - sum('a'), b.counts.totals.incidents - sum('b')];
  const notes = [
    ...(elseA + elseB > 0 ? [t.elsewhere(formatNumber(elseA, locale), formatNumber(elseB, locale))] : []),
    ...(hidden ? [t.onlyNamed] : []),
  ];
  return { field: 'place', rows, notes };
}
