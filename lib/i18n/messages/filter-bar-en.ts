/** The words of the filter bar, its menus and its pills in English. */
export const filterBarEn = {
  /** Headings of the fields in "More filters" and in the panel of small screens. */
  groups: {
    when: 'When and where',
    what: 'What happened',
    officials: 'What officials ordered',
    authorities: 'What authorities did',
    record: 'The record',
  },
  fields: 'Fields',
  any: 'any',
  andMore: (first: string, n: string) => `${first} and ${n} more`,
  comma: ', ',
  /** Beside each value: leaves it out. */
  not: 'not',
  kept: 'kept',
  leftOut: 'left out',
  keptBy: (broader: string) => `kept with ${broader}`,
  leftOutBy: (broader: string) => `left out with ${broader}`,
  narrow: (field: string) => `Find in ${field}`,
  noneOfName: 'No value of that name.',
  valuesHidden: (n: string) => `${n} more. Type to find them.`,
  panel: {
    close: 'Close',
    show: (n: string, one: boolean) => (one ? `Show ${n} result` : `Show ${n} results`),
  },
  places: {
    find: 'Find a place: English, pinyin, 中文 or code',
    chosen: 'Chosen places',
    scope: (place: string) => `What of ${place} is meant`,
    within: 'with places within it',
    alone: 'only this place itself',
    tree: 'Places',
    open: (place: string) => `Show the places within ${place}`,
    close: (place: string) => `Hide the places within ${place}`,
    itself: (place: string) => `Known only to ${place}`,
    loading: 'Fetching the places …',
    failed: 'The places could not be fetched.',
    retry: 'Try again',
    none: 'No place of that name.',
    searching: 'Searching …',
    unknown: { place: 'Place not known', destination: 'No destination known' },
  },
  dates: {
    hint: 'A year, quarter, month, week or day: 2019, 2019-Q1, 2019-02, 2019-W09, 2019-02-25. Also 2019..2021; leave an end empty to keep it open.',
    pick: 'Pick a day',
    years: 'Years',
    months: (year: string) => `Months of ${year}`,
    all: 'All dates',
    lastYear: 'Last 12 months covered',
    covers: (dates: string) => `The data covers ${dates}.`,
    began: (dates: string) => `Also in force: began in ${dates}, as chosen in the chart.`,
    beganAsDates: 'Take these as dates',
    beganRemove: 'Remove',
    certain: 'Only dates that lie certainly within',
    certainHint:
      'Leaves out incidents whose date may lie outside, such as a month that reaches beyond the range.',
  },
  starts: {
    label: 'Began in',
    hint: 'A date, or a range such as 2019-02-25..2019-03-03.',
  },
  text: {
    label: 'Words in title, summary or directive',
  },
  empty: {
    restrictive: (label: string, n: string, one: boolean) =>
      `The filter “${label}” leaves out most: without it ${n} ${one ? 'record matches' : 'records match'}.`,
    noneAlone: 'No single filter is the cause: several of them leave out everything together.',
    clearAll: (n: string) => `Clear all filters: ${n}`,
    uncovered: (dates: string, covered: string) =>
      `The dates ${dates} lie outside what the data covers, ${covered}.`,
  },
};
