/** The words of keyboard shortcuts and the command palette in English. */
export const commandsEn = {
  hint: 'Keyboard shortcuts',
  close: 'Close',
  /** What each command does. */
  names: {
    search: 'Search',
    filters: 'Go to the filters',
    'as-table': 'Chart as table, and back',
    export: 'Export',
    'next-row': 'Next row',
    'previous-row': 'Previous row',
    previous: 'Previous record',
    next: 'Next record',
    'save-view': 'Save view',
    'copy-link': 'Copy link',
    help: 'Keyboard shortcuts',
    palette: 'Find a command or a page',
    escape: 'Close what is open',
  },
  help: {
    title: 'Keyboard shortcuts',
    intro:
      'Single keys work while no field is being typed in. With several charts on the page, a key means the one in use, else the first in sight.',
    missing: 'not on this page',
    off: 'switched off',
    switch: 'Shortcuts of a single key',
    switchHint:
      'Switch them off if they get in the way of speech input or a screen reader. The choice is kept in this browser.',
    on: 'On',
    charts:
      'On a chart, the arrow keys walk through its marks and Enter opens them. Tab reaches everything else.',
  },
  palette: {
    title: 'Find a command or a page',
    input: 'Command, page, place or words',
    placeholder: 'Type a command, a page, a value, a place or words to search for',
    results: 'Results',
    groups: {
      commands: 'On this page',
      filters: 'Filters',
      pages: 'Pages',
      places: 'Places',
      search: 'Search',
      values: 'Values of filters',
      settings: 'Theme and language',
    },
    filter: (name: string) => `Filter: ${name}`,
    place: (name: string) => `Incidents in ${name}`,
    incidents: (text: string) => `Search incidents for “${text}”`,
    explore: (text: string) => `Explore incidents with “${text}”`,
    theme: (name: string) => `Theme: ${name}`,
    /** Beside what is added to a filter that the page already has. */
    added: 'added to the present filter',
    language: (name: string) => `Language: ${name}`,
    /** What else the languages are looked for as. */
    languages: { en: 'English', zh: 'Chinese, Simplified, Mandarin' },
    import: 'Import files',
    count: (n: number) => `${n} ${n === 1 ? 'result' : 'results'}`,
    placesFailed: 'Places could not be searched just now.',
    keys: '↑ ↓ choose, Enter opens, Esc closes',
  },
};
