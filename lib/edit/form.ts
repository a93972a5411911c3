import type { Field } from '@/lib/fields/types';
import type { EditKind } from '@/lib/i18n/messages/edit-records';
import type { FieldFindings } from '@/lib/privacy/records';
import type { Gaps } from './gaps';
import { rowId } from './rows';
import type { SpanKeys } from './span';
import type { EditedRecord } from './types';

type FormRow = { id: string } & { [key: string]: string | boolean };

/** A value as a control holds it. */
export type FormValue = string | boolean | string[] | FormRow[];

/** A record as its form holds it. */
export type FormValues = Record<string, FormValue>;

/** How the values of a record become texts and back. */
export type FormShape = {
  /** Fields of the record and of its rows that hold a number. */
  numbers: readonly string[];
  /** Those that are null when nothing is typed, besides the numbers. */
  nullable: readonly string[];
  /** Lists of texts, typed one to a line. */
  lines: readonly string[];
  /** Lists of rows. */
  rows: readonly string[];
};

/** All that makes the form of a kind of record. */
export type RecordForm = FormShape & {
  /** Under which name it is sent. */
  kind: EditKind;
  /** Address below which its pages lie, and, with `/api` before it, those that it is sent to. */
  base: string;
  /** The page on which a record is read. */
  page(ref: string): string;
  /** The dictionary of its fields. */
  fields: readonly Field[];
  /** The parts of the form, each with its fields in their order. */
  sections: readonly { key: string; fields: readonly string[] }[];
  /** Fields of many lines, and those that take the whole width. */
  prose: readonly string[];
  wide: readonly string[];
  /** Numbers with a part behind the point, and fields that are addresses of the web. */
  decimals: readonly string[];
  addresses: readonly string[];
  /** Fields that no source states. */
  uncited: readonly string[];
  /** The field of links that the forms of other records change too; null = there is none. */
  links: string | null;
  /** Fields that only an editor may change. */
  editorsOnly: readonly string[];
  /** Coded fields that may be left empty. */
  optional: readonly string[];
  /** The fields of a span of days; null = there is none. */
  span: SpanKeys | null;
  /** Whether it is put into a data set when it is made, and stays there. */
  inDataset: boolean;
  /** Whether it begins as a draft; what does not is seen by readers at once. */
  drafts: boolean;
  empty(): FormValues;
  gaps(record: EditedRecord): Gaps;
  care(record: EditedRecord): FieldFindings[];
};

/** A record as its form holds it. */
export function toForm(record: EditedRecord, shape: FormShape): FormValues {
  const list = (rows: unknown) => (rows as EditedRecord[]).map((row) => ({ ...texts(row), id: rowId() }));
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => {
      if (shape.rows.includes(key)) return [key, list(value) as FormRow[]];
      return [key, shape.lines.includes(key) ? (value as string[]).join('\n') : asText(value)];
    }),
  );
}

/**
 * The record that a form holds. What should be a number and is not stays as it was typed, so that the server says so at
 * its field. Pure.
 */
export function fromForm(values: FormValues, shape: FormShape): EditedRecord {
  const rows = (list: FormRow[]) => list.map(({ id: _, ...row }) => parts(row, shape));
  const record = parts(values, shape);
  for (const key of shape.rows) record[key] = rows(values[key] as FormRow[]);
  return record;
}

const texts = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, asText(value)]));

function asText(value: unknown): string | boolean | string[] {
  if (typeof value === 'boolean' || Array.isArray(value)) return value;
  return value === null ? '' : String(value);
}

function parts(row: object, shape: FormShape): EditedRecord {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, part(key, value, shape)]));
}

function part(key: string, value: unknown, { numbers, nullable, lines }: FormShape): unknown {
  if (typeof value !== 'string') return value;
  if (lines.includes(key))
    return value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const text = value.trim();
  const isNumber = numbers.includes(key);
  if (text === '' && (isNumber || nullable.includes(key))) return null;
  return isNumber && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text;
}

/** A text of a form by its path, such as `summary` or `claims.2.note`; null = there is none. Pure. */
export function textAt(values: FormValues, path: string): string | null {
  const found = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], values);
  return typeof found === 'string' ? found : null;
}

/** A form with another text at a path of `textAt`. Pure. */
export function withTextAt(values: FormValues, path: string, text: string): FormValues {
  const [field = '', index, key = ''] = path.split('.');
  if (index === undefined) return { ...values, [field]: text };
  const list = values[field] as FormRow[];
  return {
    ...values,
    [field]: list.map((row, at) => (at === Number(index) ? { ...row, [key]: text } : row)),
  };
}
