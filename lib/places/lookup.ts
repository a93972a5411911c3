import type { Locale } from '@/lib/i18n/locale';
import { levelRank } from './levels';
import { foldLatin, stemZh } from './names';
import type { PlaceNode } from './tree';

/** What of a place a text agreed with. */
export type MatchedBy = 'code' | 'name' | 'alias' | 'part';

/** A place that a text may mean; `by` tells why, `part` = only the beginning or the middle of a name agreed. */
export type PlaceMatch<Place> = { place: Place; by: MatchedBy };

type Searchable = Pick<PlaceNode, 'id' | 'code' | 'nameEn' | 'nameZh' | 'level' | 'aliases'>;

type Entry<Place> = { place: Place; names: Set<string>; stems: Set<string>; aliases: Set<string> };

const kindWords =
  /\b(autonomous|special|administrative|city|municipality|county|district|prefecture|province|region|banner|town|township|village|shi|xian|qu|sheng|zhou|zhen|xiang|cun)\b/giu;
/** Words for a kind of division, and how the Chinese names of that kind end. */
const kindEndings: readonly [words: RegExp, ending: RegExp][] = [
  [/\b(city|municipality|shi)$/i, /市$/u],
  [/\b(county|xian)$/i, /[县旗]$/u],
  [/\b(district|qu)$/i, /区$/u],
  [/\bprefecture$/i, /[州盟]$|地区$/u],
  [/\b(province|sheng)$/i, /省$/u],
  [/\bbanner$/i, /旗$/u],
  [/\b(town|township|zhen|xiang)$/i, /[镇乡]$/u],
  [/\b(village|cun)$/i, /村$/u],
];
const han = /\p{Script=Han}/u;
const indexes = new WeakMap<readonly Searchable[], Entry<Searchable>[]>();

/** The name of a place in a language of the interface: "Wuchuan", "吴川市". */
export function placeLabel(place: Pick<PlaceNode, 'nameEn' | 'nameZh'>, locale: Locale): string {
  return locale === 'zh' ? place.nameZh : place.nameEn;
}

/**
 * The places that a text may mean, the likeliest first: by code, then by name (English or pinyin without
 * regard to case, diacritics, spaces and words for the kind; Chinese with or without the kind), then by
 * alias, then by the beginning and the middle of names. Among equals a place of the kind that the text names
 * ("Jilin City") comes first, then the higher level, then the lower code. At most `limit` places; none for an empty text.
 */
export function findPlaces<Place extends Searchable>(
  places: readonly Place[],
  text: string,
  limit = 50,
): PlaceMatch<Place>[] {
  const query = queryOf(text);
  if (!query) return [];
  const ending = kindEndings.find(([words]) => words.test(query.raw))?.[1];
  const found: { match: PlaceMatch<Place>; rank: number; otherKind: number }[] = [];
  for (const entry of indexOf(places)) {
    const rank = rankOf(entry, query);
    if (rank === null) continue;
    const match = { place: entry.place, by: reasons[rank] ?? 'part' };
    found.push({ match, rank, otherKind: ending?.test(entry.place.nameZh) === false ? 1 : 0 });
  }
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.otherKind - b.otherKind ||
      levelRank(a.match.place.level) - levelRank(b.match.place.level) ||
      (a.match.place.id < b.match.place.id ? -1 : 1),
  );
  return found.slice(0, limit).map(({ match }) => match);
}

const reasons: readonly MatchedBy[] = ['code', 'name', 'name', 'alias', 'part', 'part'];

type Query = { raw: string; full: string; variants: string[] };

/** The text as typed, as a key, and as the keys that it may stand for; null when nothing is left of it. */
function queryOf(text: string): Query | null {
  const raw = text.trim();
  const full = foldLatin(raw);
  if (!full) return null;
  if (han.test(raw)) return { raw, full, variants: [foldLatin(stemZh(full))] };
  const bare = foldLatin(raw.replace(kindWords, ' '));
  const joined = full.replace(/(?<=.{3})(shi|xian|qu|sheng)$/, '');
  const variants = [bare, joined].filter((one) => one.length >= 2);
  // "lv" and "nv" are the ways to type lü and nü; ü itself is folded to u.
  for (const one of [full, ...variants]) variants.push(one.replace(/([ln])v/g, '$1u'));
  return { raw, full, variants };
}

/** 0 code, 1 whole name, 2 name without its kind, 3 alias, 4 beginning of a name, 5 middle; null = no match. */
function rankOf(entry: Entry<Searchable>, { raw, full, variants }: Query): number | null {
  if (entry.place.code === raw.toUpperCase() || entry.place.id === raw) return 0;
  if (entry.names.has(full)) return 1;
  if (entry.stems.has(full) || variants.some((one) => entry.names.has(one) || entry.stems.has(one))) return 2;
  if (entry.aliases.has(full)) return 3;
  if (full.length < 2 && !han.test(full)) return null;
  const keys = [...entry.names, ...entry.aliases];
  if (keys.some((key) => key.startsWith(full))) return 4;
  return keys.some((key) => key.includes(full)) ? 5 : null;
}

function indexOf<Place extends Searchable>(places: readonly Place[]): Entry<Place>[] {
  const known = indexes.get(places);
  if (known) return known as Entry<Place>[];
  const made = places.map(
    (place): Entry<Place> => ({
      place,
      names: new Set([foldLatin(place.nameEn), foldLatin(place.nameZh)]),
      stems: new Set([foldLatin(stemZh(place.nameZh))]),
      aliases: new Set(place.aliases.map(foldLatin)),
    }),
  );
  indexes.set(places, made);
  return made;
}
