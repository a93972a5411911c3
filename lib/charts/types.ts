import type { CivilDate } from '@/lib/dates/civil';
import type { DatePrecision, Grain } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';

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
  /** Whether any record is made up; then every drawing says so. */
  synthetic: boolean;
  locale: Locale;
};

/** One stack of a chart: a code of the vocabulary, its label, and its colour as a hex literal. */
export type SeriesKey = { code: string; label: string; color: string };

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
  total: number;
  /** By code of the series key; absent = 0. */
  stacks: Record<string, Stack>;
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
  grain: Grain;
  keys: SeriesKey[];
  buckets: Bucket[];
  dots: Dot[] | null;
  periods: PeriodMark[];
  /** Incidents in all buckets. */
  total: number;
  /** Incidents dated more coarsely than the grain (drawn hatched). */
  coarse: number;
};

/** One unit of a map. `d` is an SVG path in the chart's `width` × `height`; null = no geometry. */
export type DistrictUnit = {
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
  d: string | null;
  labelX: number;
  labelY: number;
};

/** One class of the map's colours: from (inclusive) to (inclusive). */
export type MapClass = { from: number; to: number; color: string; label: string };

/** Incidents by district: a map and ranked bars. */
export type DistrictChart = {
  frame: ChartFrame;
  measure: 'count' | 'rate';
  width: number;
  height: number;
  units: DistrictUnit[];
  classes: MapClass[];
  /** Incidents known only to the whole area ("4 known only to Zhanjiang"). */
  coarse: { count: number; label: string; placeId: string };
  /** Incidents outside the area, by place. */
  outside: { count: number; label: string; placeId: string }[];
  total: number;
};

/** One row of a breakdown. `selected`: the filter names the code; when it names none, no row is selected. */
export type BreakdownRow = { code: string; label: string; count: number; selected: boolean; depth: 0 | 1 };

/** Incidents by the values of one field. */
export type BreakdownChart = {
  frame: ChartFrame;
  /** The field, as in the URL. */
  key: string;
  rows: BreakdownRow[];
  /** Whether an incident may stand in several rows. */
  several: boolean;
  color: string;
  total: number;
};
