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

/**
 * The ids of all published incidents that a search finds, as a statement: what `searchMatch` says, put so that it costs
 * as little as can be where every one is wanted. Directives are read once; only the incidents of those that hold one of
 * the phrases are looked at one by one.
 */
export function allFound(text: string): Sql {
  const { all, none } = parseSearch(text);
  const phrases = [...all, ...none];
  if (phrases.length === 0) return sql`SELECT i.id FROM incidents i WHERE i.status = 'published'`;
  const like = (column: Sql, phrase: string) => sql`${column} LIKE lower(${likePattern(phrase)})`;
  const own = (phrase: string) => like(sql`i.search_text`, phrase);
  const inDirective = (phrase: string) => like(sql`d.search_text`, phrase);
  const tells = phrases.map((phrase, at) => sql`bool_or(${inDirective(phrase)}) AS ${raw(`p${at}`)}`);
  const told = (at: number) => sql`t.${raw(`p${at}`)}`;
  const byItself = [
    ...all.map(own),
    ...all.filter(isPair).map(pairMatch),
    ...none.map((phrase) => sql`NOT ${own(phrase)}`),
    ...(none.length > 0
      ? [
          sql`i.id NOT IN (SELECT t.id FROM told t WHERE ${join(
            none.map((_, at) => told(all.length + at)),
            ' OR ',
          )})`,
        ]
      : []),
  ];
  const withDirectives = [
    ...all.map((phrase, at) => sql`(${told(at)} OR ${own(phrase)})`),
    ...none.map((phrase, at) => sql`NOT (${told(all.length + at)} OR ${own(phrase)})`),
  ];
  return sql`WITH told AS MATERIALIZED (SELECT di.incident_id AS id, ${join(tells)}
      FROM directive_incidents di JOIN directives d ON d.id = di.directive_id
      WHERE d.status = 'published' AND (${join(phrases.map(inDirective), ' OR ')}) GROUP BY 1)
    SELECT i.id FROM incidents i WHERE i.status = 'published' AND ${join(byItself, ' AND ')}
    UNION SELECT i.id FROM told t JOIN incidents i ON i.id = t.id
      WHERE i.status = 'published' AND ${join(withDirectives, ' AND ')}`;
}

const isPair = (phrase: string) => /^[\u3400-\u9fff]{2}$/.test(phrase);

/**
 * Two Chinese characters make no trigram; an index of pairs finds them (the migration `filter_indexes`). A condition of
 * its own, which says no more than LIKE does: only so the database need not work out the pairs of what it found.
 */
const pairMatch = (pair: string) => sql`chinese_pairs(i.search_text) @> ARRAY[${pair}]::text[]`;
