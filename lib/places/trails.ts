import type { Locale } from '@/lib/i18n/locale';
import type { PlaceLevel } from './levels';
import { ancestorsOf, type PlaceNode } from './tree';

/** A place by its names. */
export type PlaceName = {
  id: string;
  code: string | null;
  nameEn: string;
  nameZh: string;
  level: PlaceLevel;
};

/** A place and those it belongs to, from the place itself up to its province. Never empty. */
export type PlaceTrail = PlaceName[];

/** Trails by the id of their first place. */
export type PlaceTrails = Record<string, PlaceTrail>;

/** The trails of some places out of the tree; ids that the tree does not have are left out. Pure. */
export function trailsOf(tree: readonly PlaceNode[], ids: readonly string[]): PlaceTrails {
  const byId = new Map(tree.map((place) => [place.id, place]));
  const trails: PlaceTrails = {};
  for (const id of ids) {
    const place = byId.get(id);
    if (!place) continue;
    const above = ancestorsOf(place.path)
      .reverse()
      .flatMap((one) => byId.get(one) ?? [])
      .filter(({ level }) => level !== 'country');
    trails[id] = [place, ...above].map(({ id, code, nameEn, nameZh, level }) => ({
      id,
      code,
      nameEn,
      nameZh,
      level,
    }));
  }
  return trails;
}

/** A trail in words: "Su village, Changqi, Wuchuan, Zhanjiang, Guangdong"; 广东省湛江市吴川市长岐镇苏村. */
export function trailLabel(trail: PlaceTrail, locale: Locale): string {
  if (locale === 'en') return trail.map(({ nameEn }) => nameEn).join(', ');
  // A site is often named after its town: 化州市 before 化州市殡仪馆 would say it twice.
  const names = trail.filter(({ nameZh }, index) => !trail[index - 1]?.nameZh.startsWith(nameZh));
  return names
    .reverse()
    .map(({ nameZh }) => nameZh)
    .join('');
}

/** The labels of some places by id; ids that the tree does not have are left out. Pure. */
export function trailLabels(
  tree: readonly PlaceNode[],
  ids: readonly (string | null)[],
  locale: Locale,
): Record<string, string> {
  const trails = trailsOf(
    tree,
    ids.filter((id) => id !== null),
  );
  return Object.fromEntries(Object.entries(trails).map(([id, trail]) => [id, trailLabel(trail, locale)]));
}

/** The label of a place by its id; the id itself when it is not among the trails. */
export function placeWords(trails: PlaceTrails, id: string, locale: Locale): string {
  const trail = trails[id];
  return trail ? trailLabel(trail, locale) : id;
}
