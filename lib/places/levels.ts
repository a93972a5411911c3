/** Levels of the tree of places, from wide to narrow (vocabulary `placeLevel`). */
export const placeLevels = [
  'country',
  'province',
  'prefecture',
  'county',
  'township',
  'village',
  'site',
] as const;

export type PlaceLevel = (typeof placeLevels)[number];

/** Distance from the top of the tree: 0 for a country, 6 for a site. A smaller rank is a higher level. */
export function levelRank(level: PlaceLevel): number {
  return placeLevels.indexOf(level);
}
