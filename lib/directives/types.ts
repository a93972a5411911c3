import type { CivilDate } from '@/lib/dates/civil';
import type { DatePrecision } from '@/lib/dates/periods';
import type { PlaceTrails } from '@/lib/places/trails';
import type { Claim } from '@/lib/sources/types';

/** One directive as lists show it. */
export type DirectiveRow = {
  ref: string;
  kind: string;
  title: string;
  titleZh: string | null;
  issuerOffice: string;
  issuerText: string | null;
  addressees: string[];
  orders: string[];
  issuedFrom: CivilDate | null;
  issuedTo: CivilDate | null;
  issuedPrecision: DatePrecision | null;
  /** Published incidents that it is about. */
  incidents: number;
  synthetic: boolean;
};

/** What the list is narrowed to; null = all, and for the data set all that are not made up. */
export type DirectiveFilter = {
  dataset: string | null;
  kind: string | null;
  office: string | null;
  order: string | null;
};

/** A value of a filter with the number of directives it would bring. */
export type DirectiveCount = { code: string; count: number };

/** One page of the list, with counts by value for the filters, each leaving out its own. */
export type DirectiveList = {
  rows: DirectiveRow[];
  total: number;
  page: number;
  pages: number;
  counts: Record<keyof DirectiveFilter, DirectiveCount[]>;
};

/** An incident that a directive is about. */
export type DirectiveIncident = {
  ref: string;
  title: string;
  titleZh: string | null;
  type: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  datePrecision: DatePrecision;
  dayPart: string | null;
};

/** Everything that is shown of one directive. */
export type DirectiveRecord = Omit<DirectiveRow, 'incidents'> & {
  summary: string;
  issuerPlaceId: string | null;
  places: PlaceTrails;
  codingNote: string | null;
  status: string;
  version: number;
  updatedAt: string;
  dataset: { slug: string; title: string; titleZh: string | null } | null;
  incidents: DirectiveIncident[];
  claims: Claim[];
};

/** A directive as it is named where one is chosen. `dataset`: slug; null = it belongs to none. */
export type DirectiveName = { ref: string; title: string; titleZh: string | null; dataset: string | null };
