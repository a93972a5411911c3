import { formatExact, formatNumber } from '@/lib/i18n/locale';
import { importFieldsEn } from './import-fields-en';

const number = (n: number) => formatNumber(n, 'en');
const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
const rows = (n: number) => count(n, 'row', 'rows');
const records = (n: number) => count(n, 'record', 'records');

const states = {
  uploaded: 'not all files arrived',
  ready: 'to be mapped',
  checked: 'checked, not written',
  committed: 'written',
  undone: 'undone',
  failed: 'can’t be read',
  cancelled: 'broken off',
};
const jobs = {
  sketch: 'Looking into the files',
  check: 'Checking every row',
  write: 'Writing the records',
  undo: 'Undoing the import',
};
const formats = {
  csv: 'delimited text',
  xlsx: 'workbook',
  json: 'JSON',
  ndjson: 'JSON, one record a line',
  geojson: 'GeoJSON',
  parquet: 'Parquet',
};

export const importsEn = {
  link: 'Import …',
  title: 'Import',
  subtitle: 'Rows of a file become records: mapped, checked, written as one batch, and undone as one.',
  breadcrumb: 'Where this page is',
  data: 'Data',
  rows,
  records,
  bytes: (n: number) =>
    n < 1_000
      ? `${number(n)} B`
      : n < 1_000_000
        ? `${formatExact(n / 1_000, 'en', 0)} kB`
        : n < 1_000_000_000
          ? `${formatExact(n / 1_000_000, 'en', 1)} MB`
          : `${formatExact(n / 1_000_000_000, 'en', 1)} GB`,
  failed: 'It could not be sent. Check the connection and try again.',
  cancel: 'Cancel',
  close: 'Close',
  and: ', ',

  upload: {
    title: 'Choose files',
    help: 'CSV, TSV, XLSX, JSON, NDJSON, GeoJSON or Parquet, also packed with gzip or zip. Several at once become one import, if their columns are alike.',
    button: 'Choose files …',
    drop: 'or drop them here',
    chosen: 'Chosen files',
    remove: (name: string) => `Leave out ${name}`,
    removeShort: 'Leave out',
    send: (n: number) => `Send ${count(n, 'file', 'files')}`,
    tooMany: 'At most 50 files at once. Pack them into a zip.',
    empty: (name: string) => `“${name}” holds nothing. Choose a file with at least one row.`,
    tooLarge: (name: string) => `“${name}” is larger than 4 GB. Split it.`,
    unreadable: (name: string) =>
      `“${name}” can’t be read any more. Was it moved or changed? Choose it again.`,
    sending: (name: string) => `Sending ${name}`,
    sent: (part: string, whole: string) => `${part} of ${whole} sent`,
    waiting: 'The server asks to wait a moment. It goes on by itself.',
    stop: 'Break off',
    leave: 'The files are still being sent. Leave the page and break off?',
  },

  list: {
    title: 'Imports',
    empty: 'Nothing was imported yet.',
    table: 'List of imports',
    columns: {
      files: 'Files',
      state: 'State',
      dataset: 'Data set',
      rows: 'Rows read',
      kept: 'Records',
      who: 'By',
      when: 'Begun',
    },
    none: 'not yet',
    first: (n: number) => `The last ${number(n)} are listed.`,
  },
  states,
  jobs,
  formats,
  notWhole: {
    title: 'Not all files arrived',
    text: 'The page was left, or the connection broke, before everything was sent. Let this import go and choose the files again.',
  },
  cancelled: 'It was broken off. Nothing was written.',
  another: 'Import other files',

  progress: {
    rows: (done: number, total: number | null) =>
      total === null ? `${rows(done)} read` : `${number(done)} of ${rows(total)} read`,
    rate: (n: number) => `${count(n, 'row', 'rows')} a second`,
    left: (seconds: number) =>
      seconds < 90
        ? `about ${count(seconds, 'second', 'seconds')} left`
        : `about ${count(Math.round(seconds / 60), 'minute', 'minutes')} left`,
    waiting: 'It is waiting for its turn.',
    writing: 'Everything is read. It is being written now, all or nothing.',
    stop: 'Break off',
    stopping: 'It is being broken off …',
    lost: 'The server does not answer. It is asked again every second; what is being done goes on.',
    note: 'You may leave this page; it goes on.',
  },
  fault: {
    title: {
      file: 'The files can’t be read',
      job: 'It did not come to its end',
    },
    encodingHelp: 'If you know in which encoding the file was written, choose it:',
    encoding: 'Encoding',
    readAgain: 'Read the files again',
    otherFile: 'Choose another file',
  },

  steps: {
    label: 'Steps of the import',
    files: 'Files',
    mapping: 'Mapping',
    check: 'Check',
    write: 'Written',
  },

  files: {
    title: 'Files',
    columnsCount: (n: number) => count(n, 'column', 'columns'),
    encoding: 'Encoding',
    delimiter: 'Delimiter',
    header: 'Row with the names of the columns',
    headerHelp: '0 = there is none. Empty = it is looked for.',
    auto: 'find out',
    delimiters: { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' },
    headerRow: (n: number) => (n === 0 ? 'no names of columns' : `names of columns in row ${number(n)}`),
    take: (name: string) => `Take ${name}`,
    table: 'Tables of the files',
    tables: { take: 'Take', name: 'Table', how: 'Read as', notes: 'Seen on reading' },
    reading: 'How the files are read',
    again: 'Read the files again',
    againHelp: 'What is mapped below is then proposed anew.',
    preview: (n: number) => `First rows (${number(n)}):`,
    previewTable: (name: string) => `The first rows of ${name}`,
    row: 'Row',
    encodingQuestion: 'In which encoding is the file?',
    encodingQuestionHelp: (percent: number) =>
      `It can’t be told for certain (${number(percent)}% sure). Choose the one whose words can be read.`,
    takeEncoding: 'Read it so',
    noneLeft: 'Take at least one table.',
  },

  preset: {
    title: 'Kind of file',
    label: 'The file is',
    own: 'another file: columns by name and content',
    fits: (title: string, percent: number) => `${title} (${number(percent)}% of it fits)`,
    known: 'Known kinds of file',
    kept: 'Mappings that were kept',
    keptName: (name: string, version: number) => `${name}, version ${number(version)}`,
    none: 'No known kind of file fits. Each column was looked at by its name and its cells.',
    version: (id: string, version: string) => `${id}, version ${version}`,
    leads: 'These rows are leads, not incidents: they can be imported as drafts only.',
    replace: 'What is mapped now is replaced by what is proposed for that kind of file. Go on?',
    failed: 'The proposal could not be fetched. Choose again.',
    keep: 'Keep this mapping as …',
    keepTitle: 'Keep this mapping',
    keepHelp: 'Under this name it can be chosen for other files. A name that there is gets a new version.',
    keepName: 'Name',
    keepButton: 'Keep it',
    keeping: 'It is being kept …',
    keptDone: (name: string, version: number) => `Kept as “${name}”, version ${number(version)}.`,
  },

  ...importFieldsEn,

  problems: {
    title: (n: number) => `${count(n, 'thing is', 'things are')} missing`,
    noEncoding: 'It is not said in which encoding the file is. Answer that under “Files”.',
    noDay: 'No column is the first day. Choose one under “Columns”.',
    noPlace: 'No column names a place, and no place is said for all rows. Choose one.',
    noValue: 'No column holds the numbers. Choose one.',
    noPeriod: 'No column holds the period. Choose one.',
    noDataset: 'No data set is chosen.',
    noTitle: 'The new data set has no title.',
    slugForm: 'The short name takes small letters, digits and hyphens only, e.g. strike-map.',
    prefixForm: 'The prefix takes small letters and digits only, at most 12.',
    noCitation: 'It is not said how to cite the new data set.',
  },

  save: {
    label: 'Save and check',
    check: 'Check all rows',
    checking: 'The check begins …',
    checkHelp: 'Reads everything and writes nothing.',
    save: 'Save the mapping',
    saving: 'It is being saved …',
    saved: 'Saved.',
    unsaved: 'Not saved yet.',
    leave: 'The mapping is not saved. Leave the page all the same?',
    undecided: (n: number) =>
      `${count(n, 'value is', 'values are')} not decided; their rows would be refused.`,
  },

  report: {
    title: 'What an import would do',
    written: 'What was done',
    took: (seconds: number) => `It took ${formatExact(Math.max(0.1, seconds), 'en', 1)} s.`,
    counts: {
      rows: 'rows read',
      made: 'new',
      changed: 'changed',
      unchanged: 'unchanged',
      kept: 'edited here, left',
      skipped: 'passed over',
      refused: 'refused',
      likely: 'likely duplicates',
    },
    refusedTitle: 'Refused rows',
    refusedHelp: 'Grouped by what is wrong with them. A row with several faults is counted in each.',
    refusedFile: 'Refused rows as CSV',
    refusedFileHelp:
      'Each row as it stood, with the reason beside it. Mended, it can be imported like any other file.',
    faultTable: 'Faults, the most frequent first',
    warningTitle: 'Worth a look',
    warningHelp: 'These rows are written all the same.',
    warningTable: 'Warnings, the most frequent first',
    columns: { what: 'What', column: 'Column', value: 'Value', rows: 'Rows', count: 'Number' },
    sameAs: (row: string) => `as row ${row}`,
    wholeRow: 'whole row',
    rowsAt: (list: string, more: number) => (more > 0 ? `${list} and ${number(more)} more` : list),
    moreGroups: (n: number) => `${number(n)} more rows are of groups that are not listed.`,
    decideTitle: 'Decide here',
    decideHelp: 'What you decide is kept in the mapping; then all rows are checked again.',
    again: 'Check again',
    changedTitle: 'Records that change',
    changedBy: (list: string) => `Fields: ${list}`,
    changedField: (field: string, n: number) => `${field} ${number(n)}`,
    changedTable: 'Some of the records that change',
    record: 'Record',
    was: 'Now',
    becomes: 'Becomes',
    emptyValue: 'empty',
    changedFirst: (n: number) => `The first ${number(n)} are shown.`,
    likelyTitle: 'Likely duplicates',
    likelyHelp:
      'New records near in place, day and title to one that is there already. They are written; look at them after, and merge what is the same.',
    likelyTable: 'New rows beside the records that they resemble',
    likelyFirst: (n: number, all: number) => `The first ${number(n)} of ${number(all)} are shown.`,
    sampleTitle: 'The first records',
    sampleHelp: 'As they would be made.',
    sampleTable: 'The first records, as they would be made',
    sample: {
      row: 'Row',
      title: 'Title',
      day: 'Day',
      place: 'Place',
      type: 'Type',
      size: 'Size',
      issues: 'Issues',
    },
    tablesTitle: 'What was read',
    tablesTable: 'Tables that were read',
    tables: { name: 'Table', how: 'Read as', rows: 'Rows', notes: 'Seen on reading' },
  },

  write: {
    title: 'Write',
    button: (n: number) => `Write ${records(n)}`,
    figures: (n: number) => `Write ${count(n, 'figure', 'figures')}`,
    working: 'It begins …',
    help: 'One batch, all or nothing. It can be undone as a whole.',
    into: (title: string, status: string) => `Into “${title}”, ${status}.`,
    refused: (n: number) =>
      `${rows(n)} were refused. Mend them or decide below and check again, or write the others without them.`,
    without: (n: number) => `Write without the ${count(n, 'refused row', 'refused rows')}`,
    nothing: 'No row can be written. See below what is wrong.',
    same: 'Every row that can be written is there already, without a difference. There is nothing to write.',
    back: 'Back to the mapping',
    toReport: 'To the result of the check',
  },

  batch: {
    facts: 'The import',
    file: 'File',
    sha: 'SHA-256',
    size: 'Size',
    filesTable: 'Files of the import',
    preset: 'Kind of file',
    ownPreset: 'own mapping',
    dataset: 'Data set',
    by: 'By',
    begun: 'Begun',
    committed: 'Written',
    undoneAt: 'Undone',
    status: 'State of the records',
    mapping: 'Mapping',
    mappingShow: 'Show the mapping',
    mappingTable: 'What the columns became',
    mappingFile: 'Mapping as a file',
    id: 'Batch',
    done: (n: number) => `${records(n)} ${n === 1 ? 'was' : 'were'} written.`,
    toRows: 'See the records',
    toFigures: 'See the figures',
    drafts: 'The records are drafts: only those who edit see them until they are published.',
    undo: 'Undo the import',
    undoTitle: 'Undo this import?',
    undoHelp: 'Records that it made are removed, and those that it changed become what they were before.',
    undoEdited: (n: number) =>
      `${count(n, 'record was', 'records were')} edited here since. ${n === 1 ? 'It stays as it is' : 'They stay as they are'}.`,
    undoConfirm: 'Undo it',
    undoing: 'It begins …',
    undone: 'This import was undone.',
    undoneCounts: (removed: number, restored: number) =>
      `${records(removed)} removed, ${records(restored)} set back to what ${restored === 1 ? 'it was' : 'they were'} before.`,
    undoneLeft: (n: number) =>
      `${count(n, 'record was', 'records were')} worked on since and ${n === 1 ? 'has' : 'have'} stayed:`,
    discard: 'Let this import go',
    discardTitle: 'Let this import go?',
    discardHelp: 'Its files and its mapping are deleted. Nothing of it was written.',
    discarding: 'It is being deleted …',
  },
};
