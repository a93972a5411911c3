import type { SplitField } from '../dimensions';

/** Codes of rows in the narrowest array that holds them. Its length may exceed the rows: what follows is room. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** The sets of words that rows have: set `s` holds the words `members[starts[s]]` up to `members[starts[s + 1]]`. */
export type Sets = { starts: Uint32Array; members: Uint32Array };

/** The values of one field, one code a row. */
export type Column = {
  /** The values that occur. */
  words: readonly string[];
  /** Of each row the position of its word, or, where there are sets, the number of its set of words. */
  codes: Numbers;
  /** Where a row may have several words: every set that occurs, none of them empty; else null. */
  sets: Sets | null;
};

/** Numbers of people: `values[codes[row]]`; code 0 = not reported, and its value is 0. */
export type SizeColumn = { values: Float64Array; codes: Numbers };

/** The fields of columns. */
export type ColumnField = SplitField;

/**
 * The filterable fields of the published incidents as typed arrays, one entry a row. An immutable picture of one
 * version of the data: later versions may share its arrays and write behind its last row, never before.
 */
export type Columns = {
  /** Version of the data (`data_version`). */
  version: number;
  /** Another number for each time that columns were loaded: the first `sorted` rows are the same in all versions that share it. */
  origin: number;
  /** Rows, those of `dead` among them. */
  rows: number;
  /** Rows that do not count: they were changed or taken away since the columns were loaded. Ascending. */
  dead: Uint32Array;
  /** The first day of any interval, in days from 1970-01-01. */
  firstDay: number;
  /** First day of the interval, in days from `firstDay`. */
  starts: Numbers;
  /** Last day of the interval, in days from its first. */
  spans: Numbers;
  sizeMin: SizeColumn;
  sizeMax: SizeColumn;
  fields: Record<ColumnField, Column>;
  /**
   * 1 for the words of `fields.place` that stand in for a place that is not known at all (`place_precision` =
   * `unknown`); an id may be a word twice, with and without.
   */
  placeUnknown: Uint8Array;
  /** The first 32 bits of each row's id. */
  keys: Uint32Array;
  /**
   * Rows that were loaded at once, which stand in order of their first day, then of their last day and of their id; in
   * a browser, where nobody asks for rows in order, of their first day alone.
   */
  sorted: number;
  /** Rows by id where the key does not tell: it occurs twice, or the row was added later. */
  rowsById: ReadonlyMap<string, number>;
  /** Slugs of the synthetic data sets. */
  synthetic: ReadonlySet<string>;
  /** Paths of the places, by id. */
  paths: ReadonlyMap<string, string>;
};
