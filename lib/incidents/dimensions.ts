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
} as const satisfies Record<string, { vocabulary: VocabularyName; several: boolean }>;

export type Dimension = keyof typeof dimensions;

/** The dimensions in the order in which they stand in addresses and on screen. */
export const dimensionKeys = Object.keys(dimensions) as Dimension[];

/** The value of a dimension for incidents of which nothing is known. */
export const unknown = 'unknown';

/** The value of `order` and `office` for incidents without a directive. */
export const none = 'none';
