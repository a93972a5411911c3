import 'server-only';
import { publicViewer } from '@/lib/auth/viewer';
import type { Term } from '@/lib/codebook/types';
import { vocabularies } from '@/lib/codebook/vocabularies';
import { type Db, type Snapshot, sql } from '@/lib/db/query';
import { isSeveral, none, unknown } from '../dimensions';
import { noFilters } from '../selection';
import { sizeClass } from '../size-class';
import { incidentWhere } from '../where';
import { ColumnBuilder } from './builder';
import { halvesOf } from './ids';
import type { Columns } from './types';

type Builders = Record<keyof Columns['fields'], ColumnBuilder>;

/** The version of the data that a snapshot of the database sees. */
export async function dataVersion(db: Db): Promise<number> {
  const [row] = await db.query<{ version: number }>(sql`SELECT version FROM data_version`);
  if (!row) throw new Error('the table data_version has no row');
  return row.version;
}

/** How many incidents there are, about: as the statistics of the database have it. */
export async function roughCount(db: Db): Promise<number> {
  const [row] = await db.query<{ rows: number }>(
    sql`SELECT greatest(reltuples, 0)::bigint AS rows FROM pg_class WHERE oid = 'incidents'::regclass`,
  );
  return row?.rows ?? 0;
}

/** The ids of the published incidents in whose text the search is found. */
export function idsOfText(db: Db, q: string): Promise<{ id: string }[]> {
  return db.query(
    sql`SELECT i.id FROM incidents i WHERE ${incidentWhere({ ...noFilters, q }, publicViewer)}`,
  );
}

const several = {
  responses: sql`SELECT r.incident_id AS id, r.kind AS a, '' AS b FROM responses r ORDER BY 1`,
  directives: sql`SELECT di.incident_id AS id, d.issuer_office AS a, array_to_string(d.orders, ' ') AS b
    FROM directive_incidents di JOIN directives d ON d.id = di.directive_id AND d.status = 'published' ORDER BY 1`,
  sources: sql`SELECT DISTINCT c.incident_id AS id, s.ref AS a, '' AS b
    FROM claims c JOIN sources s ON s.id = c.source_id ORDER BY 1`,
};

type Hanging = { id: string; a: string; b: string };

