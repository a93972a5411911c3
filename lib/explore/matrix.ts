import { fineShareText, leastSure, matrixPart, mostShown, wholePercent } from '@/lib/charts/matrix';
import { mapClasses } from '@/lib/charts/scale';
import type { MapClass } from '@/lib/charts/types';
import type { MatrixChart, MatrixHead, MatrixShares, MatrixSide } from '@/lib/charts/types-matrix';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import type { PairCount } from '@/lib/incidents/counts/types';
import { isPlaceField, isSeveral, type PlaceField, type SplitField } from '@/lib/incidents/dimensions';
import type { IncidentFilters } from '@/lib/incidents/selection';
import type { Choice } from '@/lib/url/params';
import { inOrder, isApart, parentOf } from './breakdowns';
import { type Names, valueLabel } from './describe';
import { type FrameBase, frame } from './frame';
import type { PlaceFold } from './matrix-places';
import { ownFilter } from './own-filter';

type MatrixInput = {
  fields: readonly [SplitField, SplitField];
  /** Incidents by the codes of both fields, without the filters on them, but for one on states of work. */
  pairs: readonly PairCount[];
  /** Distinct incidents by the codes of each field, under the same filter. */
  totals: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>];
  /** Distinct incidents under that filter. */
  total: number;
  /** Those that the whole filter keeps. */
  kept: number;
  filters: IncidentFilters;
  shares: MatrixShares;
  names: Names;
  /** Put places together to the units of the area in view; for the fields among the two that hold places. */
  folds: Partial<Record<PlaceField, PlaceFold>>;
  base: FrameBase;
};

/**
 * Incidents by the values of two fields, leaving out the filters on both (but for states of work). Rows and columns are ordered by their
 * totals, which count each incident once and are never sums of cells; values without incidents are left out
 * unless the filter names them. Pure.
 */
export function matrixChart(input: MatrixInput): MatrixChart {
  const { fields, filters, total, kept, shares, base } = input;
  const { locale } = base;
  const t = breakdownMessages[locale].matrix;
  const [rows, columns] = [side(0, input), side(1, input)];
  const cells = cellsOf(input, rows, columns);
  const label = t.of(rows.label, columns.label);
  const leftOut = fields.filter((field) => field !== 'status');
  const own = kept === total ? null : ownFilter(leftOut, filters, { kept, counted: total, locale });
  const chart: MatrixChart = {
    frame: frame(
      { ...base, n: own?.n(base.n) ?? base.n },
      `${t.title}${exploreMessages[locale].colon}${label}`,
      [],
    ),
    sentence: '',
    rows,
    columns,
    cells,
    shares,
    classes: [],
    total,
  };
  const shown = matrixPart(chart, mostShown, mostShown);
  const said = sentence(shown, fields, locale);
  return {
    ...chart,
    frame: { ...chart.frame, notes: notes(chart, locale) },
    sentence: own?.sentence(said) ?? said,
    classes: classesOf(shown),
  };
}

/** The code under which a value of a field is counted. */
const codeIn = (code: string, fold: PlaceFold | null) => fold?.codeOf(code) ?? code;

/** How the values of a field are put together; null = they stand for themselves. */
const foldOf = (field: SplitField, folds: MatrixInput['folds']): PlaceFold | null =>
  (isPlaceField(field) && folds[field]) || null;

function side(at: 0 | 1, { fields, totals, filters, names, folds, base }: MatrixInput): MatrixSide {
  const field = fields[at];
  const fold = foldOf(field, folds);
  const choice = filters[field];
  const counts = new Map<string, number>();
  for (const [raw, count] of totals[at]) {
    const code = codeIn(raw, fold);
    counts.set(code, (counts.get(code) ?? 0) + count);
  }
  for (const code of [...choice.any, ...choice.not].flatMap((value) => chosenCode(value, fold)))
    if (!counts.has(code)) counts.set(code, 0);
  const heads = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]): MatrixHead & { count: number } => {
      const values = fold?.valuesOf(code) ?? [code];
      return {
        code,
        count,
        total: count,
        label: fold?.labelOf(code) ?? valueLabel(field, code, names, base.locale),
        state: stateOf(choice, values),
        depth: !isPlaceField(field) && parentOf(field, code) ? 1 : 0,
        apart: fold?.isApart(code) ?? isApart(field, code),
        values,
      };
    });
  const ordered = isPlaceField(field)
    ? heads.sort(
        (a, b) => Number(a.apart) - Number(b.apart) || b.total - a.total || (a.code < b.code ? -1 : 1),
      )
    : inOrder(field, heads);
  return {
    field,
    label: exploreMessages[base.locale].parts[field],
    heads: ordered.map(({ count: _, ...head }) => head),
    several: isSeveral(field),
    more: 0,
  };
}

