import type { CivilDate } from '@/lib/dates/civil';

/** One thing that authorities did, as it is edited; its place in the list is its ordinal. */
export type EditedResponse = {
  kind: string;
  count: number | null;
  durationDays: number | null;
  sizeText: string | null;
};

/** One piece of evidence, as it is edited. `source` is the ref of the source. */
export type EditedClaim = {
  field: string;
  value: string;
  printed: string | null;
  source: string;
  locator: string | null;
  basis: string;
  followed: boolean;
  note: string | null;
};

/** Everything of an incident that can be edited, with all that hangs on it. Null and empty lists as in the data model. */
export type EditedIncident = {
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
  issues: string[];
  groups: string[];
  forms: string[];
  targets: string[];
  codingNote: string | null;
  responses: EditedResponse[];
  claims: EditedClaim[];
  /** Refs of the directives about it. */
  directives: string[];
};

/** An incident as it is opened for editing. */
export type OpenIncident = {
  ref: string;
  dataset: string;
  status: string;
  version: number;
  /** Whether the one who asks made it. */
  own: boolean;
  incident: EditedIncident;
};

/** What a field was and what it became. */
export type FieldChange = { from: unknown; to: unknown };

/** A record that may be of the same event. `similarity`: of the titles, 0 to 1 (share of common trigrams). */
export type Duplicate = {
  ref: string;
  title: string;
  titleZh: string | null;
  status: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  similarity: number;
};
