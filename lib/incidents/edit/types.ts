import type { CivilDate } from '@/lib/dates/civil';
import type { Doubt as EditDoubt, EditedClaim, OpenHead } from '@/lib/edit/types';

export type { FieldChange, Saved } from '@/lib/edit/types';

/** One thing that authorities did, as it is edited; its place in the list is its ordinal. */
export type EditedResponse = {
  kind: string;
  count: number | null;
  durationDays: number | null;
  sizeText: string | null;
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
  /** Whether readers may see the exact point; only an editor says so. */
  pointPublic: boolean;
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
export type OpenIncident = OpenHead & { dataset: string; incident: EditedIncident };

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

/** What stands against saving an incident as it was sent, for its editor to look at; nothing was saved. */
export type Doubt =
  | EditDoubt
  /** `mergeInto`: ref of the record that is edited, where one of the others may be merged into it; null = none may. */
  | { kind: 'duplicates'; duplicates: Duplicate[]; mergeInto: string | null };
