import type { IncidentMapping } from '../plan';
import type { PlaceFinder } from './places';

/** What rows of one table are converted with. */
export type ConvertOptions = {
  mapping: IncidentMapping;
  /** Names of the columns; of a file without a header those that the preset gives, or `1`, `2` … */
  headers: readonly string[];
  places: PlaceFinder;
  /** Name of a place in English, for titles that are made. */
  placeName: (id: string) => string;
  /** Whether claims are made of the coded cells. */
  evidence: boolean;
  /** Which rows are refused: none, those with what is surely personal data, or also those that may name a person. */
  refusePersonal: 'none' | 'sure' | 'maybe';
  /** Whether the file is an export of our own: `extra` is taken apart. */
  own: boolean;
  /** Whether signs that guard texts from being formulas stand in it, and go; unless said, in every file of our own. */
  guarded?: boolean;
  /** Whether the table is of a workbook that counts days from 1904; unless said, numbers of days are from 1900. */
  from1904?: boolean;
};
