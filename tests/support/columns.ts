import { Client, type ClientBase } from 'pg';
import type { Term } from '@/lib/codebook/types';
import { vocabularies } from '@/lib/codebook/vocabularies';
import { rowOf } from '@/lib/incidents/columns/ids';
import { loadColumns } from '@/lib/incidents/columns/load/load';
import type { ColumnField, Columns } from '@/lib/incidents/columns/types';
import { sizeClass } from '@/lib/incidents/size-class';

/** One incident as columns hold it. */
export type ColumnRow = {
  starts: number;
  ends: number;
  min: number;
  max: number;
  placeUnknown: boolean;
} & Record<ColumnField, string[]>;

/** Runs some work on a connection of its own. */
export async function withOwnClient<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The columns as they are now. */
export const freshColumns = () => withOwnClient((client) => loadColumns(client));

/** What a row of the columns holds. */
export function readRow(columns: Columns, row: number): ColumnRow {
  const { firstDay, starts, spans, sizeMin, sizeMax, fields, placeUnknown } = columns;
  const first = firstDay + (starts[row] as number);
  const words = (field: ColumnField): string[] => {
    const { words, codes, sets } = fields[field];
    const code = codes[row] as number;
    const list = sets ? [...sets.members.subarray(sets.starts[code], sets.starts[code + 1])] : [code];
    return list.map((one) => words[one] as string).sort();
  };
  return {
    ...(Object.fromEntries(
      Object.keys(fields).map((field) => [field, words(field as ColumnField)]),
    ) as Record<ColumnField, string[]>),
    starts: first,
    ends: first + (spans[row] as number),
    min: sizeMin.values[sizeMin.codes[row] as number] as number,
    max: sizeMax.values[sizeMax.codes[row] as number] as number,
    placeUnknown: placeUnknown[fields.place.codes[row] as number] === 1,
  };
}

/** The rows of some incidents, by id; `live` counts those that are not dead. */
export function readAll(
  columns: Columns,
  ids: Iterable<string>,
): { live: number; rows: Map<string, ColumnRow> } {
  const dead = new Set(columns.dead);
  const rows = new Map<string, ColumnRow>();
  for (const id of ids) {
    const row = rowOf(columns, id);
    if (row < 0 || dead.has(row)) throw new Error(`${id} is not in the columns`);
    rows.set(id, readRow(columns, row));
  }
  return { live: columns.rows - dead.size, rows };
}

type Directive = { office: string; orders: string[] };
type Plain = {
  id: string;
  starts: number;
  ends: number;
  min: number | null;
  max: number | null;
  standsIn: boolean;
  type: string;
  precision: string;
  status: string;
  place: string;
  dataset: string;
  destination: string | null;
  category: string | null;
  issues: string[];
  groups: string[];
  forms: string[];
  targets: string[];
};
type Hanging = { responses: string[]; directives: Directive[]; sources: string[] };

/** The published incidents as a plain reading of the tables finds them, by id. */
export async function plainRows(client: Pick<ClientBase, 'query'>): Promise<Map<string, ColumnRow>> {
  const read = async <Row>(text: string) => (await client.query(text)).rows as Row[];
  const incidents = await read<Plain>(`SELECT i.id, i.starts_on - DATE '1970-01-01' AS starts,
      i.ends_on - DATE '1970-01-01' AS ends, i.size_min AS min, i.size_max AS max,
      i.place_precision = 'unknown' AS "standsIn", i.type, i.date_precision AS precision, i.status,
      i.place_id AS place, ds.slug AS dataset, i.destination_place_id AS destination,
      i.source_category AS category, i.issues, i.groups, i.forms, i.targets
    FROM incidents i, datasets ds WHERE ds.id = i.dataset_id AND i.status = 'published'`);
  const all = new Map(
    incidents.map((plain) => {
      const hanging: Hanging = { responses: [], directives: [], sources: [] };
      return [plain.id, { plain, hanging }];
    }),
  );
  for (const { id, kind } of await read<{ id: string; kind: string }>(
    'SELECT incident_id AS id, kind FROM responses',
  ))
    all.get(id)?.hanging.responses.push(kind);
  for (const { id, ref } of await read<{ id: string; ref: string }>(
    `SELECT c.incident_id AS id, s.ref FROM claims c JOIN sources s ON s.id = c.source_id
      JOIN incidents i ON i.id = c.incident_id
      WHERE i.point_public OR c.field NOT IN ('latitude', 'longitude')`,
  ))
    all.get(id)?.hanging.sources.push(ref);
  for (const { id, ...directive } of await read<Directive & { id: string }>(
    `SELECT l.incident_id AS id, d.issuer_office AS office, d.orders FROM directive_incidents l, directives d
      WHERE d.id = l.directive_id AND d.status = 'published'`,
  ))
    all.get(id)?.hanging.directives.push(directive);
  return new Map([...all].map(([id, { plain, hanging }]) => [id, plainRow(plain, hanging)]));
}

function plainRow(row: Plain, { responses, directives, sources }: Hanging): ColumnRow {
  const set = (codes: string[], otherwise = 'unknown') =>
    codes.length === 0 ? [otherwise] : [...new Set(codes)].sort();
  const broader = (vocabulary: 'issue' | 'target', codes: string[]) => {
    const terms: readonly Term[] = vocabularies[vocabulary].terms;
    return codes.flatMap((code) => [code, terms.find((term) => term.code === code)?.parent ?? code]);
  };
  return {
    starts: row.starts,
    ends: row.ends,
    min: row.min ?? 0,
    max: row.max ?? 0,
    placeUnknown: row.standsIn,
    type: [row.type],
    precision: [row.precision],
    status: [row.status],
    place: [row.place],
    dataset: [row.dataset],
    size: [sizeClass(row.min)],
    destination: [row.destination ?? 'unknown'],
    category: [row.category ?? 'unknown'],
    directive: [directives.length > 0 ? 'with' : 'without'],
    issue: set(broader('issue', row.issues)),
    target: set(broader('target', row.targets)),
    group: set(row.groups),
    form: set(row.forms),
    response: set(responses),
    order: set(
      directives.flatMap(({ orders }) => (orders.length > 0 ? orders : ['unknown'])),
      'none',
    ),
    office: set(
      directives.map(({ office }) => office),
      'none',
    ),
    source: set(sources),
  };
}
