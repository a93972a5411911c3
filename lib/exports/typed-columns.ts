import { dayNumber } from '@/lib/dates/civil';
import type { Column } from './columns';

/**
 * What a column holds in formats that have types: a text, a whole number, degrees, yes or no, a civil day, a list of
 * texts, or an object as JSON.
 */
export type ColumnKind = 'text' | 'integer' | 'degrees' | 'boolean' | 'day' | 'list' | 'json';

const degrees: readonly string[] = ['latitude', 'longitude'];

/** The kind of a column, from its field. Pure. */
export function kindOf<Row>({ field }: Pick<Column<Row>, 'field'>): ColumnKind {
  if (field.key === 'extra') return 'json';
  if (field.type === 'codes' || field.several) return 'list';
  switch (field.type) {
    case 'number':
      return degrees.includes(field.key) ? 'degrees' : 'integer';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'day';
    default:
      return 'text';
  }
}

/** A value as formats with types take it: days as numbers since 1970-01-01, objects as JSON. Null = empty. */
export type TypedValue = string | number | boolean | string[] | null;

/** The values of a column over some rows. */
export function typedValues<Row>(column: Column<Row>, rows: readonly Row[]): TypedValue[] {
  switch (kindOf(column)) {
    case 'list':
      return rows.map((row) => column.value(row) as string[]);
    case 'day':
      return rows.map((row) => {
        const day = column.value(row) as string | null;
        return day === null ? null : dayNumber(day);
      });
    default:
      return rows.map((row) => column.cell(row));
  }
}
