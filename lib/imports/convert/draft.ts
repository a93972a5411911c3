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
  /** Numbers of the columns that a field took whole. */
  taken: Set<number> | null;
  faults: RowNote<RowRule>[];
  warnings: RowNote<RowWarning>[];
};

/** A record of which nothing is known yet. */
export function emptyDraft(row: number): Draft {
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
    taken: null,
    faults: [],
    warnings: [],
  };
}

/** Notes that a field took a cell as it stands, so that it need not be kept beside. */
export function take(draft: Draft, column: number): void {
  draft.taken ??= new Set();
  draft.taken.add(column);
}

/** Adds a claim, where the words are few enough to be quoted. */
export function claim(draft: Draft, field: string, value: string, printed: string): void {
  const words = quotable(printed);
  if (words !== null && value !== '') draft.claims.push({ field, value, printed: words });
}
