import type { ChartFrame } from '@/lib/charts/types';
import type { ComparisonTimeChart } from '@/lib/charts/types-comparison';
import type { IncidentFilters } from '@/lib/incidents/selection';
import type { FilterPhrase } from '../phrases';
import type { Comparison } from '../view';
import type { Change } from './change';
import type { ObservedDays } from './spans';
import type { ComparedField } from './values';

/** One selection of a comparison. */
export type ComparedSide = {
  filters: IncidentFilters;
  /** The filter in words, with whether the other side says otherwise of that part. */
  phrases: (FilterPhrase & { differs: boolean })[];
  /** The filter as one sentence. */
  sentence: string;
  incidents: number;
  /** The days that it can have been observed on; null = not known. */
  observed: ObservedDays | null;
};

/** Two counts under one value. */
export type ChangeRow = {
  code: string;
  label: string;
  depth: 0 | 1;
  a: number;
  b: number;
  /** Null = too few on one side: only the counts are to be shown. */
  change: Change | null;
  /** The values that keep exactly these incidents in a filter, where that is not the code alone. */
  values?: { a: string[]; b: string[] };
};

/** The values of one field with their counts. */
export type ChangeGroup = { field: ComparedField; rows: ChangeRow[]; notes: string[] };

/** Two selections held against each other, as plain data. */
export type ComparisonPage = {
  kind: Comparison['kind'];
  /** Null: the year before of a filter without dates. Then there is nothing but B, and `years` to choose from. */
  a: ComparedSide | null;
  b: ComparedSide;
  /** Whether both filters are the same. */
  isSame: boolean;
  /** Years that can be held against the one before. */
  years: number[];
  /** Null as long as there is no A. */
  result: ComparisonResult | null;
};

/** What comes out of a comparison. */
export type ComparisonResult = {
  /** What stands around its charts; title and subtitle are those of each chart. */
  frame: ChartFrame;
  total: ChangeRow;
  time: ComparisonTimeChart;
  groups: ChangeGroup[];
};
