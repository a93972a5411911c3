import type { SplitField } from '../counts/types';

/** The codes of one field: one a row (`starts` null), or those from `starts[row]` up to `starts[row + 1]`. */
export type Column = {
  /** The values that occur; codes are positions in it. */
  words: string[];
  codes: Uint32Array;
  starts: Uint32Array | null;
};

/**
 * The filterable fields of the published incidents as typed arrays, one entry a row, rows in order of id. An
 * immutable picture of one version of the data.
 */
export type Columns = {
  /** Version of the data (`data_version`). */
  version: number;
  rows: number;
  /** Ids as two halves of 64 bits each, ascending. */
  idHigh: BigUint64Array;
  idLow: BigUint64Array;
  /** First and last day of the interval, in days from 1970-01-01. */
  startsOn: Int32Array;
  endsOn: Int32Array;
  /** People; 0 = not reported. */
  sizeMin: Int32Array;
  sizeMax: Int32Array;
  /** 1 where not even the place is known. */
  placeUnknown: Uint8Array;
  fields: Record<SplitField | 'destination', Column>;
  /** Slugs of the synthetic data sets. */
  synthetic: ReadonlySet<string>;
  /** Paths of the places, by id. */
  paths: ReadonlyMap<string, string>;
};
