/** The words of saved views in English. */
export const savedEn = {
  title: 'Saved views',
  subtitle:
    'Selections that somebody gave a name, newest first. The link of a saved view always shows what was saved: it can’t be changed.',
  /** The button and its dialog. */
  close: 'Close',
  cancel: 'Cancel',
  redact: 'Redact',
  dialogTitle: 'Save this view',
  name: 'Name',
  nameHint: 'One line',
  description: 'Description (if you like)',
  descriptionHint: 'What it shows and why',
  length: (n: string, most: string) => `${n} of ${most} characters`,
  stored: 'What will be saved',
  storedPages: { '/': 'Explore', '/incidents': 'List of incidents' },
  /** What is kept beside the filter, where it is not as usual. */
  storedMore: (what: string) => `Also: ${what}.`,
  comparison: {
    'year-before': 'the comparison with a year before',
    pinned: 'the comparison with the pinned selection',
  },
  kept: {
    versus: 'the comparison',
    time: 'the settings of the chart over time',
    map: 'the settings of the map',
    bars: 'the choice of breakdowns',
    matrix: 'the settings of the matrix',
    sort: 'the order of the table',
    columns: 'the columns of the table',
    page: 'the page of the table',
    record: 'the record that is open',
    off: 'the parts of the filter that are switched off',
  },
  storedView:
    'The filter and how it is shown, not the records: what is added or corrected later will be in it too.',
  public: 'Everybody who can open Daybook can read a saved view. It can’t be changed or removed later.',
  saving: 'Saving …',
  doneTitle: 'The view is saved',
  done: (name: string) => `“${name}” opens by this link, for good:`,
  link: 'Link of the saved view',
  open: 'Open it',
  all: 'All saved views',
  another: 'Save another',
  failed: 'The view was not saved',
  offline: 'Daybook could not be reached. What you typed is kept; try again.',
  unreadable: 'Daybook gave an answer that can’t be read. What you typed is kept; try again.',
  retry: 'Try again',
  tooMany: (n: number) =>
    `You saved ${n} views within this hour, which is the limit. Try again in the next hour.`,
  problems: {
    nameMissing: (_: string): string => '“Name” is empty. Give the view a name.',
    nameTooLong: (n: string): string => `“Name” has ${n} characters; up to 120 are taken. Shorten it.`,
    nameNotText: (_: string): string =>
      '“Name” holds characters that are not text. Type it anew in one line.',
    namePersonal: (_: string): string =>
      '“Name” holds what looks like personal data, which everybody could read. Redact it.',
    descriptionTooLong: (n: string): string =>
      `“Description” has ${n} characters; up to 1,000 are taken. Shorten it.`,
    descriptionNotText: (_: string): string =>
      '“Description” holds characters that are not text. Remove them.',
    descriptionPersonal: (_: string): string =>
      '“Description” holds what looks like personal data, which everybody could read. Redact it.',
    pageUnknown: (_: string): string => '“page” can be “/” or “/incidents”.',
    queryMissing: (_: string): string => '“query” is missing. Send the query string of the page.',
    queryTooLong: (n: string): string =>
      `The address of this view (“query”) has ${n} characters; up to 4,000 are taken. Choose fewer values in the filter.`,
    notText: (_: string): string => 'This holds characters that are no text. Type it anew.',
    notAsExpected: (_: string): string =>
      'A saved view is a JSON object with “name”, “description”, “page” and “query”, and nothing else.',
  },
  /** The list. */
  none: 'No view is saved yet',
  noneText: 'Choose a filter in Explore and press “Save view”: the selection gets a name and a short link.',
  toExplore: 'Go to Explore',
  savedOn: (date: string) => `Saved ${date}`,
  leftOut: (n: string, one: boolean) =>
    `${n} ${one ? 'part of it is' : 'parts of it are'} no longer known here and left out.`,
  copyOf: (name: string) => `Copy link of “${name}”`,
  pages: 'Pages',
  position: (page: string, pages: string) => `Page ${page} of ${pages}`,
  previous: 'Newer',
  next: 'Older',
  count: (n: string, one: boolean) => `${n} saved ${one ? 'view' : 'views'}`,
  /** On the page that a saved view opens. */
  opened: (name: string, date: string) => `Saved view “${name}”, saved ${date}`,
  partsGone: (name: string) => `Parts of the saved view “${name}” were left out`,
  partsGoneText: (date: string, version: string) =>
    `It was saved ${date} under codebook ${version}. What it names and the present codebook and data do not know is left out:`,
  notFound: 'There is no such saved view',
  notFoundText:
    'No view is saved under this link. It may have been cut off or mistyped: the last part has 11 letters and digits, and small and capital letters differ.',
};
