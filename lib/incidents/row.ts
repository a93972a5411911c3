import type { CivilDate } from '@/lib/dates/civil';
import type { DatePrecision } from '@/lib/dates/periods';

/** One incident as lists and exports show it. Null = not reported; an empty list = unknown. */
export type IncidentRow = {
  id: string;
  ref: string;
  /** Slug of the data set. */
  dataset: string;
  synthetic: boolean;
  externalId: string | null;
  title: string;
  titleZh: string | null;
  summary: string;
  type: string;
  sourceCategory: string | null;
  startsOn: CivilDate;
  endsOn: CivilDate;
  datePrecision: DatePrecision;
  dayPart: string | null;
  placeId: string;
  placePrecision: string;
  destinationPlaceId: string | null;
  /** The incident's own point; null = none is known, or it is kept from readers. */
  latitude: number | null;
  longitude: number | null;
  /** Whether an editor lets readers see its own point, and that of a place below the county. */
  pointPublic: boolean;
  sizeMin: number | null;
  sizeMax: number | null;
  sizeApprox: boolean;
  sizeText: string | null;
  issues: string[];
  groups: string[];
  forms: string[];
  targets: string[];
  /** Kinds of response. */
  responses: string[];
  /** Refs of the directives about it. */
  directives: string[];
  orders: string[];
  /** Codes of the issuing offices. */
  offices: string[];
  /** Refs, outlets and days of the sources that its claims rest on. */
  sources: { ref: string; outlet: string; publishedOn: CivilDate | null }[];
  codingNote: string | null;
  status: string;
  version: number;
};

/** Keys by which lists can be sorted. The id always breaks ties. */
export const sortKeys = ['date', 'title', 'type', 'place', 'size'] as const;
export type SortKey = (typeof sortKeys)[number];

/** A sort key with its direction. */
export type Sort = { key: SortKey; descending: boolean };

/** Newest first. */
export const defaultSort: Sort = { key: 'date', descending: true };