/** Reads the published incidents of a snapshot into columns. */
export async function loadColumns(db: Snapshot, version: number): Promise<Columns> {
  const fields = Object.fromEntries(
    [
      'type',
      'precision',
      'size',
      'status',
      'place',
      'destination',
      'category',
      'dataset',
      'directive',
      'issue',
      'target',
      'group',
      'form',
      'response',
      'order',
      'office',
      'source',
    ].map((field) => [field, new ColumnBuilder(isSeveral(field as never))]),
  ) as Builders;
  const datasets = await db.query<{ id: string; slug: string; origin: string }>(
    sql`SELECT id, slug, origin FROM datasets`,
  );
  const slugs = new Map(datasets.map(({ id, slug }) => [id, slug]));
  const places = await db.query<{ id: string; path: string }>(sql`SELECT id, path FROM places`);
  const hanging = {
    responses: await gather(db, several.responses),
    directives: await gather(db, several.directives),
    sources: await gather(db, several.sources),
  };
  const numbers = {
    idHigh: [] as bigint[],
    idLow: [] as bigint[],
    startsOn: [] as number[],
    endsOn: [] as number[],
    sizeMin: [] as number[],
    sizeMax: [] as number[],
    placeUnknown: [] as number[],
  };
  type Row = {
    id: string;
    dataset: string;
    type: string;
    precision: string;
    starts: number;
    ends: number;
    place: string;
    unknownPlace: boolean;
    destination: string | null;
    min: number | null;
    max: number | null;
    category: string | null;
    issues: string;
    groups: string;
    forms: string;
    targets: string;
    status: string;
  };
  await db.each<Row>(
    sql`SELECT i.id, i.dataset_id AS dataset, i.type, i.date_precision AS precision,
        i.starts_on - DATE '1970-01-01' AS starts, i.ends_on - DATE '1970-01-01' AS ends, i.place_id AS place,
        i.place_precision = 'unknown' AS "unknownPlace", i.destination_place_id AS destination,
        i.size_min AS min, i.size_max AS max, i.source_category AS category,
        array_to_string(i.issues, ' ') AS issues, array_to_string(i.groups, ' ') AS groups,
        array_to_string(i.forms, ' ') AS forms, array_to_string(i.targets, ' ') AS targets, i.status
      FROM incidents i WHERE ${incidentWhere(noFilters, publicViewer)} ORDER BY i.id`,
    (rows) => {
      for (const row of rows) {
        const [high, low] = halvesOf(row.id);
        numbers.idHigh.push(high);
        numbers.idLow.push(low);
        numbers.startsOn.push(row.starts);
        numbers.endsOn.push(row.ends);
        numbers.sizeMin.push(row.min ?? 0);
        numbers.sizeMax.push(row.max ?? 0);
        numbers.placeUnknown.push(row.unknownPlace ? 1 : 0);
        fields.type.addOne(row.type);
        fields.precision.addOne(row.precision);
        fields.size.addOne(sizeClass(row.min));
        fields.status.addOne(row.status);
        fields.place.addOne(row.place);
        fields.destination.addOne(row.destination ?? unknown);
        fields.category.addOne(row.category ?? unknown);
        fields.dataset.addOne(slugs.get(row.dataset) ?? '');
        fields.issue.add(withBroader('issue', listOf(row.issues)));
        fields.target.add(withBroader('target', listOf(row.targets)));
        fields.group.add(listOf(row.groups));
        fields.form.add(listOf(row.forms));
        const directives = hanging.directives.get(row.id) ?? [];
        fields.directive.addOne(directives.length > 0 ? 'with' : 'without');
        fields.order.add(directives.length > 0 ? distinct(directives.flatMap(({ b }) => listOf(b))) : [none]);
        fields.office.add(directives.length > 0 ? distinct(directives.map(({ a }) => a)) : [none]);
        fields.response.add(distinct((hanging.responses.get(row.id) ?? [{ a: unknown }]).map(({ a }) => a)));
        fields.source.add(distinct((hanging.sources.get(row.id) ?? [{ a: unknown }]).map(({ a }) => a)));
      }
    },
  );
  return {
    version,
    rows: numbers.startsOn.length,
    idHigh: BigUint64Array.from(numbers.idHigh),
    idLow: BigUint64Array.from(numbers.idLow),
    startsOn: Int32Array.from(numbers.startsOn),
    endsOn: Int32Array.from(numbers.endsOn),
    sizeMin: Int32Array.from(numbers.sizeMin),
    sizeMax: Int32Array.from(numbers.sizeMax),
    placeUnknown: Uint8Array.from(numbers.placeUnknown),
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, builder]) => [field, builder.build()]),
    ) as Columns['fields'],
    synthetic: new Set(datasets.filter(({ origin }) => origin === 'synthetic').map(({ slug }) => slug)),
    paths: new Map(places.map(({ id, path }) => [id, path])),
  };
}

/** What hangs on incidents, by id of incident. */
async function gather(db: Snapshot, statement: Parameters<Db['query']>[0]): Promise<Map<string, Hanging[]>> {
  const found = new Map<string, Hanging[]>();
  await db.each<Hanging>(statement, (rows) => {
    for (const row of rows) {
      const list = found.get(row.id);
      if (list) list.push(row);
      else found.set(row.id, [row]);
    }
  });
  return found;
}

const distinct = (codes: string[]) => (codes.length > 1 ? [...new Set(codes)] : codes);
const listOf = (text: string) => (text === '' ? [unknown] : distinct(text.split(' ')));

const broader = {
  issue: new Map(vocabularies.issue.terms.map(({ code, parent }: Term) => [code, parent])),
  target: new Map(vocabularies.target.terms.map(({ code, parent }: Term) => [code, parent])),
};

function withBroader(vocabulary: 'issue' | 'target', codes: string[]): string[] {
  return distinct(
    codes.flatMap((code) => {
      const parent = broader[vocabulary].get(code);
      return parent ? [code, parent] : [code];
    }),
  );
}
