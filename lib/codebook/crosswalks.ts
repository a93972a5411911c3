import type { VocabularyName } from './vocabularies';

/** How the codes of one field of another project relate to a vocabulary of ours. */
export type Crosswalk = {
  /** The other project. */
  project: string;
  /** Its field, as in its own files. */
  field: string;
  vocabulary: VocabularyName;
  /** Their code → ours. Where theirs covers several of ours, the coarsest: it claims least. */
  toOurs: Readonly<Record<string, string>>;
  /** Our code → theirs; null = they have nothing that fits. Every storable code of ours is listed. */
  toTheirs: Readonly<Record<string, string | null>>;
  /** What gets lost or needs care, in our own words. */
  note: string;
};

/**
 * Crosswalks of date and place precision. Sources of the code lists: the ACLED codebook (`time_precision`,
 * `geo_precision`) and the UCDP GED codebook (`date_prec`, `where_prec`).
 */
export const crosswalks = {
  acledTimePrecision: {
    project: 'ACLED',
    field: 'time_precision',
    vocabulary: 'datePrecision',
    toOurs: { '1': 'day', '2': 'week', '3': 'month' },
    toTheirs: { day: '1', days: null, week: '2', month: '3', quarter: null, year: null },
    note:
      'ACLED writes a row for each day of a longer event and leaves out what is less exact than a month. With 2 ' +
      'and 3 its event_date is a day near the middle of the period, so our interval has to be put around it.',
  },
  acledGeoPrecision: {
    project: 'ACLED',
    field: 'geo_precision',
    vocabulary: 'placePrecision',
    toOurs: { '1': 'township', '2': 'county', '3': 'province' },
    toTheirs: {
      site: '1',
      village: '1',
      township: '1',
      county: '2',
      prefecture: '3',
      province: '3',
      country: null,
      unknown: null,
    },
    note:
      'Their 1 is a named town or a part of a city, 2 a small area near a town, 3 a larger region drawn at a ' +
      'stand-in point. Nothing is coded to the country alone.',
  },
  ucdpDatePrecision: {
    project: 'UCDP GED',
    field: 'date_prec',
    vocabulary: 'datePrecision',
    toOurs: { '1': 'day', '2': 'days', '3': 'week', '4': 'month', '5': 'year' },
    toTheirs: { day: '1', days: '2', week: '3', month: '4', quarter: null, year: '5' },
    note: 'Their 2 means two to six days; a longer run of days in our records fits none of their codes exactly.',
  },
  ucdpWherePrecision: {
    project: 'UCDP GED',
    field: 'where_prec',
    vocabulary: 'placePrecision',
    toOurs: {
      '1': 'village',
      '2': 'township',
      '3': 'prefecture',
      '4': 'province',
      '5': 'country',
      '6': 'country',
      '7': 'unknown',
    },
    toTheirs: {
      site: '1',
      village: '1',
      township: '2',
      county: '3',
      prefecture: '3',
      province: '4',
      country: '6',
      unknown: null,
    },
    note:
      'Their 3 is the second level of administration, which in China is the prefecture; their 5 lies between ' +
      'province and country, their 7 is water or air space.',
  },
} as const satisfies Record<string, Crosswalk>;
