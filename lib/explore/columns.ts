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
  'forms',
  'targets',
  'destination',
  'category',
  'precision',
  'status',
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

/** Narrowest and widest column, in pixels. */
export const widthLimits = { least: 60, most: 900 };

/** The usual widths of the columns, in pixels. Those shown at first fill a page of 1,440 pixels. */
export const usualWidths: Record<TableColumn, number> = {
  date: 152,
  title: 256,
  type: 140,
  place: 130,
  size: 114,
  orders: 180,
  offices: 140,
  source: 150,
  issues: 180,
  groups: 150,
  responses: 180,
  summary: 360,
  dataset: 160,
  ref: 140,
  forms: 170,
  targets: 160,
  destination: 150,
  category: 150,
  precision: 100,
  status: 110,
};

/** Most columns that stay in place. */
export const mostPinned = 4;
