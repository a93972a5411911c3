import type { CivilDate } from '@/lib/dates/civil';

/** What can be wrong with a row, so that it is not written. A closed list; words are in lib/i18n/messages/imports. */
export const rowRules = [
  'ragged-row',
  'bad-characters',
  'long-cell',
  'long-text',
  'no-day',
  'not-a-day',
  'ambiguous-day',
  'year',
  'short-year',
  'day-order',
  'no-place',
  'place-unknown',
  'place-ambiguous',
  'bad-point',
  'unknown-code',
  'no-type',
  'bad-count',
  'size-order',
  'bad-extra',
  'duplicate-id',
  'personal-data',
] as const;
export type RowRule = (typeof rowRules)[number];

/** What a user should know of a row that is written all the same. */
export const rowWarnings = [
  'size-unread',
  'place-part',
  'place-disagrees',
  'identical-row',
  'value-left',
  'maybe-personal',
  'skipped',
] as const;
export type RowWarning = (typeof rowWarnings)[number];

/** One thing wrong, or worth knowing. `column`: '' = the row as a whole. `hints`: ids of places that may be meant. */
export type RowNote<Rule> = { rule: Rule; column: string; value: string; hints?: readonly string[] };

/** A response as the row gives it. */
export type ImportedResponse = { kind: string; count: number | null };

/** A coded value and the words of the file that it rests on. */
export type ImportedClaim = { field: string; value: string; printed: string };

/** A row that became a record. Null = not said; an empty list = unknown. */
export type ImportedIncident = {
  row: number;
  externalId: string | null;
  /** What names the record in its data set: its external id, its key, or all its cells. */
  identity: string;
  title: string;
  titleZh: string | null;
  summary: string;
  type: string;
  sourceCategory: string | null;
  startsOn: CivilDate;
  endsOn: CivilDate;
  datePrecision: string;
  dayPart: string | null;
  placeId: string;
  placePrecision: string;
  destinationPlaceId: string | null;
  latitude: number | null;
  longitude: number | null;
  sizeMin: number | null;
  sizeMax: number | null;
  sizeApprox: boolean;
  sizeText: string | null;
  issues: readonly string[];
  groups: readonly string[];
  forms: readonly string[];
  targets: readonly string[];
  codingNote: string | null;
  responses: readonly ImportedResponse[];
  claims: readonly ImportedClaim[];
  /** The cells that no field took, as the text of a JSON object; null = none. */
  extra: string | null;
};

/** What became of a row. */
export type Converted = {
  incident: ImportedIncident | null;
  faults: readonly RowNote<RowRule>[];
  warnings: readonly RowNote<RowWarning>[];
};
