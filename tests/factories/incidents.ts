import type { Pool } from 'pg';
import { storedCodesOf } from '@/lib/codebook/vocabularies';
import { addDays, dayNumber, fromDayNumber } from '@/lib/dates/civil';
import { type DatePrecision, type Grain, periodEnd, periodStart } from '@/lib/dates/periods';
import { datasetId, incidentId, recordId } from '@/lib/ids';
import type { Random } from './random';

/** A made-up data set for tests. */
export const madeUp = { slug: 'made-up', id: datasetId('made-up'), from: '2017-01-01', to: '2021-12-31' };

/** A made-up directive. */
export type MadeDirective = {
  id: string;
  ref: string;
  office: string;
  orders: string[];
  summary: string;
  status: string;
};

/** A made-up incident: the columns that filters and counts read, and what hangs on it. */
export type MadeIncident = {
  id: string;
  ref: string;
  externalId: string | null;
  title: string;
  summary: string;
  type: string;
  startsOn: string;
  endsOn: string;
  datePrecision: DatePrecision;
  placeId: string;
  /** `unknown`: the place is a stand-in. */
  placePrecision: string;
  destination: string | null;
  category: string | null;
  /** Ref of its one source; null = none. */
  source: string | null;
  sizeMin: number | null;
  sizeMax: number | null;
  issues: string[];
  groups: string[];
  forms: string[];
  targets: string[];
  responses: string[];
  directives: string[];
  status: string;
};

/** Refs of the made-up sources. */
export const madeUpSources = ['made-up-a', 'made-up-b', 'made-up-c'];

/** What made-up sources call incidents; with marks that mean something in addresses. */
export const categories = ['Strike', 'a~b', '!odd', '上访', '100%'];

const words = [
  'wages',
  'plaza',
  '拆迁',
  '工资',
  '学校门口',
  'river',
  'strike at the mill',
  '100%',
  'a_b',
  "o'clock",
  'RENT',
];

/** Directives, some of them drafts and some without orders. */
export function buildDirectives(chance: Random, count: number): MadeDirective[] {
  return Array.from({ length: count }, (_, index) => {
    const ref = `made-d-${index}`;
    return {
      id: recordId('directive', ref),
      ref,
      office: chance.pick(storedCodesOf('office')),
      orders: chance.some(storedCodesOf('order'), 3),
      summary: `Order about ${chance.pick(words)}`,
      status: chance.chance(0.15) ? 'draft' : 'published',
    };
  });
}

/** Incidents of all types, precisions, sizes and places, unknown values and drafts among them. */
export function buildIncidents(
  chance: Random,
  count: number,
  from: { places: readonly string[]; directives: readonly MadeDirective[] },
): MadeIncident[] {
  return Array.from({ length: count }, (_, index) => buildIncident(chance, index, from));
}

function buildIncident(
  chance: Random,
  index: number,
  { places, directives }: { places: readonly string[]; directives: readonly MadeDirective[] },
): MadeIncident {
  const externalId = `x${index}`;
  const precision = chance.pick(['day', 'day', 'day', 'days', 'week', 'month', 'quarter', 'year'] as const);
  const day = fromDayNumber(chance.int(dayNumber(madeUp.from), dayNumber(madeUp.to)));
  const known = chance.chance(0.75);
  const sizeMin =
    known && chance.chance(0.8)
      ? chance.pick([1, 2, 9, 10, 49, 60, 100, 499, 500, 1000, 2500, 7000, 20000])
      : null;
  return {
    id: incidentId(madeUp.id, externalId),
    ref: `mu-${externalId}`,
    externalId,
    title: `Case ${index}: ${chance.pick(words)}`,
    summary: `About ${chance.pick(words)} and ${chance.pick(words)}`,
    type: chance.pick(storedCodesOf('type')),
    ...interval(day, precision, chance),
    datePrecision: precision,
    placeId: chance.pick(places),
    placePrecision: chance.chance(0.1) ? 'unknown' : 'county',
    destination: chance.chance(0.3) ? chance.pick(places) : null,
    category: chance.chance(0.6) ? chance.pick(categories) : null,
    source: chance.chance(0.8) ? chance.pick(madeUpSources) : null,
    sizeMin,
    sizeMax: known && (sizeMin === null || chance.chance(0.5)) ? (sizeMin ?? 1) * chance.int(1, 3) : null,
    issues: chance.some(storedCodesOf('issue'), 3),
    groups: chance.some(storedCodesOf('group'), 2),
    forms: chance.some(storedCodesOf('form'), 2),
    targets: chance.some(storedCodesOf('target'), 2),
    responses: chance.some(storedCodesOf('response'), 2),
    directives: directives.length > 0 ? chance.some(directives, 2).map(({ id }) => id) : [],
    status: chance.pick(['published', 'published', 'published', 'published', 'draft', 'withdrawn']),
  };
}

