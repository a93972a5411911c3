import type { CivilDate } from '@/lib/dates/civil';

/** How incidents over time are drawn. */
export type TimeDraw = 'stacked' | 'grouped' | 'lines' | 'multiples' | 'calendar';

/** What is shown of each bucket: incidents, shares of them, incidents so far, or people as a range. */
export type TimeShow = 'count' | 'share' | 'cumulative' | 'participants';

/** People in a group of incidents, never as one number (rule 7). */
export type PeopleRange = {
  /** Sum of lower bounds; null = none is reported. */
  min: number | null;
  /** Sum of upper bounds; null = none is reported. */
  max: number | null;
  /** Incidents with a lower bound only: the range is open upwards where there are any. */
  open: number;
  /** Incidents with neither bound. */
  unknown: number;
};

/** What the past makes likely in a bucket that holds more: the expected number of incidents, and the limit. */
export type Burst = { expected: number; upper: number };

/** Moving averages over so many buckets: one line a key, or one for all (`code` = ''). Null = not enough whole buckets. */
export type MeanLines = { buckets: number; lines: { code: string; values: (number | null)[] }[] };

/** A directive behind a mark of the lane. */
export type LaneDirective = { ref: string; title: string };

/** Directives issued in one span of days. */
export type LaneMark = {
  from: CivilDate;
  to: CivilDate;
  /** The span in words. */
  label: string;
  count: number;
  /** How many of them are dated more coarsely than the span. */
  coarse: number;
  /** At most five of them. */
  directives: LaneDirective[];
};

/** Directives about the incidents of a chart, by when they were issued. */
export type Lane = {
  marks: LaneMark[];
  /** Directives without a date, and those issued before or after the days that the chart shows. */
  undated: number;
  outside: number;
};

/** One year of a calendar. */
export type CalendarYear = {
  year: number;
  /** Incidents of each day from 1 January, dated to the day; null = no data. */
  days: (number | null)[];
  total: number;
};

/** Incidents by day, for incidents that are dated to the day. */
export type Calendar = {
  /** The days that the chart shows; others of its first and last year are not drawn. */
  from: CivilDate;
  to: CivilDate;
  /** Newest first. */
  years: CalendarYear[];
  /** Classes of the colours; zero is one of them where it occurs. */
  classes: { from: number; to: number; color: string; label: string }[];
  /** Incidents that are dated more coarsely, and those of years that are not drawn. */
  leftOut: number;
  earlier: number;
};
