/** The words of a comparison in English. A is what is pinned or a year before, B is the present filter. */
export const compareEn = {
  title: 'Comparison',
  titles: { pinned: 'A and B compared', 'year-before': 'B compared with a year before' },
  sides: { a: 'A', b: 'B' },
  kinds: { pinned: 'pinned', 'year-before': 'a year before', present: 'present filter' },
  everything: 'All records',
  size: (n: string, one: boolean) => `${n} ${one ? 'incident' : 'incidents'}`,
  inDays: (days: string, one: boolean) => ` in ${days} ${one ? 'day' : 'days'}`,
  perDay: (rate: string) => `${rate} a day`,
  differs: 'differs',
  removeFrom: (label: string) => `Remove ${label} from A`,
  swap: 'Swap A and B',
  unpin: 'Unpin A',
  stop: 'End comparison',
  repin: 'Pin B as A',
  /** States. */
  sameTitle: 'A and B are the same selection',
  same: 'Change the filter to make B: choose another type, place or date.',
  emptyA: 'A keeps no incident.',
  emptyB: 'B keeps no incident.',
  outside: (side: string) =>
    `The dates of ${side} lie outside what the data sets cover. There are no data: it is not zero.`,
  noDatesTitle: 'Choose dates to compare with the year before',
  noDates: 'The present filter has no dates. Choose a year that the data cover, or set dates in the filter.',
  noYears: 'The data sets cover too few days for two years. Set dates in the filter.',
  year: (year: string) => `${year} and the year before`,
  /** Over time. */
  overTime: 'A and B over time',
  overTimeSubtitle: {
    dates: (grain: string) =>
      `Incidents by ${grain}, the same dates side by side. A is the line, B the bars.`,
    years: (grain: string) =>
      `Incidents by ${grain}, each beside that of a year before. A is the line, B the bars.`,
  },
  clickTime: 'A bar opens records of B, a point those of A.',
  period: 'Period',
  periodOf: (side: string) => `Period of ${side}`,
  noData: 'no data',
  gap: 'B: no data, or not in its dates',
  inPart: 'in part',
  difference: 'B less A',
  /** The name of a pair of buckets for screen readers: "B, Mar 2020: 12; A, Mar 2019: 9". */
  pair: (b: string, a: string) => `${b}; ${a}`,
  pairSide: (side: string, label: string, n: string) => `${side}, ${label}: ${n}`,
  keys: 'Arrow keys walk through the periods; Enter opens the records of B.',
  none: 'no counterpart',
  /** The change table. */
  changeTitle: 'What differs',
  changeSubtitle: {
    rate: 'Incidents per day of each selection. Ratios are B to A.',
    share: 'Shares of all incidents of each selection. Ratios are B to A.',
    count: 'Incidents of each selection.',
  },
  fields: {
    type: 'Types',
    issue: 'Issues',
    order: 'Orders',
    response: 'Responses',
    place: 'Districts',
    size: 'Sizes',
  },
  fieldLabel: 'What to compare',
  measureLabel: 'Compare by',
  measures: { rate: 'Incidents per day', share: 'Share of all' },
  sort: 'Order',
  sorts: { change: 'Clearest change', size: 'Most incidents' },
  all: 'All incidents',
  count: (side: string) => `${side}: incidents`,
  share: (side: string) => `${side}: share`,
  points: 'B less A, points',
  ratio: { rate: 'Ratio of rates (95 %)', share: 'Ratio of shares (95 %)' },
  change: 'Change',
  changes: {
    'large-increase': 'large increase',
    'moderate-increase': 'moderate increase',
    limited: 'limited change',
    decrease: 'decrease',
  },
  mayBeChance: 'may be chance',
  tooFew: 'too few to compare',
  noDays: 'days not known',
  times: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  percent: (share: string) => `${share} %`,
  range: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  comma: ', ',
  colon: ': ',
  narrow: (label: string) => `Narrow A and B to ${label}`,
  open: (side: string, label: string, n: string) => `${side}, ${label}: ${n}, open these records`,
  noRows: 'Neither selection has an incident with a value here.',
  sentence: (a: string, b: string) => `B has ${b}, A has ${a}.`,
  sentenceRatio: (ratio: string, change: string) => ` Per day, B has ${ratio} times as many: ${change}.`,
  sentenceFew: ' One of them has fewer than 10: that is too few to compare.',
  /** Notes. */
  n: (a: string, b: string) => `A: n = ${a}; B: n = ${b}`,
  notes: {
    unequal: (a: string, b: string) =>
      `A and B are not equally long (${a} and ${b} days), so rates are per day.`,
    unknownDays: 'The days of A or B are not known, so there are no rates; compare shares.',
    datasets: 'A and B come from different data sets: a difference may come from how they were collected.',
    shared: 'A and B may share incidents; ratios and intervals treat them as separate.',
    clipped: (dates: string) =>
      `The year before has no day or week for ${dates}: the one before it is taken.`,
    several: 'An incident may stand in several rows.',
    onlyNamed: 'Where A or B names values itself, only those are listed.',
    elsewhere: (a: string, b: string) =>
      `Not in a district listed here, or known too coarsely: ${a} of A and ${b} of B.`,
    before: (a: string, b: string) =>
      `Began before the dates of their selection, and not drawn: ${a} of A and ${b} of B.`,
    coarse: (a: string, b: string) =>
      `Dated more coarsely than the buckets, and counted by first day: ${a} of A and ${b} of B.`,
    rest: (n: string) => `${n} more rows are in the table.`,
    few: 'Below 10 incidents on either side there is no percentage and no ratio.',
    method:
      'Intervals are 95 %: rates by the log-normal method (Rothman), shares by Katz, differences by Newcombe. They hold for incidents that happen independently.',
    classes:
      'More than 25 % up is a large increase, 10 to 25 % a moderate one, more than 25 % down a decrease; all else is limited. “May be chance”: the interval holds 1.',
    many: 'Of 20 intervals about one misses the true ratio by chance: look at the largest changes with that in mind.',
  },
  noComparison:
    'This address has no comparison. Add versus=year-before, or versus= with a filter, such as versus=type%3Dpetition.',
};
