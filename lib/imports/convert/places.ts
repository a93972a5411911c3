import { levelRank } from '@/lib/places/levels';
import type { Locator } from '@/lib/places/locate';
import { findPlaces } from '@/lib/places/lookup';
import { foldLatin } from '@/lib/places/names';
import type { PlaceNode } from '@/lib/places/tree';
import { countryOf } from './countries';

/** What is said of a place in a row: a code, names from the widest to the narrowest, a point. Null and '' = not said. */
export type SaidPlace = {
  code: string;
  names: readonly string[];
  latitude: number | null;
  longitude: number | null;
};

/** A place that was found. `country`: it is a country that the database lacks, and has to be made. */
export type FoundPlace = {
  id: string;
  level: PlaceNode['level'];
  /** How much of what was said it covers: all, or only the wider names. */
  whole: boolean;
  /** Whether the point lies outside of it. */
  disagrees: boolean;
};

/** Why none was found, with what it may have been. */
export type LostPlace = { fault: 'place-unknown' | 'place-ambiguous'; text: string; suggestions: string[] };

/** Sign that joins several names where they are shown, and decided on, as one text. */
export const nameJoint = ' › ';

/** Characters of a code and names of a place: longer ones are no place, and to look for them would take very long. */
const longestName = 1_000;

/** Answers that are kept. */
const mostKept = 200_000;

/** Finds the places that rows name. What was found is kept: files name the same places again and again. */
export type PlaceFinder = { find: (said: SaidPlace) => FoundPlace | LostPlace | null };

/**
 * Finds by what somebody decided, by code, by names within one another, and by the point (the finest division around it).
 * Null = nothing is said of a place.
 */
export function makePlaceFinder(
  places: readonly PlaceNode[],
  decided: readonly { from: string; to: string }[],
  locator: Locator,
): PlaceFinder {
  const byId = new Map(places.map((place) => [place.id, place]));
  const byCode = new Map(
    places.flatMap((place) => (place.code === null ? [] : [[place.code, place] as const])),
  );
  const choices = new Map(decided.map(({ from, to }) => [foldText(from), to]));
  const kept = new Map<string, FoundPlace | LostPlace>();
  /** The same where nothing but a code is said, by the code as it stands. */
  const byCodeAlone = new Map<string, FoundPlace | LostPlace>();

  const found = (place: PlaceNode, whole = true): FoundPlace => ({
    id: place.id,
    level: place.level,
    whole,
    disagrees: false,
  });
  const country = (text: string): FoundPlace | null => {
    const code = countryOf(text);
    if (code === null) return null;
    const known = byId.get(code);
    return known ? found(known) : { id: code, level: 'country', whole: true, disagrees: false };
  };
  const byNames = (names: readonly string[], all = false): FoundPlace | LostPlace => {
    const text = names.join(nameJoint);
    let scope: PlaceNode | null = null;
    let abroad: FoundPlace | null = null;
    let lost: LostPlace | null = null;
    for (const name of names) {
      const { exact, near } = matches(name, scope);
      const [first, second] = exact;
      if (first && (!second || isWider(first, second))) {
        scope = first;
        // The narrowest name counts; a wider one that is not known may be of another kind of division.
        if (!all) lost = null;
      } else if (first)
        lost = { fault: 'place-ambiguous', text, suggestions: exact.slice(0, 8).map(({ id }) => id) };
      else {
        const other: FoundPlace | null = scope === null ? country(name) : null;
        if (other) abroad = other;
        else lost = { fault: 'place-unknown', text, suggestions: near.slice(0, 8).map(({ id }) => id) };
      }
    }
    if (scope) return found(scope, lost === null);
    if (abroad) return { ...abroad, whole: lost === null };
    return lost ?? { fault: 'place-unknown', text, suggestions: [] };
  };
  const matches = (name: string, scope: PlaceNode | null) => {
    const all = findPlaces(places, name, 200).filter(
      ({ place }) =>
        scope === null || (place.path.startsWith(scope.path) && place.id !== scope.id) || place === scope,
    );
    const best = all.filter(({ by }) => by !== 'part');
    const top = best[0]?.by;
    // A whole name goes before an alias; names of one place and of the one below it are told apart by their level.
    return {
      exact: best.filter(({ by }) => by === top).map(({ place }) => place),
      near: all.map(({ place }) => place),
    };
  };

  const bySaid = ({ code, names }: SaidPlace): FoundPlace | LostPlace | null => {
    const bare = code.replace(/\.0$/, '');
    const ofCode = byId.get(bare) ?? byCode.get(bare);
    if (ofCode) return found(ofCode);
    const parts = names.flatMap((name, index) =>
      name === '' ? [] : index === names.length - 1 ? split(name) : [name],
    );
    if (parts.length === 0)
      return code === '' ? null : { fault: 'place-unknown', text: code, suggestions: [] };
    const straight = byNames(parts);
    if (!('fault' in straight) && straight.whole) return straight;
    const turned = parts.length > 1 ? byNames([...parts].reverse(), true) : straight;
    return !('fault' in turned) && (turned.whole || 'fault' in straight) ? turned : straight;
  };

  return {
    find(said) {
      const { code, names, latitude, longitude } = said;
      if (names.length === 0 && latitude === null) {
        const known = byCodeAlone.get(code);
        if (known) return known;
      }
      const text = names.filter((name) => name !== '').join(nameJoint);
      const key = `${code}\u0000${text}`;
      let answer: FoundPlace | LostPlace | null = kept.get(key) ?? null;
      if (key.length > longestName)
        answer = { fault: 'place-unknown', text: (text || code).slice(0, longestName), suggestions: [] };
      if (answer === null) {
        const choice = choices.get(foldText(text)) ?? (code === '' ? undefined : choices.get(foldText(code)));
        const place = choice === undefined ? undefined : byId.get(choice);
        // A place that was decided on and is gone is not there, whatever else the row says.
        const gone: LostPlace = { fault: 'place-unknown', text: text || code, suggestions: [] };
        answer = place ? found(place) : choice ? (country(choice) ?? gone) : bySaid(said);
        if (answer && kept.size < mostKept) kept.set(key, answer);
      }
      if (latitude === null || longitude === null) {
        if (answer && names.length === 0 && kept.has(key)) byCodeAlone.set(code, answer);
        return answer;
      }
      return withPoint(answer, locator.at(latitude, longitude), byId, choices.has(foldText(text)));
    },
  };
}

