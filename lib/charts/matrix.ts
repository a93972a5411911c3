import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { classOf } from './scale';
import type { MapClass } from './types';
import type { MatrixChart, MatrixHead } from './types-matrix';

/** A share of fewer incidents than this is unsure: it is marked, and takes no colour. */
export const leastSure = 10;

/** Rows and columns that are shown at once. */
export const mostShown = 25;

/** What one cell of a matrix shows. */
export type MatrixCell = {
  count: number;
  /** Share of the row or of the column, 0 to 1; null = counts are shown, or there is nothing to share. */
  share: number | null;
  /** Incidents that it is a share of. */
  base: number;
  /** Whether the share rests on fewer incidents than `leastSure`. */
  isUnsure: boolean;
  /** Whether its row or column stands for what is not known or not there: it takes no colour. */
  isApart: boolean;
  /** Class of its colour; null = zero, unsure, or apart. */
  step: MapClass | null;
};

/** What the cell of a row and a column shows. */
export function matrixCell(chart: MatrixChart, row: number, column: number): MatrixCell {
  const count = chart.cells[row]?.[column] ?? 0;
  const head = chart.shares === 'row' ? chart.rows.heads[row] : chart.columns.heads[column];
  const base = head?.total ?? 0;
  const isApart = Boolean(chart.rows.heads[row]?.apart || chart.columns.heads[column]?.apart);
  if (chart.shares === 'none') {
    const step = count > 0 && !isApart ? classOf(count, chart.classes) : null;
    return { count, share: null, base, isUnsure: false, isApart, step };
  }
  const share = base > 0 ? count / base : null;
  const isUnsure = base < leastSure;
  const isPlain = count === 0 || share === null || isUnsure || isApart;
  return {
    count,
    share,
    base,
    isUnsure,
    isApart,
    step: isPlain ? null : classOf(wholePercent(share), chart.classes),
  };
}

/** A share in whole per cent; what is more than nothing is at least 1. */
export function wholePercent(share: number): number {
  return share > 0 ? Math.max(1, Math.round(share * 100)) : 0;
}

/** A share in words: "33 %", "<1 %"; "0" for nothing, "–" where there is nothing to share. */
export function shareText(share: number | null, locale: Locale): string {
  if (share === null) return '–';
  if (share === 0) return '0';
  const percent = locale === 'zh' ? '%' : ' %';
  return share < 0.005 ? `<1${percent}` : `${formatNumber(share * 100, locale)}${percent}`;
}

/** A share in words with one decimal below 10 %: "33 %", "1.3 %", "<0.1 %". Many cells are so small that whole per cents are alike. */
export function fineShareText(share: number | null, locale: Locale): string {
  if (share === null || share === 0 || share >= 0.0995) return shareText(share, locale);
  const percent = locale === 'zh' ? '%' : ' %';
  return share < 0.0005 ? `<0.1${percent}` : `${formatNumber(share * 100, locale, 1)}${percent}`;
}

/** What a cell shows in words, a share as `say` has it; an unsure share has a star. */
export function cellText(
  { count, share, isUnsure }: MatrixCell,
  shares: MatrixChart['shares'],
  locale: Locale,
  say = shareText,
): string {
  if (shares === 'none' || count === 0) return count === 0 ? '0' : formatNumber(count, locale);
  return say(share, locale) + (isUnsure ? '*' : '');
}

/** Positions of the heads that are shown where there is room for `most`: the first, and those that come last apart. */
export function shownHeads(heads: readonly MatrixHead[], most: number): number[] {
  const apart = heads.filter((head) => head.apart).length;
  let room = Math.max(0, most - apart);
  return heads.flatMap(({ apart: isLast }, at) => {
    if (isLast) return [at];
    room -= 1;
    return room >= 0 ? [at] : [];
  });
}

/** The matrix with only some of its rows and columns. */
export function matrixPart(chart: MatrixChart, mostRows: number, mostColumns: number): MatrixChart {
  const rows = shownHeads(chart.rows.heads, mostRows);
  const columns = shownHeads(chart.columns.heads, mostColumns);
  const side = (of: MatrixChart['rows'], kept: number[]) => ({
    ...of,
    heads: kept.flatMap((at) => of.heads[at] ?? []),
    more: of.more + of.heads.length - kept.length,
  });
  return {
    ...chart,
    rows: side(chart.rows, rows),
    columns: side(chart.columns, columns),
    cells: rows.map((row) => columns.map((column) => chart.cells[row]?.[column] ?? 0)),
  };
}
