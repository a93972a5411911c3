import type { CivilDate } from '@/lib/dates/civil';
import type { PlaceTrails } from '@/lib/places/trails';

/** A source as it is named beside what rests on it. */
export type SourceName = {
  ref: string;
  outlet: string;
  headline: string;
  headlineZh: string | null;
  publishedOn: CivilDate | null;
  url: string | null;
};

/** Evidence: one coded field of a record rests on one passage of one source. */
export type Claim = {
  /** Name of the field in the dictionary of the record. */
  field: string;
  /** As in a CSV cell. */
  value: string;
  printed: string | null;
  locator: string | null;
  basis: string;
  followed: boolean;
  note: string | null;
  source: SourceName;
};

/** One source as lists show it, with what rests on it. `headline` is in our own words. */
export type SourceRow = {
  ref: string;
  outlet: string;
  headline: string;
  headlineZh: string | null;
  publishedOn: CivilDate | null;
  kind: string;
  language: string;
  url: string | null;
  /** Published incidents and directives with a claim that rests on it, and figures that it states. */
  incidents: number;
  directives: number;
  figures: number;
  /** Whether a published record that rests on it is made up. */
  synthetic: boolean;
};

/** A record with the coded fields that rest on the source. */
export type RestingRecord = {
  ref: string;
  title: string;
  titleZh: string | null;
  /** Type of an incident, kind of a directive. */
  kind: string;
  /** Names of the coded fields. */
  fields: string[];
  /** Where in the source, without repeats. */
  locators: string[];
};

/** A total that a source states. */
export type ReportedFigure = {
  ref: string;
  metric: string;
  label: string;
  labelZh: string | null;
  value: number;
  bound: string;
  unit: string;
  placeId: string | null;
  from: CivilDate | null;
  to: CivilDate | null;
  printed: string | null;
  locator: string | null;
  /** Slug of the data set whose coverage it describes; null = stands alone. */
  dataset: string | null;
  source: { ref: string; outlet: string; publishedOn: CivilDate | null };
};

/** Everything that is shown of one source. */
export type SourceRecord = Omit<SourceRow, 'incidents' | 'directives' | 'figures'> & {
  archiveUrl: string | null;
  note: string | null;
  /** Characters of the text that is kept; null = none is kept. */
  textLength: number | null;
  sha256: string | null;
  incidents: RestingRecord[];
  /** All incidents that rest on it; more than are listed when there are many. */
  incidentCount: number;
  directives: RestingRecord[];
  directiveCount: number;
  figures: ReportedFigure[];
  /** Places that its figures are about. */
  places: PlaceTrails;
};