/** A place by what was said of it, and by the divisions around its point. */
function withPoint(
  answer: FoundPlace | LostPlace | null,
  around: readonly string[],
  byId: ReadonlyMap<string, PlaceNode>,
  decided: boolean,
): FoundPlace | LostPlace | null {
  const finest = byId.get(around.at(-1) ?? '');
  if (!finest) return answer;
  if (answer === null || 'fault' in answer)
    return { id: finest.id, level: finest.level, whole: answer === null, disagrees: false };
  const named = byId.get(answer.id);
  if (!named || decided) return answer;
  if (finest.path.startsWith(named.path))
    return answer.whole || levelRank(finest.level) <= levelRank(named.level)
      ? answer
      : { id: finest.id, level: finest.level, whole: answer.whole, disagrees: false };
  return { ...answer, disagrees: !named.path.startsWith(finest.path) };
}

/** Of places with one name: a division before what lies within it, as the city of Jilin lies in the province. */
const isWider = (a: PlaceNode, b: PlaceNode) =>
  b.path.startsWith(a.path) || levelRank(a.level) < levelRank(b.level);

const foldText = (text: string) => text.split(nameJoint.trim()).map(foldLatin).join('\u0000');

/** The names in one text: `Leizhou, Zhanjiang`, `广东省湛江市雷州市`. */
function split(text: string): string[] {
  const parts = text.split(/\s*[,，、/;；›>]\s*/).filter((part) => part !== '');
  if (parts.length !== 1 || !/^\p{Script=Han}+$/u.test(text)) return parts;
  const units = text.match(
    /.{1,12}?(?:特别行政区|自治[区州县旗]|省|市|地区|盟|县|区|旗|镇|乡|街道|村)|.+$/gu,
  );
  return units && units.length > 1 ? units : parts;
}
