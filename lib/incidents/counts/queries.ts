import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Term } from '@/lib/codebook/types';
import { type VocabularyName, vocabularies } from '@/lib/codebook/vocabularies';
import type { Span } from '@/lib/dates/periods';
import { type Db, join, named, type Sql, sql } from '@/lib/db/query';
import { claimCounted } from '@/lib/sources/where';
import { countedFields, none, type SplitField, unknown } from '../dimensions';
import { directivesOf, incidentWhere, sizeClassOf } from '../where';
import type { Counter, DayCount, Facets, PairCount, PlaceCount, Totals } from './types';

const sizeSums = sql`sum(i.size_min) AS "sizeMin", sum(i.size_max) AS "sizeMax",
  count(*) FILTER (WHERE i.size_min IS NULL AND i.size_max IS NULL) AS "sizeUnknown",
  count(*) FILTER (WHERE i.size_min IS NOT NULL AND i.size_max IS NULL) AS "sizeOpen"`;

const orUnknown = (column: Sql) =>
  sql`unnest(CASE WHEN cardinality(${column}) = 0 THEN ARRAY[${unknown}]::text[] ELSE ${column} END) v(code)`;

/** The codes of a field, each narrower term standing for itself and for its broader term. */
function withBroader(vocabulary: VocabularyName, column: Sql): Sql {
  const pairs = vocabularies[vocabulary].terms.flatMap(({ code, parent }: Term) =>
    parent ? [sql`(${code}, ${code})`, sql`(${code}, ${parent})`] : [],
  );
  return sql`SELECT DISTINCT coalesce(broader.code, v.code) FROM ${orUnknown(column)}
    LEFT JOIN (VALUES ${join(pairs)}) broader(raw, code) ON broader.raw = v.code`;
}

/** The published directives about incident `i`; a row of nulls where there is none. */
const orNoDirective = sql`(SELECT 1) one LEFT JOIN (directive_incidents di JOIN directives d
  ON d.id = di.directive_id AND d.status = 'published') ON di.incident_id = i.id`;

/** The distinct codes of incident `i` in a field, one a row. */
const codesOfField: Record<SplitField, Sql> = {
  type: sql`SELECT i.type`,
  precision: sql`SELECT i.date_precision`,
  size: sql`SELECT ${sizeClassOf}`,
  status: sql`SELECT i.status`,
  place: sql`SELECT i.place_id`,
  destination: sql`SELECT coalesce(i.destination_place_id, ${unknown})`,
  category: sql`SELECT coalesce(i.source_category, ${unknown})`,
  dataset: sql`SELECT ds.slug FROM datasets ds WHERE ds.id = i.dataset_id`,
  directive: sql`SELECT CASE WHEN EXISTS (SELECT 1 FROM ${directivesOf}) THEN 'with' ELSE 'without' END`,
  issue: withBroader('issue', sql`i.issues`),
  target: withBroader('target', sql`i.targets`),
  group: sql`SELECT DISTINCT v.code FROM ${orUnknown(sql`i.groups`)}`,
  form: sql`SELECT DISTINCT v.code FROM ${orUnknown(sql`i.forms`)}`,
  response: sql`SELECT DISTINCT coalesce(r.kind, ${unknown}) FROM (SELECT 1) one
    LEFT JOIN responses r ON r.incident_id = i.id`,
  order: sql`SELECT DISTINCT v.code FROM ${orNoDirective} CROSS JOIN LATERAL unnest(
    CASE WHEN d.id IS NULL THEN ARRAY[${none}]::text[]
      WHEN cardinality(d.orders) = 0 THEN ARRAY[${unknown}]::text[] ELSE d.orders END) v(code)`,
  office: sql`SELECT DISTINCT coalesce(d.issuer_office, ${none}) FROM ${orNoDirective}`,
  source: sql`SELECT DISTINCT coalesce(s.ref, ${unknown}) FROM (SELECT 1) one
    LEFT JOIN (claims c JOIN sources s ON s.id = c.source_id)
      ON c.incident_id = i.id AND ${claimCounted(sql`c`, sql`i`)}`,
};

