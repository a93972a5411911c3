import 'server-only';
import { join, raw, type Sql, sql } from '@/lib/db/query';
import { likePattern, parseSearch } from '../search';

/** Every phrase occurs in incident `i` or in a published directive about it; no excluded phrase does. */
export function searchMatch(text: string): Sql[] {
  if (text === '') return [];
  const { all, none } = parseSearch(text);
  return [...all.map(occurs), ...none.map((phrase) => sql`${occurs(phrase)} IS NOT TRUE`)];
}

/** So many incidents are looked up one by one because of directives about them; where there are more, each row is tried. */
const lookedUp = 200;

/**
 * The text of `i` holds the phrase, or that of a directive about it. It is said in three parts, each of which an index
 * serves, so that a rare phrase costs little: the text; the incidents of directives, where they are few; and where they
 * are many, the whole table (a lower bound of null keeps nothing). For a phrase that most records hold, the database
 * tries the rows of a list in their order until the page is full.
 */
function occurs(phrase: string): Sql {
  const pattern = likePattern(phrase);
  const told = sql`FROM directive_incidents di JOIN directives d ON d.id = di.directive_id
    WHERE d.status = 'published' AND d.search_text LIKE lower(${pattern})`;
  // The least id there is, if there are many; else null.
  const many = sql`(SELECT '00000000-0000-0000-0000-000000000000'::uuid ${told} OFFSET ${lookedUp} LIMIT 1)`;
  const some = sql`i.id = ANY(CASE WHEN ${many} IS NULL THEN ARRAY(SELECT di.incident_id ${told}) ELSE '{}' END)`;
  const any = sql`i.id >= ${many} AND i.id <= 'ffffffff-ffff-ffff-ffff-ffffffffffff'`;
  const holds = sql`(i.search_text LIKE lower(${pattern}) OR ${some} OR (${any} AND i.id IN (SELECT di.incident_id ${told})))`;
  return isPair(phrase) ? sql`(${holds} AND (${pairMatch(phrase)} OR ${some} OR (${any})))` : holds;
}

/** So many phrases are looked for apart in texts and in directives, which doubles what is asked for each of them. */
const apart = 3;

/**
 * The ids of all published incidents that a search finds, as a statement: what `searchMatch` says, put so that it costs
 * as little as can be where every one is wanted. An id may come more than once. Each phrase stands in the text or in a
 * directive; a part of the statement for each way in which that can be, so that each is a plain AND, which the database
 * begins at whatever is rarest.
 */
export function allFound(text: string): Sql {
  const { all, none } = parseSearch(text);
  // The longest are the rarest, in general; the others are tried on what these find.
  const byLength = [...all].sort((one, other) => other.length - one.length);
  const others = byLength
    .slice(apart)
    .map((phrase) => sql`(${own(phrase)} OR EXISTS (${told(phrase)} AND di.incident_id = i.id))`);
  const without = none.map(
    (phrase) => sql`NOT ${own(phrase)} AND NOT EXISTS (${told(phrase)} AND di.incident_id = i.id)`,
  );
  const first = byLength.slice(0, apart);
  const ways = waysOf(first).map(
    (way) => sql`SELECT i.id FROM incidents i
      WHERE ${join([sql`i.status = 'published'`, ...way, ...others, ...without], ' AND ')}`,
  );
  const tells = first.map((phrase, at) => sql`${raw(`told${at}`)} AS (${told(phrase)})`);
  const parts = join(ways, ' UNION ALL ');
  return tells.length > 0 ? sql`WITH ${join(tells)} ${parts}` : parts;
}

/** Each phrase by the text or by a directive, in all ways. */
function waysOf(phrases: readonly string[]): Sql[][] {
  return phrases.reduce<Sql[][]>(
    (ways, phrase, at) =>
      ways.flatMap((way) => [
        [...way, own(phrase), ...(isPair(phrase) ? [pairMatch(phrase)] : [])],
        [...way, sql`i.id IN (SELECT incident_id FROM ${raw(`told${at}`)})`],
      ]),
    [[]],
  );
}

const own = (phrase: string) => sql`i.search_text LIKE lower(${likePattern(phrase)})`;
const told = (phrase: string) => sql`SELECT di.incident_id FROM directive_incidents di
  JOIN directives d ON d.id = di.directive_id AND d.status = 'published'
  WHERE d.search_text LIKE lower(${likePattern(phrase)})`;

const isPair = (phrase: string) => /^[\u3400-\u9fff]{2}$/.test(phrase);

/**
 * Two Chinese characters make no trigram; an index of pairs finds them (the migration `filter_indexes`). A condition of
 * its own, which says no more than LIKE does: only so the database need not work out the pairs of what it found.
 */
const pairMatch = (pair: string) => sql`chinese_pairs(i.search_text) @> ARRAY[${pair}]::text[]`;
