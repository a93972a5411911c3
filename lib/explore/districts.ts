import type { PlaceCount } from '@/lib/incidents/counts/types';
import { levelRank } from '@/lib/places/levels';
import { isWithin, type PlaceNode } from '@/lib/places/tree';
import type { Choice } from '@/lib/url/params';
import type { mapLevels } from './view';

/** Places by id. */
export type Places = ReadonlyMap<string, PlaceNode>;

/** A level whose units a map can show. */
export type UnitLevel = Exclude<(typeof mapLevels)[number], 'auto'>;

/** The levels of units, from wide to narrow. */
export const unitLevels = ['province', 'prefecture', 'county'] as const satisfies UnitLevel[];

/** How far down the tree a map shows units of its own. */
const mapped = new Set(['country', 'province', 'prefecture']);

const lineages = new WeakMap<Places, Map<string, readonly PlaceNode[]>>();

/** The places of a path, from the country down; unknown ids are passed over. */
export function lineage({ path }: PlaceNode, places: Places): readonly PlaceNode[] {
  const known = lineages.get(places) ?? new Map<string, readonly PlaceNode[]>();
  lineages.set(places, known);
  const found = known.get(path) ?? path.split('/').flatMap((id) => places.get(id) ?? []);
  known.set(path, found);
  return found;
}

/** The lowest place that holds all of them; null for none. */
function commonPlace(of: PlaceNode[], places: Places): PlaceNode | null {
  const [first, ...rest] = of;
  if (!first) return null;
  return (
    lineage(first, places).findLast((place) => rest.every((other) => isWithin(other.path, place.path))) ??
    null
  );
}

/**
 * The area whose units a district chart shows: the places of the filter, else the coverage of the data sets,
 * else the whole country; a county is shown within its prefecture, and so is whatever has no division below
 * it. Where places within `asked` are chosen, it is that. Null when there are no places at all.
 */
export function districtScope(
  places: Places,
  filter: Choice,
  coverage: readonly (string | null)[],
  asked: string | null = null,
): PlaceNode | null {
  const find = (ids: readonly (string | null)[]) =>
    ids.flatMap((id) => places.get((id ?? '').replace(/^@/, '')) ?? []);
  const chosen = commonPlace(find(filter.any), places);
  const kept = asked === null ? undefined : places.get(asked);
  if (kept && chosen && isWithin(chosen.path, kept.path) && isMapped(kept, places)) return kept;
  const covered = coverage.every((id) => id) ? commonPlace(find(coverage), places) : null;
  const top = once(places, 'top', () => [...places.values()].find(({ level }) => level === 'country'));
  const wanted = chosen ?? covered ?? top;
  if (!wanted) return null;
  const above = lineage(wanted, places).filter(({ level }) => mapped.has(level));
  return above.findLast((place) => isMapped(place, places)) ?? above[0] ?? null;
}

/** Whether a map can show the units of a place. */
const isMapped = (place: PlaceNode, places: Places) =>
  mapped.has(place.level) && levelsWithin(place, places).length > 0;

const kept = new WeakMap<Places, Map<string, unknown>>();

/** What is worked out of the places once: they are the same for many requests. */
function once<Answer>(places: Places, key: string, make: () => Answer): Answer {
  const answers = kept.get(places) ?? new Map<string, unknown>();
  kept.set(places, answers);
  if (!answers.has(key)) answers.set(key, make());
  return answers.get(key) as Answer;
}

/** The levels below an area that have units of their own in it, from wide to narrow. */
export function levelsWithin(scope: PlaceNode, places: Places): UnitLevel[] {
  return once(places, scope.id, () => findLevels(scope, places));
}

function findLevels(scope: PlaceNode, places: Places): UnitLevel[] {
  const found = new Set<string>();
  for (const { level, path } of places.values())
    if (levelRank(level) > levelRank(scope.level) && isWithin(path, scope.path)) found.add(level);
  return unitLevels.filter((level) => found.has(level));
}

/** The level that is shown where one is asked for: that one, or the widest where the area has no such units. */
export function shownLevel(asked: (typeof mapLevels)[number], levels: readonly UnitLevel[]): UnitLevel {
  const found = levels.find((level) => level === asked);
  return found ?? levels[0] ?? 'county';
}

