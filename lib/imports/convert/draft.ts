import type { TargetKey } from '../targets';
import type { ReadSize } from '../values/sizes';
import { quotable } from './texts';
import type { ImportedClaim, ImportedResponse, RowNote, RowRule, RowWarning } from './types';

/** A record while the cells of its row are read. '' and null = not said. */
export type Draft = {
  row: number;
  texts: Record<
    'externalId' | 'title' | 'titleZh' | 'summary' | 'sourceCategory' | 'codingNote' | 'sizeText',
    string
  >;
  type: string;
  dayPart: string | null;
  size: ReadSize | null;
  sizeMin: number | null;
  sizeMax: number | null;
  sizeApprox: boolean;
  issues: string[];
  groups: string[];
  forms: string[];
  targets: string[];
  responses: ImportedResponse[];
  destination: string | null;
  claims: ImportedClaim[];
  /** Fields of one value that a column gave; what constants give does not count, since columns go before it. */
  given: Given;
  /** By the number of a column, 1 where a field took its cell whole. */
  taken: Uint8Array;
  faults: RowNote<RowRule>[];
  warnings: RowNote<RowWarning>[];
};

/** The first `count` of these fields. The list is used for one row after the other, and not made anew. */
export type Given = { targets: TargetKey[]; count: number };

/** A record of which nothing is known yet. `taken` and `given` are used for one row after the other. */
export function emptyDraft(row: number, taken: Uint8Array, given: Given): Draft {
  given.count = 0;
  return {
    row,
    texts: {
      externalId: '',
      title: '',
      titleZh: '',
      summary: '',
      sourceCategory: '',
      codingNote: '',
      sizeText: '',
    },
    type: '',
    dayPart: null,
    size: null,
    sizeMin: null,
    sizeMax: null,
    sizeApprox: false,
    issues: [],
    groups: [],
    forms: [],
    targets: [],
    responses: [],
    destination: null,
    claims: [],
    given,
    taken: taken.fill(0),
    faults: [],
    warnings: [],
  };
}

/** Notes that a field took a cell as it stands, so that it need not be kept beside. */
export function take(draft: Draft, column: number): void {
  draft.taken[column] = 1;
}

/** Whether a column has given a field of one value. */
export function isGiven({ given }: Draft, target: TargetKey): boolean {
  for (let at = 0; at < given.count; at++) if (given.targets[at] === target) return true;
  return false;
}

/** Whether a column is the first to give a field of one value; it is noted as given. */
export function isFirst(draft: Draft, target: TargetKey): boolean {
  if (isGiven(draft, target)) return false;
  draft.given.targets[draft.given.count++] = target;
  return true;
}

/** Says that a value became nothing of the record; its cell stays beside it. */
export function leave({ warnings }: Draft, column: string, value: string): void {
  warnings.push({ rule: 'value-left', column, value: value.slice(0, 200) });
}

/** Adds a claim, where the words are few enough to be quoted. */
export function claim(draft: Draft, field: string, value: string, printed: string): void {
  const words = quotable(printed);
  if (words !== null && value !== '') draft.claims.push({ field, value, printed: words });
}