/** Counts by SQL: the reference, and the way for viewers and sizes that the columns do not serve. */
export function sqlCounter(db: Db, viewer: Viewer): Counter {
  return {
    version: null,
    async totals(filters) {
      const [totals] = await db.query<Totals>(
        named(
          'totals',
          sql`SELECT count(*) AS incidents,
          count(*) FILTER (WHERE EXISTS (SELECT 1 FROM ${directivesOf})) AS "withDirective", ${sizeSums},
          count(*) FILTER (WHERE ds.origin = 'synthetic') AS synthetic,
          min(i.starts_on) AS "firstDay", max(i.ends_on) AS "lastDay"
        FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id WHERE ${incidentWhere(filters, viewer)}`,
        ),
      );
      if (!totals) throw new Error('an aggregate without GROUP BY returned no row');
      return totals;
    },
    byDay(filters, split, grain = 'day') {
      const codes = split ? codesOfField[split] : sql`SELECT ''`;
      const byDays = sql`SELECT i.starts_on AS day, i.date_precision AS precision, f.code,
          count(*) AS count, ${sizeSums}
        FROM incidents i CROSS JOIN LATERAL (${codes}) f(code)
        WHERE ${incidentWhere(filters, viewer, 'starts')} GROUP BY 1, 2, 3`;
      // Days are put together after they are counted: their periods need not be worked out for each row.
      const day = grain === 'day' ? sql`d.day` : sql`date_trunc(${grain}, d.day)::date`;
      return db.query<DayCount>(
        named(
          'byDay',
          sql`SELECT ${day} AS day, d.precision, d.code, sum(d.count)::bigint AS count,
            sum(d."sizeMin") AS "sizeMin", sum(d."sizeMax") AS "sizeMax",
            sum(d."sizeUnknown")::bigint AS "sizeUnknown", sum(d."sizeOpen")::bigint AS "sizeOpen"
          FROM (${byDays}) d GROUP BY 1, 2, 3 ORDER BY 1, d.precision COLLATE "C", d.code COLLATE "C"`,
        ),
      );
    },
    async beginnings(filters) {
      const [span] = await db.query<Span>(
        named(
          'beginnings',
          sql`SELECT min(i.starts_on) AS "from", max(i.starts_on) AS "to" FROM incidents i
          WHERE ${incidentWhere(filters, viewer, 'starts')}`,
        ),
      );
      return span?.from ? span : null;
    },
    byPlace(filters, field) {
      const column = field === 'place' ? sql`i.place_id` : sql`i.destination_place_id`;
      return db.query<PlaceCount>(
        named(
          'byPlace',
          sql`SELECT ${column} AS "placeId", count(*) AS count
        FROM incidents i WHERE ${incidentWhere(filters, viewer, field)} AND ${column} IS NOT NULL
        GROUP BY 1 ORDER BY ${column} COLLATE "C"`,
        ),
      );
    },
    async facets(filters, fields = countedFields) {
      const branches = fields.map(
        (field) => sql`SELECT ${field} AS field, f.code, count(*) AS count
          FROM incidents i CROSS JOIN LATERAL (${codesOfField[field]}) f(code)
          WHERE ${incidentWhere(filters, viewer, field)} GROUP BY 2`,
      );
      const rows = await db.query<{ field: keyof Facets; code: string; count: number }>(
        named('facets', join(branches, ' UNION ALL ')),
      );
      const facets = Object.fromEntries(countedFields.map((field) => [field, new Map()])) as Facets;
      for (const { field, code, count } of rows) facets[field].set(code, count);
      return facets;
    },
    pairs(filters, row, column) {
      return db.query<PairCount>(
        named(
          'pairs',
          sql`SELECT f.code AS row, g.code AS column, count(*) AS count
        FROM incidents i CROSS JOIN LATERAL (${codesOfField[row]}) f(code)
          CROSS JOIN LATERAL (${codesOfField[column]}) g(code)
        WHERE ${incidentWhere(filters, viewer, row, column)} GROUP BY 1, 2
        ORDER BY f.code COLLATE "C", g.code COLLATE "C"`,
        ),
      );
    },
    keysOfRows: async () => null,
    async sources(filters) {
      // Distinct first: a semi-join would try every incident of every source.
      const rows = await db.query<{ ref: string }>(
        named(
          'sources',
          sql`SELECT s.ref FROM sources s
        JOIN (SELECT DISTINCT c.source_id FROM claims c
          JOIN incidents i ON i.id = c.incident_id AND ${claimCounted(sql`c`, sql`i`)}
          WHERE ${incidentWhere(filters, viewer)}) kept ON kept.source_id = s.id ORDER BY s.ref COLLATE "C"`,
        ),
      );
      return rows.map(({ ref }) => ref);
    },
  };
}
