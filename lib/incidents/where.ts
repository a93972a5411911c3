import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { counted, visible } from '@/lib/auth/where';
import { withNarrower } from '@/lib/codebook/vocabularies';
import { empty, join, type Sql, sql } from '@/lib/db/query';
import { claimCounted } from '@/lib/sources/where';
import { type Choice, isEmptyChoice } from '@/lib/url/params';
import { type Dimension, dimensionKeys, dimensions, none, unknown } from './dimensions';
import { likePattern } from './search';
import type { FilterPart, IncidentFilters } from './selection';
import { sizeSpan } from './size-class';
import { dateSpan, startsSpan } from './spans';
import { searchMatch } from './text/where';

/** The directives about incident `i` that the viewer may see, as FROM and WHERE of a subquery. */
export const directivesOf = sql`directive_incidents di JOIN directives d ON d.id = di.directive_id
  WHERE di.incident_id = i.id AND d.status = 'published'`;

/** Size class of incident `i`: that of its lower bound; without one, unknown. Classes of `sizeClass` in lib/codebook. */
export const sizeClassOf = sql`CASE
  WHEN i.size_min IS NULL THEN 'unknown' WHEN i.size_min = 1 THEN '1' WHEN i.size_min < 10 THEN '2-9'
  WHEN i.size_min < 50 THEN '10-49' WHEN i.size_min < 100 THEN '50-99' WHEN i.size_min < 500 THEN '100-499'
  WHEN i.size_min < 1000 THEN '500-999' WHEN i.size_min < 2000 THEN '1000-1999'
  WHEN i.size_min < 5000 THEN '2000-4999' WHEN i.size_min < 10000 THEN '5000-9999' ELSE '10000-plus' END`;

/**
 * The one condition on `incidents i` that a filter means for a viewer, without the word WHERE. Every list,
 * count, facet, chart and export uses it. `except` leaves out parts: a facet leaves out its own. Pure.
 */
export function incidentWhere(filters: IncidentFilters, viewer: Viewer, ...except: FilterPart[]): Sql {
  const conditions: Sql[] = [amongWhich(filters, viewer, except)];
  const on = (part: FilterPart) => !except.includes(part);
  for (const key of dimensionKeys)
    if (on(key)) conditions.push(...chosen(filters[key], (codes) => dimensionMatch(key, codes)));
  if (on('dataset')) conditions.push(...chosen(filters.dataset, datasetMatch));
  if (on('place')) conditions.push(...chosen(filters.place, placeMatch));
  if (on('destination')) conditions.push(...chosen(filters.destination, destinationMatch));
  if (on('source')) conditions.push(...chosen(filters.source, sourceMatch));
  if (on('category')) conditions.push(...chosen(filters.category, categoryMatch));
  if (on('dates')) conditions.push(...datesMatch(filters));
  if (on('q')) conditions.push(...searchMatch(filters.q));
  const starts = on('starts') && filters.starts ? startsSpan(filters.starts) : null;
  if (starts) conditions.push(sql`i.starts_on BETWEEN ${starts.from}::date AND ${starts.to}::date`);
  return join(conditions, ' AND ');
}

/**
 * What is published, whoever asks, unless the filter names states of work: then what the viewer may see. A facet of
 * those states counts what the viewer may see too.
 */
function amongWhich(filters: IncidentFilters, viewer: Viewer, except: readonly FilterPart[]): Sql {
  const named = filters.status.any.length > 0 || except.includes('status');
  return named ? visible(viewer, sql`i`) : counted(viewer, sql`i`);
}

function chosen(choice: Choice, match: (values: string[]) => Sql): Sql[] {
  if (isEmptyChoice(choice)) return [];
  return [
    ...(choice.any.length > 0 ? [match([...choice.any])] : []),
    // What is compared with a null is not excluded.
    ...(choice.not.length > 0 ? [sql`${match([...choice.not])} IS NOT TRUE`] : []),
  ];
}

const datasetMatch = (slugs: string[]) =>
  sql`(i.dataset_id IN (SELECT ds.id FROM datasets ds WHERE ds.slug = ANY(${slugs})))`;

/** Columns hold places by id: those named alone, or those at or below. A list of ids, which an index of the column serves. */
function placesMatch(column: Sql, values: string[]): Sql {
  const alone = values.filter((value) => value.startsWith('@')).map((value) => value.slice(1));
  const below = values.filter((value) => !value.startsWith('@')).map((id) => likePattern(`/${id}/`));
  return sql`${column} IN (SELECT p.id FROM places p WHERE p.id = ANY(${alone}) OR '/' || p.path LIKE ANY(${below}))`;
}

/** The country or a province: of the share of the records that lie there the database has no idea. */
const isWide = (value: string) => /^(CN|\d{2}0000)$/.test(value);

const known = (values: string[]) => values.filter((value) => value !== unknown);

const placeMatch = (values: string[]) => {
  const listed = placesMatch(sql`i.place_id`, known(values));
  // Of a wide area each row is tried: it would be taken for a rare place, and looked up place by place.
  return sql`(${values.some(isWide) ? sql`coalesce(${listed}, false)` : listed}
    ${values.includes(unknown) ? sql`OR i.place_precision = 'unknown'` : empty})`;
};

