import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { statedColumns } from '@/lib/incidents/stated-columns';

type Cell = string | number | boolean | null | readonly string[];

/** The columns that the demo set fills, by table, in the order of a line of COPY. */
const columns = {
  incidents: ['id', 'ref', 'dataset_id', ...statedColumns, 'status'],
  responses: ['incident_id', 'ordinal', 'kind', 'count', 'duration_days', 'size_text'],
  claims: [
    'incident_id',
    'ordinal',
    'field',
    'value',
    'printed',
    'source_id',
    'locator',
    'basis',
    'followed',
    'note',
  ],
  directives: [
    'id',
    'ref',
    'dataset_id',
    'kind',
    'title',
    'title_zh',
    'summary',
    'issuer_office',
    'issuer_text',
    'issuer_place_id',
    'addressees',
    'orders',
    'issued_from',
    'issued_to',
    'issued_precision',
    'coding_note',
    'status',
  ],
  directive_incidents: ['incident_id', 'directive_id'],
  directive_claims: [
    'directive_id',
    'ordinal',
    'field',
    'value',
    'printed',
    'source_id',
    'locator',
    'basis',
    'followed',
    'note',
  ],
} as const;

/** A table that is filled by COPY. */
export type CopyTable = keyof typeof columns;

/** A row for COPY: a value for each column of its table, and nothing else that counts. */
export type CopyRow<Table extends CopyTable> = Record<(typeof columns)[Table][number], Cell>;

/** The tables in the order in which they are filled: what is referred to comes first. */
export const copyTables = Object.keys(columns) as CopyTable[];

/** A row as a line of COPY's text format. */
export function copyLine<Table extends CopyTable>(table: Table, row: CopyRow<Table>): string {
  let line = '';
  for (const column of columns[table]) {
    if (line !== '') line += '\t';
    line += cell((row as Record<string, Cell>)[column] ?? null);
  }
  return `${line}\n`;
}

/** Copies some lines into a table and waits until the database has taken and checked them. */
export async function copyInto(client: ClientBase, table: CopyTable, lines: string): Promise<void> {
  if (lines === '') return;
  const names = columns[table].map((name) => `"${name}"`).join(', ');
  const stream = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`));
  stream.end(lines);
  await finished(stream);
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string) => text.replace(special, (found) => escapes[found] ?? found);

function cell(value: Cell): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return `{${value.map((one) => escaped(quoted(one))).join(',')}}`;
}

/** An element of an array; codes need no quotes. */
function quoted(text: string): string {
  return /^[a-z0-9-]+$/.test(text) && text !== 'null'
    ? text
    : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
