import type { VocabularyName } from '@/lib/codebook/vocabularies';

/**
 * Where the cells of a file can go. `text` is taken as it stands; `code` and `codes` go through a crosswalk; `size`
 * is read as a number of people by the rules of `values/sizes`; days and places have parts of their own in a mapping.
 */
export type TargetKind = 'text' | 'code' | 'codes' | 'size' | 'count' | 'responses';

/** A target of a mapping: a field of the incident, by its key, and what kind of cell it takes. */
export type Target = { key: TargetKey; kind: TargetKind; vocabulary: VocabularyName | null };

export const targets = {
  externalId: { kind: 'text' },
  title: { kind: 'text' },
  titleZh: { kind: 'text' },
  summary: { kind: 'text' },
  type: { kind: 'code', vocabulary: 'type' },
  sourceCategory: { kind: 'text' },
  dayPart: { kind: 'code', vocabulary: 'dayPart' },
  /** One text that holds the size: "over 60", "100-1000 Persons", 数百人. */
  size: { kind: 'size' },
  /** A lower and an upper bound in columns of their own. */
  sizeMin: { kind: 'count' },
  sizeMax: { kind: 'count' },
  sizeApprox: { kind: 'text' },
  sizeText: { kind: 'text' },
  issues: { kind: 'codes', vocabulary: 'issue' },
  groups: { kind: 'codes', vocabulary: 'group' },
  forms: { kind: 'codes', vocabulary: 'form' },
  targets: { kind: 'codes', vocabulary: 'target' },
  responses: { kind: 'responses', vocabulary: 'response' },
  codingNote: { kind: 'text' },
  /** A place, where petitioners took it. */
  destination: { kind: 'text' },
} as const satisfies Record<string, { kind: TargetKind; vocabulary?: VocabularyName }>;

export type TargetKey = keyof typeof targets;

/** What a target takes. */
export function targetOf(key: TargetKey): Target {
  const { kind, vocabulary }: { kind: TargetKind; vocabulary?: VocabularyName } = targets[key];
  return { key, kind, vocabulary: vocabulary ?? null };
}

export const targetKeys = Object.keys(targets) as [TargetKey, ...TargetKey[]];
