import type { PlaceLevel } from './levels';

/** A place as screens and lookups need it. */
export type PlaceNode = {
  /** Division code where there is one, else the parent's id with a slug (`440883.changqi`). */
  id: string;
  /** GB/T 2260 division code of 6 digits, or ISO 3166 code of a country; null = has none. */
  code: string | null;
  /** Name in English or pinyin, without the kind of division. */
  nameEn: string;
  /** Name in Chinese as official. */
  nameZh: string;
  level: PlaceLevel;
  /** Id of the place it belongs to; null = a country. */
  parentId: string | null;
  /** Ids from the country down to the place itself, each followed by `/`. */
  path: string;
  /** Other names, other codes, and names as printed by sources. */
  aliases: string[];
};

/** Ids of the places above, from the country down, without the place itself. Empty for a country. */
export function ancestorsOf(path: string): string[] {
  return path.split('/').slice(0, -2);
}

/** Whether a place is the scope itself or lies below it; both are given by their paths. */
export function isWithin(path: string, scopePath: string): boolean {
  return path.startsWith(scopePath);
}