/** The head that a value of the filter names; none for places that are no unit. */
function chosenCode(value: string, fold: PlaceFold | null): string[] {
  return !fold || fold.isUnit(value) ? [value] : [];
}

function stateOf({ any, not }: Choice, values: readonly string[]): MatrixHead['state'] {
  const all = (list: readonly string[]) => values.length > 0 && values.every((value) => list.includes(value));
  return all(any) ? 'in' : all(not) ? 'out' : null;
}

function cellsOf({ fields, pairs, folds }: MatrixInput, rows: MatrixSide, columns: MatrixSide): number[][] {
  const at = (heads: readonly MatrixHead[]) => new Map(heads.map(({ code }, index) => [code, index]));
  const [rowAt, columnAt] = [at(rows.heads), at(columns.heads)];
  const [down, across] = [foldOf(fields[0], folds), foldOf(fields[1], folds)];
  const cells = rows.heads.map(() => columns.heads.map(() => 0));
  for (const pair of pairs) {
    const row = cells[rowAt.get(codeIn(pair.row, down)) ?? -1];
    const column = columnAt.get(codeIn(pair.column, across));
    if (!row || column === undefined)
      throw new RangeError(`a pair without a total: ${pair.row}, ${pair.column}`);
    row[column] = (row[column] ?? 0) + pair.count;
  }
  return cells;
}

/** Classes of counts, or of shares in whole per cent that rest on enough incidents; what is apart sets none. */
function classesOf(chart: MatrixChart): MapClass[] {
  const values = chart.cells.flatMap((row, i) =>
    row.flatMap((count, j) => {
      if (chart.rows.heads[i]?.apart || chart.columns.heads[j]?.apart) return [];
      if (chart.shares === 'none') return count;
      const total = (chart.shares === 'row' ? chart.rows.heads[i] : chart.columns.heads[j])?.total ?? 0;
      return total >= leastSure ? wholePercent(count / total) : [];
    }),
  );
  return mapClasses(
    values.filter((value) => value > 0),
    'count',
  );
}

function notes({ rows, columns, shares }: MatrixChart, locale: Locale): string[] {
  const t = breakdownMessages[locale].matrix;
  const hasChosen = ({ heads }: MatrixSide) => heads.some(({ state }) => state === 'in');
  const isLow = ({ heads }: MatrixSide) => heads.some(({ total }) => total > 0 && total < leastSure);
  const [shared, across] = shares === 'column' ? [columns, rows] : [rows, columns];
  return [
    ...(rows.several && columns.several
      ? [t.severalBoth]
      : rows.several
        ? [t.severalRows]
        : columns.several
          ? [t.severalColumns]
          : []),
    ...(rows.several || columns.several ? [t.distinct] : []),
    ...(shares !== 'none' && across.several ? [t.over[shares]] : []),
    ...(shares !== 'none' && isLow(shared) ? [t.low(formatNumber(leastSure, locale))] : []),
    ...(hasChosen(rows) && hasChosen(columns) ? [t.framed] : []),
  ];
}

/** The largest cell of two values that are known and not the same, in words. */
function sentence(chart: MatrixChart, fields: MatrixInput['fields'], locale: Locale): string {
  const t = breakdownMessages[locale].matrix.sentence;
  if (chart.total === 0) return t.nothing;
  const isRelated = (a: MatrixHead, b: MatrixHead) =>
    fields[0] === fields[1] &&
    !isPlaceField(fields[0]) &&
    (a.code === b.code || parentOf(fields[0], a.code) === b.code || parentOf(fields[0], b.code) === a.code);
  const candidates = chart.rows.heads.flatMap((row, i) =>
    chart.columns.heads.flatMap((column, j) => {
      const count = chart.cells[i]?.[j] ?? 0;
      const base = chart.shares === 'row' ? row.total : column.total;
      if (row.apart || column.apart || count === 0 || isRelated(row, column)) return [];
      if (chart.shares !== 'none' && base < leastSure) return [];
      return [{ row, column, count, value: chart.shares === 'none' ? count : count / base }];
    }),
  );
  const most = Math.max(...candidates.map(({ value }) => value));
  const found = candidates.find(({ value }) => value === most);
  const number = (value: number) => formatNumber(value, locale);
  if (!found) return chart.shares === 'none' ? t.nothing : t.unsure;
  const { row, column, count, value } = found;
  if (chart.shares === 'none') return t.counts(row.label, column.label, number(count), number(chart.total));
  const [of, what] = chart.shares === 'row' ? [row, column] : [column, row];
  return t.shares(of.label, what.label, fineShareText(value, locale), number(of.total));
}

/** Most rows and columns that a page is sent; the files have all. */
const mostSent = 60;

/** The matrix as a page needs it. Pure. */
export function matrixOnScreen(chart: MatrixChart): MatrixChart {
  return matrixPart(chart, mostSent, mostSent);
}