/**
 * The units of a level within an area, in order of their paths; none lies in another, and together they hold
 * all that the area's divisions hold. Where a branch of the tree has no division of the level, the nearest one
 * stands in: a county that hangs on a province among prefectures (Xiantao), and a province or prefecture with
 * nothing of the level below it (Beijing among prefectures, Dongguan among counties).
 */
export function unitsWithin(scope: PlaceNode, level: UnitLevel, places: Places): readonly PlaceNode[] {
  return once(places, `${scope.id} ${level}`, () => findUnits(scope, level, places));
}

function findUnits(scope: PlaceNode, level: UnitLevel, places: Places): PlaceNode[] {
  const rank = levelRank(level);
  const inside = [...places.values()].filter(
    (place) =>
      place.id !== scope.id &&
      levelRank(place.level) <= levelRank('county') &&
      isWithin(place.path, scope.path),
  );
  // Divisions above the level that hold one of the level give way to it.
  const open = new Set<string>();
  for (const place of inside)
    if (levelRank(place.level) === rank) for (const { id } of lineage(place, places)) open.add(id);
  const byPath = (a: PlaceNode, b: PlaceNode) => (a.path < b.path ? -1 : 1);
  const units: PlaceNode[] = [];
  for (const place of inside.sort(byPath)) {
    const isOpen = levelRank(place.level) < rank && open.has(place.id);
    const last = units.at(-1);
    if (!isOpen && !(last && isWithin(place.path, last.path))) units.push(place);
  }
  return units;
}

/** Incidents at one place, or in all places of a group. */
export type PlaceSum = {
  /** Id of the place that names the group. */
  id: string;
  /** The value of a place filter that keeps exactly these. */
  value: string;
  count: number;
};

/** Counts of a district chart. Everything adds up to the number of incidents. */
export type DistrictCounts = {
  /** By id of unit, zero included. */
  units: Map<string, number>;
  /** Known only to the area as a whole. */
  coarse: number;
  /** Known only to an area around it, so that they may lie outside; the most first. */
  around: PlaceSum[];
  /** Known only to a division within the area that is wider than its units; the most first. */
  between: PlaceSum[];
  /** Outside the area, the most first. */
  outside: PlaceSum[];
};

/** Sorts counts by place into units, those known too coarsely for a unit, and those outside (rule 4). */
export function countDistricts(
  counts: readonly PlaceCount[],
  scope: PlaceNode,
  units: readonly PlaceNode[],
  places: Places,
): DistrictCounts {
  const inUnits = new Map(units.map(({ id }) => [id, 0]));
  const known = knownWhereabouts(scope, units);
  const between = new Map<string, number>();
  const outside: PlaceCount[] = [];
  const around = new Map<string, number>();
  let coarse = 0;
  const add = (sums: Map<string, number>, id: string, count: number) =>
    sums.set(id, (sums.get(id) ?? 0) + count);
  for (const { placeId, count } of counts) {
    const at = known.get(placeId) ?? whereabouts(findPlace(placeId, places), scope, inUnits, places);
    // Most are known, and to write costs more than to look.
    if (!known.has(placeId)) known.set(placeId, at);
    if (at === 'outside') outside.push({ placeId, count });
    else if (at === 'between') add(between, placeId, count);
    else if (at !== 'area') add(inUnits, at.unitId, count);
    else if (placeId === scope.id) coarse += count;
    else add(around, placeId, count);
  }
  const alone = (sums: Map<string, number>) =>
    mostFirst([...sums].map(([id, count]) => ({ id, value: `@${id}`, count })));
  return {
    units: inUnits,
    coarse,
    around: alone(around),
    between: alone(between),
    outside: groupOutside(outside, scope, places),
  };
}

type Whereabouts = { unitId: string } | 'between' | 'area' | 'outside';

const whereaboutsOfPlaces = new WeakMap<readonly PlaceNode[], Map<string, Map<string, Whereabouts>>>();

/** Where places lie to the units of an area, by id, as far as it was worked out: these are the same for many requests. */
function knownWhereabouts(scope: PlaceNode, units: readonly PlaceNode[]): Map<string, Whereabouts> {
  const ofUnits = whereaboutsOfPlaces.get(units) ?? new Map<string, Map<string, Whereabouts>>();
  whereaboutsOfPlaces.set(units, ofUnits);
  const ofScope = ofUnits.get(scope.id) ?? new Map<string, Whereabouts>();
  ofUnits.set(scope.id, ofScope);
  return ofScope;
}

