/** Columns that the table of incidents can show. */
export const tableColumns = [
  'date',
  'title',
  'type',
  'place',
  'size',
  'orders',
  'offices',
  'source',
  'issues',
  'groups',
  'responses',
  'summary',
  'dataset',
  'ref',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** The columns shown where the address names none. */
export const usualColumns: TableColumn[] = [
  'date',
  'title',
  'type',
  'place',
  'size',
  'orders',
  'offices',
  'source',
];
