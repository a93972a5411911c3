import type { CivilDate } from '@/lib/dates/civil';
import type { DatePrecision, Grain, Span } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import type { Burst, Calendar, Lane, MeanLines, PeopleRange, TimeDraw, TimeShow } from './types-time';

/**
 * Finished charts: everything a drawing needs, in words and numbers, with nothing left to compute but
 * positions. The screen (Recharts) and the exported image (our own SVG) draw from the same object.
 */

/** What stands around every chart. All texts are in the language of `locale`. */
export type ChartFrame = {
  /** What is counted. */
  title: string;
  /** The filter in words. */
  subtitle: string;
  /** Who says so, e.g. "Source: Epoch Times, 22 October 2020". */
  source: string;
  /** What is counted and how many, e.g. "n = 8 incidents". */
  n: string;
  /** What is left out or uncertain, one sentence each. */
  notes: string[];
  /** Absolute or relative address that shows the same selection. */
  permalink: string;
  /** Day on which the chart was made. */
  madeOn: CivilDate;
  /** Counted incidents that are made up; where there are any, every drawing and every file says so. */
  synthetic: number;
  locale: Locale;
};

/** One series of a chart: a code, its label, and its colour as a hex literal. */
export type SeriesKey = {
  code: string;
  label: string;
  color: string;
  /** The name of its colour on screen, where that is not the code. */
  tone?: string;
  /** The values of the field that it stands for, as a filter names them; absent = the code; empty = no filter can keep them. */
  values?: string[];
};

/** Counts of one stack in one bucket: dates known finely enough, and dates known only more coarsely (hatched). */
export type Stack = { sure: number; coarse: number };

/** One time bucket. `start` and `end` are both inclusive. */
export type Bucket = {
  start: CivilDate;
  end: CivilDate;
  /** In words: "Sep 2019". */
  label: string;
  /** `none`: outside the coverage, no data; `part`: the coverage or the filter ends inside; `full`. */
  coverage: 'full' | 'part' | 'none';
  /** Incidents, each counted once, though it may stand in several stacks. */
  total: number;
  /** Incidents by code of the series key; absent = 0. */
  stacks: Record<string, Stack>;
  /** People by code of the series key, and of all incidents under ''; only in charts that show them. */
  people?: Record<string, PeopleRange>;
  /** Set where the bucket holds more than the past makes likely: it is marked as a burst. */
  burst?: Burst | null;
  /**
   * What the past makes likely of `count`, the incidents that are dated finely enough for the bucket; null = the
   * past is not wholly covered; absent = not asked for.
   */
  limit?: (Burst & { count: number }) | null;
};

/** One incident in a chart of dots. */
export type Dot = {
  ref: string;
  title: string;
  type: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  datePrecision: DatePrecision;
  /** The date in words. */
  date: string;
};

/** A named span behind a time chart. */
export type PeriodMark = { label: string; startsOn: CivilDate; endsOn: CivilDate };

/** Incidents over time. `dots` is null where there are too many incidents to draw each. */
export type TimeChart = {
  frame: ChartFrame;
  draw: TimeDraw;
  show: TimeShow;
  /** The field whose values are the keys; null = one key (code '') for all incidents. */
  split: string | null;
  /** Whether an incident may stand under several keys. */
  several: boolean;
  /** The main thing in one plain sentence. */
  sentence: string;
  grain: Grain;
  keys: SeriesKey[];
  buckets: Bucket[];
  dots: Dot[] | null;
  periods: PeriodMark[];
  /** Incidents in all buckets. */
  total: number;
  /** Incidents in all days, where only the chosen span and its margin are drawn. */
  ofAll?: number;
  /** Incidents dated more coarsely than the grain (drawn hatched). */
  coarse: number;
  mean: MeanLines | null;
  lane: Lane | null;
  /** Days by week; then there are no buckets. */
  calendar: Calendar | null;
  /** The chosen span: what began outside it is drawn faded. Null = none is chosen. */
  selected: Span | null;
};

/** The numbers of one unit of an area. */
export type DistrictCount = {
  code: string;
  name: string;
  count: number;
  /** People, of `peopleYear`; null = not known, then no rate. */
  people: number | null;
  peopleYear: number | null;
  /** Incidents per 100,000 people; null = no population. */
  rate: number | null;
  /** Whether the place filter names the unit (or names none at all). */
  selected: boolean;
};

/** One unit of a map. `d` is an SVG path in the chart's `width` × `height`; null = no geometry. */
export type DistrictUnit = DistrictCount & { d: string | null; labelX: number; labelY: number };

/** The outlines of an area's units: SVG paths in a frame of `width` × `height`, and where their labels stand. */
export type UnitOutlines = {
  width: number;
  height: number;
  shapes: { code: string; d: string; labelX: number; labelY: number }[];
};

/** One class of colours: from (inclusive) to (inclusive). */
export type MapClass = { from: number; to: number; color: string; label: string };

/** Incidents at one place, or at the places of a group. */
export type PlaceTotal = { count: number; label: string; placeId: string };

/** Incidents by district in numbers: all that a map and its ranked bars show but the outlines of the units. */
export type DistrictNumbers = {
  frame: ChartFrame;
  /** The main thing in one plain sentence. */
  sentence: string;
  measure: 'count' | 'rate';
  units: DistrictCount[];
  classes: MapClass[];
  /** Incidents known only to the whole area ("4 known only to Zhanjiang"). */
  coarse: PlaceTotal & { words: string };
  /** Incidents known only to an area around it, which may lie outside; the words say so where the filter leaves them out. */
  around: { words: string; count: number; places: PlaceTotal[] };
  /** Incidents known only to a division that is wider than the units ("12 known only to the prefecture"). */
  between: { words: string; count: number; places: PlaceTotal[] };
  /** Incidents outside the area, by place. */
  outside: PlaceTotal[];
  total: number;
};

/** Incidents by district: a map and ranked bars. */
export type DistrictChart = Omit<DistrictNumbers, 'units'> & {
  width: number;
  height: number;
  units: DistrictUnit[];
};

/** One row of a breakdown. `selected`: the filter names the code; when it names none, no row is selected. */
export type BreakdownRow = {
  code: string;
  label: string;
  count: number;
  selected: boolean;
  /** Whether the filter leaves the code out. */
  excluded: boolean;
  /** Set where it leaves the code out with the broader one that it names: the code of that. */
  excludedBy?: string;
  depth: 0 | 1;
  /** Whether it stands for incidents of which the field is not known, or that have none: drawn apart, hatched. */
  apart: boolean;
};

/** Incidents by the values of one field. */
export type BreakdownChart = {
  frame: ChartFrame;
  /** The main thing in one plain sentence. */
  sentence: string;
  /** The field, as in the URL. */
  key: string;
  rows: BreakdownRow[];
  /** Rows that are left out of `rows` for their number, and incidents in them; the files have all. */
  more: { rows: number; incidents: number };
  /** Whether an incident may stand in several rows. */
  several: boolean;
  /** Whether the rows have an order of their own, as classes of size do. */
  ordered: boolean;
  color: string;
  total: number;
};