function interval(
  day: string,
  precision: DatePrecision,
  chance: Random,
): { startsOn: string; endsOn: string } {
  if (precision === 'day') return { startsOn: day, endsOn: day };
  if (precision === 'days') return { startsOn: day, endsOn: addDays(day, chance.int(1, 12)) };
  const grain: Grain = precision;
  return { startsOn: periodStart(day, grain), endsOn: periodEnd(day, grain) };
}

/** Writes the made-up data set, its directives and incidents. */
export async function insertMadeUp(
  pool: Pool,
  directives: readonly MadeDirective[],
  incidents: readonly MadeIncident[],
): Promise<void> {
  await pool.query(
    `INSERT INTO datasets (id, slug, ref_prefix, title, description, origin, citation, coverage_from, coverage_to, codebook_version)
     VALUES ($1, $2, 'mu', 'Made up', 'For tests', 'synthetic', 'None', $3, $4, '2026.1')`,
    [madeUp.id, madeUp.slug, madeUp.from, madeUp.to],
  );
  await pool.query(
    `INSERT INTO directives (id, ref, dataset_id, kind, title, summary, issuer_office, orders, status)
     SELECT id, ref, $2, 'incident-note', ref, summary, office, ARRAY(SELECT jsonb_array_elements_text(orders)), status
     FROM jsonb_to_recordset($1) AS d(id uuid, ref text, summary text, office text, orders jsonb, status text)`,
    [JSON.stringify(directives), madeUp.id],
  );
  await pool.query(
    `INSERT INTO incidents (id, ref, dataset_id, external_id, title, summary, type, starts_on, ends_on, date_precision,
       place_id, place_precision, destination_place_id, source_category, size_min, size_max, issues, groups, forms, targets, status)
     SELECT id, ref, $2, "externalId", title, summary, type, "startsOn", "endsOn", "datePrecision", "placeId", "placePrecision", destination, category,
       "sizeMin", "sizeMax", ARRAY(SELECT jsonb_array_elements_text(issues)), ARRAY(SELECT jsonb_array_elements_text(groups)),
       ARRAY(SELECT jsonb_array_elements_text(forms)), ARRAY(SELECT jsonb_array_elements_text(targets)), status
     FROM jsonb_to_recordset($1) AS i(id uuid, ref text, "externalId" text, title text, summary text, type text,
       "startsOn" date, "endsOn" date, "datePrecision" text, "placeId" text, "placePrecision" text, destination text,
       category text, "sizeMin" int, "sizeMax" int,
       issues jsonb, groups jsonb, forms jsonb, targets jsonb, status text)`,
    [JSON.stringify(incidents), madeUp.id],
  );
  const linked = incidents.flatMap(({ id, directives }) =>
    directives.map((directive) => ({ id, directive })),
  );
  await pool.query(
    `INSERT INTO directive_incidents (incident_id, directive_id)
     SELECT id, directive FROM jsonb_to_recordset($1) AS l(id uuid, directive uuid)`,
    [JSON.stringify(linked)],
  );
  await pool.query(
    `INSERT INTO sources (id, ref, outlet, headline, kind, language)
     SELECT id, ref, ref, ref, 'news-report', 'en' FROM jsonb_to_recordset($1) AS s(id uuid, ref text)`,
    [JSON.stringify(madeUpSources.map((ref) => ({ ref, id: recordId('source', ref) })))],
  );
  const claims = incidents.flatMap(({ id, source }) =>
    source === null
      ? []
      : ['type', 'startsOn'].map((field, at) => ({
          id,
          field,
          at: at + 1,
          source: recordId('source', source),
        })),
  );
  await pool.query(
    `INSERT INTO claims (incident_id, ordinal, field, value, source_id, basis)
     SELECT id, at, field, 'x', source, 'stated' FROM jsonb_to_recordset($1) AS c(id uuid, at int, field text, source uuid)`,
    [JSON.stringify(claims)],
  );
  const responses = incidents.flatMap(({ id, responses }) =>
    responses.map((kind, at) => ({ id, kind, ordinal: at + 1 })),
  );
  await pool.query(
    `INSERT INTO responses (incident_id, ordinal, kind)
     SELECT id, ordinal, kind FROM jsonb_to_recordset($1) AS r(id uuid, ordinal int, kind text)`,
    [JSON.stringify(responses)],
  );
}