const destinationMatch = (values: string[]) =>
  sql`(${placesMatch(sql`i.destination_place_id`, known(values))}
    ${values.includes(unknown) ? sql`OR i.destination_place_id IS NULL` : empty})`;

// The incidents of sources are found by themselves, so that an index serves them.
const sourceMatch = (refs: string[]) =>
  sql`(i.id IN (SELECT c.incident_id FROM claims c JOIN sources s ON s.id = c.source_id
        JOIN incidents told ON told.id = c.incident_id
      WHERE s.ref = ANY(${known(refs)}) AND ${claimCounted(sql`c`, sql`told`)})
    ${
      refs.includes(unknown)
        ? sql`OR NOT EXISTS (SELECT 1 FROM claims c WHERE c.incident_id = i.id AND ${claimCounted(sql`c`, sql`i`)})`
        : empty
    })`;

/** Characters of a category that an index has (incidents_category_idx). */
const indexed = 200;

// Never null, since it may be turned round. The index has beginnings, as Postgres counts characters.
const categoryMatch = (words: string[]) =>
  sql`((i.source_category IS NOT NULL AND i.source_category = ANY(${words})
      AND left(i.source_category, 200) = ANY(${words.map((word) => [...word].slice(0, indexed).join(''))}))
    ${words.includes(unknown) ? sql`OR i.source_category IS NULL` : empty})`;

function dimensionMatch(key: Dimension, chosenCodes: string[]): Sql {
  const codes = chosenCodes.flatMap((code) => withNarrower(dimensions[key].vocabulary, code));
  switch (key) {
    case 'type':
      return sql`(i.type = ANY(${codes}))`;
    case 'precision':
      return sql`(i.date_precision = ANY(${codes}))`;
    case 'size':
      return sizeMatch(codes);
    case 'issue':
      return arrayMatch(sql`i.issues`, codes);
    case 'group':
      return arrayMatch(sql`i.groups`, codes);
    case 'form':
      return arrayMatch(sql`i.forms`, codes);
    case 'target':
      return arrayMatch(sql`i.targets`, codes);
    case 'response':
      return sql`(EXISTS (SELECT 1 FROM responses r WHERE r.incident_id = i.id AND r.kind = ANY(${codes}))
        ${codes.includes(unknown) ? sql`OR NOT EXISTS (SELECT 1 FROM responses r WHERE r.incident_id = i.id)` : empty})`;
    case 'order':
      return sql`(EXISTS (SELECT 1 FROM ${directivesOf} AND ${arrayMatch(sql`d.orders`, codes)}) ${orNone(codes)})`;
    case 'directive':
      return sql`((CASE WHEN EXISTS (SELECT 1 FROM ${directivesOf}) THEN 'with' ELSE 'without' END) = ANY(${codes}))`;
    case 'status':
      return sql`(i.status = ANY(${codes}))`;
    case 'office':
      return sql`(EXISTS (SELECT 1 FROM ${directivesOf} AND d.issuer_office = ANY(${codes})) ${orNone(codes)})`;
  }
}

const arrayMatch = (column: Sql, codes: string[]) =>
  codes.includes(unknown)
    ? sql`(${column} && ${codes}::text[] OR cardinality(${column}) = 0)`
    : sql`(${column} && ${codes}::text[])`;

const orNone = (codes: string[]) =>
  codes.includes(none) ? sql`OR NOT EXISTS (SELECT 1 FROM ${directivesOf})` : empty;

/** The span of sizes that the classes lie in says nothing more than they do, but an index of sizes knows it. */
function sizeMatch(codes: string[]): Sql {
  const span = sizeSpan(codes);
  return span
    ? sql`(${sizeClassOf} = ANY(${codes}) AND coalesce(i.size_min, i.size_max, 0) BETWEEN ${span.least} AND ${span.most})`
    : sql`(${sizeClassOf} = ANY(${codes}))`;
}

/**
 * The first day on which an interval can begin that reaches to a day: a year before, or where one of those few begins
 * that are longer than a year and reach to it, of which there is an index.
 */
const earliestReaching = (day: string) => sql`least(${day}::date - 366, (SELECT min(long.starts_on)
  FROM incidents long WHERE long.ends_on - long.starts_on > 366 AND long.ends_on >= ${day}::date))`;

/**
 * Intervals that may reach to a day, said twice: where in the order of first days they begin, and so that the database
 * knows how few they are (statistics `incidents_span`) before it decides how to find them.
 */
const mayReach = (day: string) => sql`i.starts_on >= ${earliestReaching(day)}
  AND (i.starts_on >= ${day}::date - 366 OR i.ends_on - i.starts_on > 366)`;

/**
 * Rule 3: the interval touches the range, or with `certain` lies within it. What else is said of first days follows
 * from that; it tells the database where in the index of first days to begin and to end.
 */
function datesMatch(filters: IncidentFilters): Sql[] {
  const { from, to } = dateSpan(filters);
  const certain = filters.match === 'certain';
  const begins = certain
    ? [sql`i.starts_on >= ${from}::date`]
    : [sql`i.ends_on >= ${from}::date`, mayReach(from)];
  const ends = [sql`i.starts_on <= ${to}::date`, ...(certain ? [sql`i.ends_on <= ${to}::date`] : [])];
  return [...(filters.from ? begins : []), ...(filters.to ? ends : [])];
}
