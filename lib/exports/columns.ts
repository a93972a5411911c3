import type { Field } from '@/lib/fields/types';
import type { CellValue } from './csv';
import type { ValueMode } from './formats';

/** A value as it is: null = empty, a list where there may be several, an object of texts by name. */
export type ColumnValue = CellValue | string[] | Record<string, string>;

/** One column of a table of records. */
export type Column<Row> = {
  /** Header in CSV, XLSX and GeoJSON. */
  name: string;
  /** Name in JSON. */
  key: string;
  field: Field;
  value: (row: Row) => ColumnValue;
  /** The value as it stands in one cell: several joined by `; `, an object as JSON with its names in order. */
  cell: (row: Row) => CellValue;
};

/** How the fields of a kind of record are read and put into words. */
export type Reading<Row> = {
  fields: readonly Field[];
  read: (row: Row, field: Field) => ColumnValue;
  /** What an empty list means, as a code of the field: `unknown`, `none`; '' = nothing. */
  empty: (row: Row, field: Field) => string;
  /** The words for a code, or for the id of a place. */
  label: (field: Field, code: string) => string;
};

/** What stands between several values in one cell. */
const between = '; ';

/**
 * The columns of a table. Where labels are asked for, each coded field has its labels: in the place of the codes,
 * or with `both` in a column `…_label` after it (in JSON `…Label`).
 */
export function columnsOf<Row>(reading: Reading<Row>, values: ValueMode): Column<Row>[] {
  return reading.fields.flatMap((field) => {
    const codes = column(reading, field, { name: field.column, key: field.key });
    if (values === 'codes' || !isCoded(field)) return [codes];
    if (values === 'labels')
      return [column(reading, field, { name: field.column, key: field.key, labelled: true })];
    return [
      codes,
      column(reading, field, { name: `${field.column}_label`, key: `${field.key}Label`, labelled: true }),
    ];
  });
}

/** Whether a field holds codes or ids that have a label; the place of an incident has its name in a field of its own. */
function isCoded({ key, type }: Field): boolean {
  return type === 'code' || type === 'codes' || (type === 'place' && key !== 'placeId');
}

function column<Row>(
  { read, empty, label }: Reading<Row>,
  field: Field,
  { name, key, labelled = false }: { name: string; key: string; labelled?: boolean },
): Column<Row> {
  const worded = (code: string) => (labelled && code !== '' ? label(field, code) : code);
  const value = (row: Row) => {
    const found = read(row, field);
    if (!labelled) return found;
    if (Array.isArray(found)) return found.map(worded);
    return typeof found === 'string' ? worded(found) : found;
  };
  return {
    name,
    key,
    field,
    value,
    cell: (row) => {
      const found = value(row);
      if (found === null || typeof found !== 'object') return found;
      if (!Array.isArray(found)) return inOrder(found);
      return found.length > 0 ? found.join(between) : worded(empty(row, field));
    },
  };
}

/** An object as compact JSON, its names in the order of their characters. */
function inOrder(texts: Record<string, string>): string {
  const pairs = Object.keys(texts)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(texts[name])}`);
  return `{${pairs.join(',')}}`;
}