/**
 * Where a place lies to the units of an area: in one of them; `between` them and the area, as a prefecture whose
 * counties are the units; the whole `area` or one around it; or `outside`.
 */
export function whereabouts(
  place: PlaceNode,
  scope: PlaceNode,
  units: { has: (id: string) => boolean },
  places: Places,
): Whereabouts {
  const unit = lineage(place, places).find(({ id }) => units.has(id));
  if (unit) return { unitId: unit.id };
  if (isWithin(scope.path, place.path)) return 'area';
  return isWithin(place.path, scope.path) ? 'between' : 'outside';
}

/** The most places outside an area that are named one by one before wider ones stand for them. */
const mostOutside = 12;

/**
 * Counts outside an area by county; where those are many, by prefecture or province, but never by a place that
 * holds the area itself. A place that no such division is known of stands for itself.
 */
function groupOutside(counts: readonly PlaceCount[], scope: PlaceNode, places: Places): PlaceSum[] {
  const known = once(places, `outside ${scope.id}`, () => new Map<string, string[]>());
  let groups = new Map<string, number>();
  for (let wider = 0; wider < unitLevels.length; wider++) {
    groups = new Map();
    for (const { placeId, count } of counts) {
      let standIns = known.get(placeId);
      if (!standIns) {
        standIns = standInsOf(findPlace(placeId, places), scope, places);
        known.set(placeId, standIns);
      }
      const id = standIns[wider] ?? placeId;
      groups.set(id, (groups.get(id) ?? 0) + count);
    }
    if (groups.size <= mostOutside) break;
  }
  const paths = [...groups.keys()].map((id) => places.get(id)?.path ?? '');
  return mostFirst(
    [...groups].map(([id, count]) => {
      const path = places.get(id)?.path ?? '';
      const holdsOthers = paths.some((other) => other !== path && isWithin(other, path));
      return { id, value: holdsOthers ? `@${id}` : id, count };
    }),
  );
}

/** The county, prefecture and province that stand for a place outside an area, as far as there are such. */
function standInsOf(place: PlaceNode, scope: PlaceNode, places: Places): string[] {
  const apart = lineage(place, places).filter(({ path }) => !isWithin(scope.path, path));
  return unitLevels
    .toReversed()
    .map((level) => (apart.find((one) => levelRank(one.level) >= levelRank(level)) ?? place).id);
}

function findPlace(id: string, places: Places): PlaceNode {
  const place = places.get(id);
  if (!place) throw new RangeError(`incidents name the place ${id}, which does not exist`);
  return place;
}

const mostFirst = (sums: PlaceSum[]) => sums.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));

/** Whether the place filter keeps what is known only to any of the places. */
export function areKept(sums: readonly PlaceSum[], filter: Choice, places: Places): boolean {
  const holds = (value: string, id: string) =>
    value === `@${id}` || isWithin(places.get(id)?.path ?? '', places.get(value)?.path ?? '-');
  return sums.some(
    ({ id }) =>
      (filter.any.length === 0 || filter.any.some((value) => holds(value, id))) &&
      !filter.not.some((value) => holds(value, id)),
  );
}

/** Whether the place filter keeps a unit, wholly or in part. */
export function isUnitChosen(unit: PlaceNode, filter: Choice, places: Places): boolean {
  const at = (value: string, deep: boolean) => {
    const place = places.get(value.replace(/^@/, ''));
    if (!place) return false;
    return value.startsWith('@')
      ? place.id === unit.id
      : isWithin(unit.path, place.path) || (deep && isWithin(place.path, unit.path));
  };
  return (
    (filter.any.length === 0 || filter.any.some((value) => at(value, true))) &&
    !filter.not.some((value) => at(value, false))
  );
}

/** Whether the place filter keeps all that is known to lie in an area, so that leaving it out changes nothing there. */
export function keepsWhole(area: PlaceNode, { any, not }: Choice, places: Places): boolean {
  const pathOf = (value: string) => places.get(value.replace(/^@/, ''))?.path ?? '-';
  const holdsArea = (value: string) => !value.startsWith('@') && isWithin(area.path, pathOf(value));
  return (
    (any.length === 0 || any.some(holdsArea)) &&
    !not.some((value) => holdsArea(value) || isWithin(pathOf(value), area.path))
  );
}
