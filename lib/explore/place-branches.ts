import type { Locale } from '@/lib/i18n/locale';
import type { PlaceCount } from '@/lib/incidents/counts/types';
import { placeLabel } from '@/lib/places/lookup';
import { ancestorsOf, isWithin, type PlaceNode } from '@/lib/places/tree';

/** A place in a tree of places with counts. */
export type PlaceRow = {
  id: string;
  label: string;
  /** Incidents at or below the place. */
  count: number;
  /** Incidents known to the place itself only, to no place within it. */
  own: number;
  /** Whether there are places within it. */
  hasWithin: boolean;
};

/** The places directly below each of some places, and the countries under `''`. */
export type PlaceBranches = Record<string, PlaceRow[]>;

/** Incidents at or below each place, and at the place itself, by id; places without any are absent. Pure. */
function sums(byId: ReadonlyMap<string, PlaceNode>, counts: readonly PlaceCount[]) {
  const own = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { placeId, count } of counts) {
    const place = byId.get(placeId);
    if (!place) continue;
    own.set(placeId, (own.get(placeId) ?? 0) + count);
    for (const id of [...ancestorsOf(place.path), placeId]) all.set(id, (all.get(id) ?? 0) + count);
  }
  return { own, all };
}

/**
 * The places directly below each of `parents`, with counts: those with the most incidents first, those without
 * any in the order of their codes. The countries are always there, under `''`. Ids that the tree doesn't have
 * are passed over. Pure.
 */
export function placeBranches(input: {
  tree: readonly PlaceNode[];
  counts: readonly PlaceCount[];
  parents: readonly string[];
  locale: Locale;
}): PlaceBranches {
  const { tree, counts, parents, locale } = input;
  const byId = new Map(tree.map((place) => [place.id, place]));
  const { own, all } = sums(byId, counts);
  const parentIds = new Set(tree.map(({ parentId }) => parentId));
  const wanted = new Set<string | null>([null, ...parents.filter((id) => byId.has(id))]);
  const branches: PlaceBranches = Object.fromEntries([...wanted].map((id) => [id ?? '', []]));
  for (const place of tree) {
    if (!wanted.has(place.parentId)) continue;
    branches[place.parentId ?? '']?.push({
      id: place.id,
      label: placeLabel(place, locale),
      count: all.get(place.id) ?? 0,
      own: own.get(place.id) ?? 0,
      hasWithin: parentIds.has(place.id),
    });
  }
  for (const rows of Object.values(branches))
    rows.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return branches;
}

/**
 * The places that a tree opens by itself: from the country down to the lowest place that holds all incidents
 * counted, and those above the places that are chosen. None of them is a place without others within it. Pure.
 */
export function openedPlaces(
  tree: readonly PlaceNode[],
  counts: readonly PlaceCount[],
  chosen: readonly string[],
): string[] {
  const byId = new Map(tree.map((place) => [place.id, place]));
  const find = (id: string) => byId.get(id.replace(/^@/, '')) ?? [];
  const counted = counts.flatMap(({ placeId }) => find(placeId));
  const [first] = counted;
  const countries = tree.filter(({ parentId }) => parentId === null).map(({ id }) => id);
  const common = first
    ? [...ancestorsOf(first.path), first.id].filter((id) => {
        const path = byId.get(id)?.path;
        return path !== undefined && counted.every((place) => isWithin(place.path, path));
      })
    : [];
  const above = chosen.flatMap(find).flatMap(({ path }) => ancestorsOf(path));
  const parentIds = new Set(tree.map(({ parentId }) => parentId));
  const usual = common.length > 0 ? common : countries.length === 1 ? countries : [];
  return [...new Set([...usual, ...above])].filter((id) => parentIds.has(id));
}

/** Incidents that a value of a place filter would keep: an id, or `@` and an id for the place alone. Pure. */
export function countAt(
  tree: readonly PlaceNode[],
  counts: readonly PlaceCount[],
  values: readonly string[],
): Record<string, number> {
  const { own, all } = sums(new Map(tree.map((place) => [place.id, place])), counts);
  return Object.fromEntries(
    values.map((value) => [value, (value.startsWith('@') ? own.get(value.slice(1)) : all.get(value)) ?? 0]),
  );
}
