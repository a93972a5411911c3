import type { VocabularyName } from '@/lib/codebook/vocabularies';

/**
 * The fields of an incident that can be filtered and counted by a closed list of codes. The key is the name
 * of the parameter in the address, of the facet, and of the breakdown.
 * `several`: an incident may stand under several codes, so that counts may add up to more than the total.
 */
export const dimensions = {
  type: { vocabulary: 'type', several: false },
  issue: { vocabulary: 'issue', several: true },
  group: { vocabulary: 'group', several: true },
  form: { vocabulary: 'form', several: true },
  target: { vocabulary: 'target', several: true },
  response: { vocabulary: 'response', several: true },
  order: { vocabulary: 'order', several: true },
  office: { vocabulary: 'office', several: true },
  size: { vocabulary: 'sizeClass', several: false },
  precision: { vocabulary: 'datePrecision', several: false },
  directive: { vocabulary: 'hasDirective', several: false },
  status: { vocabulary: 'status', several: false },
} as const satisfies Record<string, { vocabulary: VocabularyName; several: boolean }>;

export type Dimension = keyof typeof dimensions;

/** The dimensions in the order in which they stand in addresses and on screen. */
export const dimensionKeys = Object.keys(dimensions) as Dimension[];

/** The value of a field for incidents of which nothing is known. */
export const unknown = 'unknown';

/** The value of `order` and `office` for incidents without a directive. */
export const none = 'none';

/**
 * The fields with an open list of values: data sets by slug, sources by ref, and what sources themselves call
 * an incident, as written. `unknown` (of source and category) = no source recorded, or none said.
 */
export const openFields = ['dataset', 'source', 'category'] as const;

/** A field by which incidents can be counted, split and put into a matrix. */
export type CountedField = Dimension | (typeof openFields)[number];

/** All such fields, in the order in which they are offered. */
export const countedFields: readonly CountedField[] = [...dimensionKeys, ...openFields];

/** The fields whose values are places, as they stand in records: any level of the tree. */
export const placeFields = ['place', 'destination'] as const;
export type PlaceField = (typeof placeFields)[number];

/** A field by which a time series or a matrix can be split. */
export type SplitField = CountedField | PlaceField;

/** All such fields, in the order in which they are offered. */
export const splitFields: readonly SplitField[] = [...countedFields, ...placeFields];

export const isPlaceField = (field: SplitField): field is PlaceField =>
  field === 'place' || field === 'destination';

/** Whether an incident may stand under several values of the field. */
export function isSeveral(field: SplitField): boolean {
  return field === 'source' || (field in dimensions && dimensions[field as Dimension].several);
}
