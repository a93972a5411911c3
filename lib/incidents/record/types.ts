import type { CivilDate } from '@/lib/dates/civil';
import type { DatePrecision } from '@/lib/dates/periods';
import type { PlaceTrails } from '@/lib/places/trails';
import type { Claim } from '@/lib/sources/types';

/** One thing authorities did. Null = not reported. */
export type RecordResponse = {
  ordinal: number;
  kind: string;
  count: number | null;
  durationDays: number | null;
  sizeText: string | null;
};

/** A directive about the incident. */
export type RecordDirective = {
  ref: string;
  title: string;
  titleZh: string | null;
  summary: string;
  issuerOffice: string;
  issuerText: string | null;
  addressees: string[];
  orders: string[];
  issuedFrom: CivilDate | null;
  issuedTo: CivilDate | null;
  issuedPrecision: DatePrecision | null;
};

/** One line of the history. `fields` are the names of the fields that changed; empty for a record that was made. */
export type RecordChange = {
  version: number;
  action: string;
  actorName: string;
  fields: string[];
  reason: string | null;
  /** Instant in ISO 8601, UTC. */
  at: string;
};

/** A record as it is named in lists and links. */
export type RecordName = {
  ref: string;
  title: string;
  titleZh: string | null;
  type: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  datePrecision: DatePrecision;
  dayPart: string | null;
};

/** Why two records are related, strongest first. */
export const relations = ['directive', 'place', 'issue', 'order', 'office'] as const;
export type Relation = (typeof relations)[number];

export type RelatedRecord = RecordName & { relation: Relation };

/** What one incident and its evidence say. Null = not reported; an empty list = unknown. */
export type IncidentStory = RecordName & {
  id: string;
  summary: string;
  sourceCategory: string | null;
  placeId: string;
  placePrecision: string;
  destinationPlaceId: string | null;
  /** All places that the record or its evidence names, by id. */
  places: PlaceTrails;
  /** The incident's own point in degrees; null = none is known, or the viewer may not see it. */
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
  /** Cells of an imported file that no field took, by the names of their columns; null = none. */
  extra: Record<string, string> | null;
  /** Row of the imported file that it came from; null = typed or seeded. */
  importRow: number | null;
  status: string;
  version: number;
  /** Instant of the last change in ISO 8601, UTC. */
  updatedAt: string;
  dataset: {
    slug: string;
    title: string;
    titleZh: string | null;
    origin: string;
    licence: string | null;
    redistributable: boolean;
    citation: string;
  };
  responses: RecordResponse[];
  directives: RecordDirective[];
  claims: Claim[];
};

/** Everything that is shown of one incident, with its history and the records around it. */
export type IncidentRecord = IncidentStory & {
  changes: RecordChange[];
  related: RelatedRecord[];
  /** The records before and after it by date in its data set. */
  previous: RecordName | null;
  next: RecordName | null;
};

/** A unit of the small map. `here` holds the place; `area`: the place is the whole area, known no finer. */
export type LocationUnit = {
  code: string;
  name: string;
  d: string;
  labelX: number;
  labelY: number;
  mark: 'here' | 'area' | 'other';
};

/** A finished small map: where a record is, with the units around it. */
export type LocationMap = {
  width: number;
  height: number;
  /** The place in words. */
  name: string;
  placeId: string;
  units: LocationUnit[];
};
