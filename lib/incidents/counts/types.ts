import type { CivilDate } from '@/lib/dates/civil';
import type { DatePrecision, Grain, Span } from '@/lib/dates/periods';
import type { Position } from '../cursor';
import type { CountedField, PlaceField, SplitField } from '../dimensions';
import type { Sort } from '../row';
import type { IncidentFilters } from '../selection';

/** What is known of the number of people in a group of incidents. */
export type SizeSums = {
  /** People: sum of lower bounds and of upper bounds where there is one; null = none reported. */
  sizeMin: number | null;
  sizeMax: number | null;
  /** Incidents with neither bound. */
  sizeUnknown: number;
  /** Incidents with a lower bound only, so that the upper sum is open. */
  sizeOpen: number;
};

/** Totals over the incidents that a filter keeps. */
export type Totals = SizeSums & {
  incidents: number;
  withDirective: number;
  /** Incidents of synthetic data sets. */
  synthetic: number;
  firstDay: CivilDate | null;
  lastDay: CivilDate | null;
};

/** Incidents that begin on one day with one precision, under one code of the field that splits them. */
export type DayCount = SizeSums & { day: CivilDate; precision: DatePrecision; code: string; count: number };

/** Counts by code for each field; codes without incidents are absent. */
export type Facets = Record<CountedField, Map<string, number>>;

export type PlaceCount = { placeId: string; count: number };

/** Incidents under one code of a field and one of another. */
export type PairCount = { row: string; column: string; count: number };

/** Which rows of a sorted list are wanted: those after a position, or from an offset. `limit` is at most 200. */
export type RowsWanted = { sort: Sort; limit: number; offset?: number; after?: Position | null };

export type RowKeys = { keys: Uint32Array; total: number };

/**
 * Counts incidents under a filter. There are two ways to count, by SQL (the reference) and over columns in
 * memory (fast), and they must agree in every number.
 */
export type Counter = {
  /**
   * The version of the data that it counts in memory, while the database is free to do something else; null = it
   * counts in the database.
   */
  version: number | null;
  /** Counts what the filter keeps, with what is known of sizes and directives. */
  totals: (filters: IncidentFilters) => Promise<Totals>;
  /**
   * Counts by first day and precision, leaving out the filter on when the interval begins; in order of day,
   * precision and code. Without a field to split by, `code` is ''. Where the field may have several values an
   * incident counts under each. With a `grain` days are put together: `day` is the first of its period.
   */
  byDay: (filters: IncidentFilters, split: SplitField | null, grain?: Grain) => Promise<DayCount[]>;
  /** The first and the last day on which an interval begins, leaving out the filter on it; null = there is none. */
  beginnings: (filters: IncidentFilters) => Promise<Span | null>;
  /** Counts by place or destination, leaving out the filter on it; incidents without a destination are left out. */
  byPlace: (filters: IncidentFilters, field: PlaceField) => Promise<PlaceCount[]>;
  /** Counts distinct incidents by the codes of every field, or of some, each leaving out its own filter (rule 8). */
  facets: (filters: IncidentFilters, fields?: readonly CountedField[]) => Promise<Facets>;
  /** Counts by the codes of two fields, leaving out the filters on both. */
  pairs: (filters: IncidentFilters, row: SplitField, column: SplitField) => Promise<PairCount[]>;
  /**
   * The first 32 bits of the ids among which the wanted rows are, none of those before them, and how many rows the
   * filter keeps in all; null = it can't tell. It spares the database to look for them.
   */
  keysOfRows: (filters: IncidentFilters, wanted: RowsWanted) => Promise<RowKeys | null>;
  /** Refs of the sources that the kept incidents rest on, in order of ref. */
  sources: (filters: IncidentFilters) => Promise<string[]>;
};
