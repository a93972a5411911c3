import { z } from 'zod';
import { storedCodesOf, type VocabularyName } from '@/lib/codebook/vocabularies';
import { isImpersonal } from '@/lib/privacy/impersonal';
import { targetKeys, targetOf } from './targets';

/*
 * How the files of an import are read and what becomes of their cells: what the user sees and edits in the mapping
 * step, what a preset proposes, what `--map FILE` holds, and what is kept with the batch.
 */

const text = (most: number) => z.string().trim().max(most, 'tooLong');
/** Name of a column as it stands in the file; in a file without a header `1`, `2` … or the names of the preset. */
const column = z.string().max(500);

/** Ways to take a part of a cell that holds several things. A closed list: nobody's pattern is run. */
export const picks = [
  /** `crowd size=about 50` among the tags of ACLED, or `[size=about 50]` at the end of its notes. */
  'acled-crowd-size',
  /** The first of several texts joined by `;`. */
  'first-of-list',
] as const;

/** A column that feeds a field. Several columns may feed a field that holds several values. */
export const binding = z.strictObject({
  target: z.enum(targetKeys),
  column,
  /** Sign between several values of a cell; null = the cell is one value. */
  split: z.string().min(1).max(3).nullable().default(null),
  /** Name of the crosswalk that turns its values into codes; null = values are codes or labels of ours. */
  crosswalk: z.string().max(80).nullable().default(null),
  pick: z.enum(picks).nullable().default(null),
  /** Of a column of numbers (arrests): the kind of response that it counts; null = the column holds kinds. */
  counts: z.string().max(60).nullable().default(null),
});
export type Binding = z.infer<typeof binding>;

/** Values of the file → codes of ours. `to` empty = no code (unknown); the value itself stays in `extra`. */
export const crosswalk = z.strictObject({
  name: z.string().min(1).max(80),
  vocabulary: z.string().refine((name): name is VocabularyName => vocabularyNames.has(name), 'notVocabulary'),
  entries: z
    .array(z.strictObject({ from: text(400), to: z.array(z.string().max(60)).max(20, 'tooMany') }))
    .max(5_000, 'tooMany'),
  /**
   * What becomes of a value that is in no entry and is no code or label of ours: the row is refused, or nothing is
   * coded from it (and it stays in `extra`). Null = refused until somebody decides.
   */
  otherwise: z.enum(['refuse', 'leave']).nullable().default(null),
});
export type Crosswalk = z.infer<typeof crosswalk>;

/** A day in one column, or in three. */
const dayColumns = z.union([
  z.strictObject({ column }),
  z.strictObject({ year: column, month: column, day: column }),
]);
export type DayColumns = z.infer<typeof dayColumns>;

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const datesPlan = z.strictObject({
  start: dayColumns,
  end: dayColumns.nullable().default(null),
  /** A column that says how exact the day is, with its crosswalk to `datePrecision`. */
  precision: z
    .strictObject({ column, crosswalk: z.string().max(80) })
    .nullable()
    .default(null),
  /**
   * What the day stands for where the precision is coarser than a day: the middle of the period (ACLED: a week is
   * three days before to three days after), or a day within the calendar's own period.
   */
  convention: z.enum(['midpoint', 'within']).default('within'),
  /** How 03/04/2019 is meant; null = not said, and rows where both would do are refused. */
  order: z.enum(dateOrders).nullable().default(null),
});
export type DatesPlan = z.infer<typeof datesPlan>;

export const placePlan = z.strictObject({
  /** Column of a division code; null = none. */
  code: column.nullable().default(null),
  /** Columns of names, from the widest (country, province) to the narrowest. */
  names: z.array(column).max(8).default([]),
  latitude: column.nullable().default(null),
  longitude: column.nullable().default(null),
  precision: z
    .strictObject({ column, crosswalk: z.string().max(80) })
    .nullable()
    .default(null),
  /** Texts of the file → ids of places, as somebody decided. A text of several columns is joined by ` › `. */
  decided: z
    .array(z.strictObject({ from: text(800), to: z.string().max(80) }))
    .max(20_000)
    .default([]),
  /** The place of rows that name none; null = they are refused. */
  otherwise: z.string().max(80).nullable().default(null),
});
export type PlacePlan = z.infer<typeof placePlan>;

/** What becomes of the columns of a file of incidents. */
export const incidentMapping = z.strictObject({
  kind: z.literal('incidents'),
  bindings: z.array(binding).max(200),
  crosswalks: z.array(crosswalk).max(60).default([]),
  dates: datesPlan,
  place: placePlan,
  /**
   * Values of fields that no column gives, e.g. `{ type: 'strike' }`. Where a column gives one too, it goes before; codes
   * of a field that holds several stand beside those of its columns.
   */
  constants: z
    .array(z.strictObject({ target: z.enum(targetKeys), value: text(400).min(1, 'missing') }))
    .max(40, 'tooMany')
    .default([]),
  /** Columns that together name a record where it has no id of its own; empty = the row itself does. */
  key: z.array(column).max(20).default([]),
  /** Columns that are not kept in `extra`; all others that no field takes whole are. */
  left: z.array(column).max(2_000).default([]),
  /** Rows to pass over: those where a column holds one of these values (Mass Mobilization: protest = 0); '' = it is empty. */
  skip: z
    .array(
      z.strictObject({
        column: column.min(1, 'missing'),
        values: z.array(text(100)).min(1, 'noValues').max(50, 'tooMany'),
      }),
    )
    .max(10, 'tooMany')
    .default([]),
});
export type IncidentMapping = z.infer<typeof incidentMapping>;

