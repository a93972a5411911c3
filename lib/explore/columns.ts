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

/** Widths on paper where they are others than on screen, in the same measure: words take the room that figures leave. */
const paperWidths: Partial<Record<TableColumn, number>> = {
  date: 130,
  title: 310,
  type: 150,
  size: 160,
  orders: 160,
  offices: 146,
  source: 180,
  ref: 132,
};

/** The sum of widths up to which a sheet held upright takes the columns in letters of the usual size. */
const uprightSheet = 1500;

/** How a table lies on paper. */
export type PaperLayout = {
  /** The part of the sheet that each column takes, in percent. */
  shares: readonly number[];
  /** Whether the columns are too many for an upright sheet and the usual letters. */
  isWide: boolean;
};

/** How the columns share a sheet. `chosen`: the widths that somebody has chosen. Pure. */
export function paperLayout(
  columns: readonly TableColumn[],
  chosen: Partial<Record<TableColumn, number>> | null,
): PaperLayout {
  const widths = columns.map((column) => chosen?.[column] ?? paperWidths[column] ?? usualWidths[column]);
  const sum = widths.reduce((total, width) => total + width, 0);
  return {
    shares: widths.map((width) => Math.round((width / sum) * 10_000) / 100),
    isWide: sum > uprightSheet,
  };
}

/** Most columns that stay in place. */
export const mostPinned = 4;
