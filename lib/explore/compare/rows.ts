import type { ComparedRow } from '@/lib/charts/types-comparison';
import type { Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { ratioWord } from './change';
import type { ChangeGroup, ChangeRow, ComparedSide } from './types';
import { type CompareMeasure, changeText, ratioOf, ratioText, shareText, threeFigures } from './words';

/** Orders of the rows: by how sure and large the change is, or by incidents. */
export type RowOrder = 'change' | 'size';

/**
 * The rows of a field in order. By change: those whose interval does not hold 1 first, then those that may be
 * chance, each by how far their ratio is from 1; those with too few incidents last. By size: narrower terms stay
 * under their broader one, and classes of size in their own order. Pure.
 */
export function inOrder(group: ChangeGroup, order: RowOrder, measure: CompareMeasure): ChangeRow[] {
  const { rows, field } = group;
  const size = ({ a, b }: ChangeRow) => a + b;
  const bySize = (some: readonly ChangeRow[]) => [...some].sort((one, other) => size(other) - size(one));
  if (order === 'size') {
    if (field === 'size') return rows;
    // A narrower term follows its broader one in the order of the codebook.
    const tops = rows.flatMap((row, at) => (row.depth === 0 ? [{ row, at }] : []));
    const orphans = rows.slice(0, tops[0]?.at ?? rows.length);
    const families = tops.map(({ row, at }, i) => [row, ...bySize(rows.slice(at + 1, tops[i + 1]?.at))]);
    const sorted = families.sort(([one], [other]) => (other ? size(other) : 0) - (one ? size(one) : 0));
    return [...sorted.flat(), ...bySize(orphans)];
  }
  const rank = ({ change }: ChangeRow) => {
    const ratio = ratioOf(change, measure);
    return ratio ? (ratioWord(ratio).sure ? 0 : 1) : 2;
  };
  const distance = ({ change }: ChangeRow) => {
    const ratio = ratioOf(change, measure);
    return ratio ? Math.abs(Math.log(ratio.value)) : 0;
  };
  return rows
    .map((row) => ({ ...row, depth: 0 as const }))
    .sort(
      (one, other) => rank(one) - rank(other) || distance(other) - distance(one) || size(other) - size(one),
    );
}

/** The measure that a comparison can be made by: without days there are no rates. */
export function measureFor(asked: CompareMeasure, a: ComparedSide, b: ComparedSide): CompareMeasure {
  return a.observed?.days && b.observed?.days ? asked : 'share';
}

/** The rows of a chart of pairs of bars. Lengths are rates per day or shares; the bars have their counts beside them. */
export function barRows(
  rows: readonly ChangeRow[],
  { a, b }: { a: ComparedSide; b: ComparedSide },
  measure: CompareMeasure,
  locale: Locale,
): ComparedRow[] {
  const length = (count: number, side: ComparedSide) =>
    measure === 'rate' ? count / (side.observed?.days || 1) : count / Math.max(1, side.incidents);
  const detail = (count: number, side: ComparedSide) =>
    measure === 'rate'
      ? compareMessages[locale].perDay(threeFigures(length(count, side), locale))
      : shareText(length(count, side), locale);
  return rows.map((row) => ({
    code: row.code,
    label: row.label,
    depth: row.depth,
    a: row.a,
    b: row.b,
    lengthA: length(row.a, a),
    lengthB: length(row.b, b),
    // Below ten on either side the counts stand alone.
    detailA: row.change ? detail(row.a, a) : '',
    detailB: row.change ? detail(row.b, b) : '',
    change: rowChange(row, measure, locale),
  }));
}

/** The change of a row in words: "1.42 (1.21 to 1.66), large increase", or that there are too few. */
export function rowChange({ change }: ChangeRow, measure: CompareMeasure, locale: Locale): string {
  const t = compareMessages[locale];
  if (!change) return t.tooFew;
  const ratio = ratioOf(change, measure);
  return ratio ? ratioText(ratio, locale) + t.comma + changeText(ratio, locale) : t.noDays;
}
