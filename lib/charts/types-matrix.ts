import type { ChartFrame, MapClass } from './types';

/** A row or a column of a matrix. */
export type MatrixHead = {
  code: string;
  label: string;
  /** Incidents under the value, each counted once, whatever the other field says of them. */
  total: number;
  /** Whether the filter keeps the value, leaves it out, or neither. */
  state: 'in' | 'out' | null;
  depth: 0 | 1;
  /** Whether it stands for incidents of which the field is not known, or that have none. */
  apart: boolean;
  /** The values of the field that a filter takes to keep exactly these; empty = no filter can. */
  values: string[];
};

/** One of the two fields of a matrix. */
export type MatrixSide = {
  /** The field, as in the URL. */
  field: string;
  label: string;
  /** Largest first; classes in their own order; none and not known last. */
  heads: MatrixHead[];
  /** Whether an incident may stand under several values. */
  several: boolean;
  /** Values that are left out for their number; the files have all. */
  more: number;
};

/** What the cells of a matrix show: incidents, or their share of the row or of the column. */
export type MatrixShares = 'none' | 'row' | 'column';

/** Incidents by the values of two fields. */
export type MatrixChart = {
  frame: ChartFrame;
  /** The main thing in one plain sentence. */
  sentence: string;
  rows: MatrixSide;
  columns: MatrixSide;
  /** Incidents by row and column, in the order of the heads. */
  cells: number[][];
  shares: MatrixShares;
  /** Classes of the colours of counts, or of shares in whole per cent; zero has none. */
  classes: MapClass[];
  /** All incidents of the matrix, each counted once. */
  total: number;
};