/** What becomes of the columns of a file of totals: reported figures. */
export const figureMapping = z.strictObject({
  kind: z.literal('figures'),
  value: column,
  /** Column of the period ("2019-03"), or of year and month. */
  period: z.union([z.strictObject({ column }), z.strictObject({ year: column, month: column.nullable() })]),
  place: placePlan.nullable().default(null),
  metric: z.strictObject({ column: column.nullable(), value: text(120).nullable() }),
  label: z.strictObject({ column: column.nullable(), value: text(300).nullable() }),
  unit: text(60).default('incidents'),
  order: z.enum(dateOrders).nullable().default(null),
});
export type FigureMapping = z.infer<typeof figureMapping>;

export const mapping = z.discriminatedUnion('kind', [incidentMapping, figureMapping]);
export type Mapping = z.infer<typeof mapping>;

/** A data set that the import is to make. */
export const newDataset = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slugForm')
    .max(60),
  refPrefix: z
    .string()
    .regex(/^[a-z0-9]+$/, 'prefixForm')
    .max(12),
  title: text(300).min(1, 'missing').refine(isImpersonal, 'personalTitle'),
  description: text(4_000).default(''),
  licence: text(300).nullable().default(null),
  redistributable: z.boolean().default(false),
  citation: text(1_000).min(1, 'missing'),
});
export type NewDataset = z.infer<typeof newDataset>;

/** Everything that the user decides on an import. */
export const importPlan = z.strictObject({
  read: z
    .strictObject({
      encoding: z.string().max(40).optional(),
      delimiter: z.enum([',', '\t', ';', '|']).optional(),
      headerRow: z.int().min(0).max(1_000).optional(),
    })
    .default({}),
  /** Tables of the files that are left out, by name. */
  withoutTables: z.array(z.string().max(500)).max(1_000).default([]),
  preset: z
    .strictObject({ id: z.string().max(60), version: z.string().max(20) })
    .nullable()
    .default(null),
  mapping,
  dataset: z.union([z.strictObject({ slug: z.string().max(60) }), z.strictObject({ make: newDataset })]),
  /** State in which records are made. */
  status: z.enum(['draft', 'published']).default('draft'),
  /** What becomes of records that were edited here since they were imported, when the file says otherwise. */
  edited: z.enum(['keep', 'overwrite']).default('keep'),
  /** Whether good rows are written although others were refused. */
  withoutRefused: z.boolean().default(false),
  /** Whether rows that may name a person are taken, and why; null = they are refused. */
  careReason: text(1_000).refine(isImpersonal, 'personalReason').nullable().default(null),
  /** Whether the words of coded cells are written as claims that rest on the source of the file. */
  evidence: z.boolean().default(true),
});
export type ImportPlan = z.infer<typeof importPlan>;

const vocabularyNames: ReadonlySet<string> = new Set<VocabularyName>([
  'type',
  'issue',
  'group',
  'form',
  'target',
  'response',
  'datePrecision',
  'dayPart',
  'placePrecision',
]);

/** Codes of a crosswalk that its vocabulary does not have, each with the value it stands at. */
export function unknownCodes({ vocabulary, entries }: Crosswalk): { from: string; code: string }[] {
  const known = new Set(storedCodesOf(vocabulary as VocabularyName));
  return entries.flatMap(({ from, to }) =>
    to.filter((code) => !known.has(code)).map((code) => ({ from, code })),
  );
}

/**
 * What a mapping would code with the words of another vocabulary: crosswalks that are made for another one than that
 * of the field at which they stand, and columns that count a kind of response that there is not.
 */
export function strayCodes({ bindings, crosswalks, dates, place }: IncidentMapping): string[] {
  const made = new Map(crosswalks.map(({ name, vocabulary }) => [name, vocabulary]));
  const kinds = new Set<string>(storedCodesOf('response'));
  const used = [
    ...bindings.map(({ column, crosswalk, target }) => ({
      column,
      crosswalk,
      vocabulary: targetOf(target).vocabulary,
    })),
    ...(dates.precision ? [{ ...dates.precision, vocabulary: 'datePrecision' as const }] : []),
    ...(place.precision ? [{ ...place.precision, vocabulary: 'placePrecision' as const }] : []),
  ];
  return [
    ...used.flatMap(({ column, crosswalk, vocabulary }) => {
      const of = crosswalk === null ? undefined : made.get(crosswalk);
      return of === undefined || vocabulary === null || of === vocabulary ? [] : [`${column} → ${of}`];
    }),
    ...bindings.flatMap(({ column, counts, target }) =>
      counts === null || (target === 'responses' && kinds.has(counts)) ? [] : [`${column} → ${counts}`],
    ),
  ];
}
