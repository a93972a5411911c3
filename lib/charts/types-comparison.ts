import type { CivilDate } from '@/lib/dates/civil';
import type { Grain } from '@/lib/dates/periods';
import type { ChartFrame } from './types';

/** The two selections of a comparison in words: "Petition · 2018". */
export type ComparisonKeys = { a: string; b: string };

/** Incidents of one side in one bucket. `start` and `end` are the days of it that the selection keeps. */
export type ComparedCount = {
  start: CivilDate;
  end: CivilDate;
  /** The bucket in words. */
  label: string;
  count: number;
  /** Whether the coverage or the filter ends inside the bucket. */
  isPart: boolean;
};

/**
 * Two buckets that are held against each other: of the same dates, or a year apart. `at` is the day at which they
 * stand on the axis, `label` the bucket there in words. Null = the selection has no such bucket, or there are no data.
 */
export type ComparedBucket = {
  at: CivilDate;
  label: string;
  a: ComparedCount | null;
  b: ComparedCount | null;
};

/** Two selections over time: A as a line, B as bars. */
export type ComparisonTimeChart = {
  frame: ChartFrame;
  grain: Grain;
  keys: ComparisonKeys;
  /** Whether buckets of the same dates stand together, or buckets a year apart. */
  aligned: 'dates' | 'years';
  buckets: ComparedBucket[];
  /** Incidents that began before the dates of their selection: they stand in no bucket. */
  before: { a: number; b: number };
  /** What is said of spans in which B has no number: "B: no data, or not in its dates". */
  gap: string;
};

/** Two counts of one value, with the lengths of their bars and the change in words. */
export type ComparedRow = {
  code: string;
  label: string;
  depth: 0 | 1;
  a: number;
  b: number;
  /** Lengths of the bars, in one unit for all rows. */
  lengthA: number;
  lengthB: number;
  /** What the numbers stand for beside them: a share, a rate; '' = nothing. */
  detailA: string;
  detailB: string;
  /** "1.42 times (1.21 to 1.66): large increase". */
  change: string;
};

/** Two selections by the values of one field, as pairs of bars. */
export type ComparisonBarsChart = {
  frame: ChartFrame;
  /** The field, as in the address. */
  field: string;
  keys: ComparisonKeys;
  /** What the lengths of the bars are: incidents, incidents per day, or shares. */
  measure: 'count' | 'rate' | 'share';
  rows: ComparedRow[];
};
