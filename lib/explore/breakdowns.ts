import { shareText } from '@/lib/charts/matrix';
import { breakdownColors } from '@/lib/charts/palette';
import type { BreakdownChart, BreakdownRow } from '@/lib/charts/types';
import { codesOf, findTerm } from '@/lib/codebook/vocabularies';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import {
  type Dimension,
  dimensions,
  isPlaceField,
  isSeveral,
  none,
  type SplitField,
  splitFields,
  unknown,
} from '@/lib/incidents/dimensions';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { type Names, valueLabel } from './describe';
import { type FrameBase, frame } from './frame';
import { ownFilter } from './own-filter';

/** Whether a text names a field that can be broken down. */
export function isSplitField(text: string): text is SplitField {
  return splitFields.some((field) => field === text);
}

/** The closed list of a field's codes; null = its values are open. */
export function vocabularyOf(field: SplitField) {
  return field in dimensions ? dimensions[field as Dimension].vocabulary : null;
}

/** Whether the values of a field have an order of their own, by which they are shown. */
export function isOrdered(field: string): boolean {
  return field === 'size' || field === 'precision' || field === 'status';
}

/**
 * Whether a code stands for incidents of which the field is not known, or known only to the country, or that have no
 * directive.
 */
export function isApart(field: string, code: string): boolean {
  if (field === 'place' || field === 'destination') return code === unknown || code.startsWith('@');
  return code === unknown || (code === none && (field === 'order' || field === 'office'));
}

/** Broader term of a code, where its field has terms of two levels; null = has none. */
export function parentOf(field: SplitField, code: string): string | null {
  const vocabulary = vocabularyOf(field);
  return (vocabulary && findTerm(vocabulary, code)?.parent) ?? null;
}

/** What is to be shown in the order of a breakdown or of a heading of a matrix. */
type Counted = { code: string; count: number };

/**
 * Values in the order in which they are shown: classes in that of the codebook, others by count with narrower
 * terms under their broader one; none and not known last. Equal counts keep the order in which they come. Pure.
 */
export function inOrder<Row extends Counted>(field: SplitField, rows: readonly Row[]): Row[] {
  const vocabulary = vocabularyOf(field);
  const place = new Map(vocabulary ? codesOf(vocabulary).map((code, at) => [code, at]) : []);
  const byBook = (a: Row, b: Row) => (place.get(a.code) ?? 0) - (place.get(b.code) ?? 0);
  const own = rows.filter(({ code }) => !isApart(field, code));
  const apart = rows.filter(({ code }) => isApart(field, code)).sort(byBook);
  if (isOrdered(field)) return [...own.sort(byBook), ...apart];
  const byCount = (some: Row[]) => [...some].sort((a, b) => b.count - a.count);
  const present = new Set(own.map(({ code }) => code));
  const isTop = ({ code }: Row) => !present.has(parentOf(field, code) ?? '');
  return [
    ...byCount(own.filter(isTop)).flatMap((top) => [
      top,
      ...byCount(own.filter(({ code }) => parentOf(field, code) === top.code)),
    ]),
    ...apart,
  ];
}

/** Most rows that a page is sent; the files have all. */
const mostRows = 200;

/**
 * Incidents by the values of one field, leaving out the field's own filter. Values that do not occur are left
 * out, unless the filter names them; classes of size are shown from the first to the last that occurs. `total`
 * = incidents that the filter keeps without that on the field itself, `kept` = with it. Places are those of
 * `byProvince`. Pure.
 */
export function breakdownChart(
  field: SplitField,
  counts: ReadonlyMap<string, number>,
  input: { filters: IncidentFilters; total: number; kept: number; names: Names; base: FrameBase },
): BreakdownChart {
  const { filters, total, kept, names, base } = input;
  const { locale } = base;
  const t = breakdownMessages[locale];
  const { any, not } = filters[field];
  const named = exploreMessages[locale].parts[field];
  const rows = shownCodes(field, counts, isPlaceField(field) ? [] : [...any, ...not]).map(
    (code): BreakdownRow => {
      const parent = parentOf(field, code);
      const excludedBy = parent !== null && not.includes(parent) ? parent : null;
      return {
        code,
        label: valueLabel(field, code, names, locale),
        count: counts.get(code) ?? 0,
        selected: any.includes(code),
        excluded: not.includes(code) || excludedBy !== null,
        ...(excludedBy !== null ? { excludedBy } : {}),
        depth: parent ? 1 : 0,
        apart: isApart(field, code),
      };
    },
  );
  const several = isSeveral(field);
  const own = kept === total ? null : ownFilter([field], filters, { kept, counted: total, locale });
  const said = sentence(rows, total, locale);
  return {
    frame: frame(
      { ...base, n: own?.n(base.n) ?? base.n },
      `${named}${exploreMessages[locale].colon}${t.subtitles[field]}`,
      [...(several ? [t.several] : []), ...(field === 'size' ? [t.sizes] : [])],
    ),
    sentence: own?.sentence(said) ?? said,
    key: field,
    rows: inOrder(field, rows),
    more: { rows: 0, incidents: 0 },
    several,
    ordered: isOrdered(field),
    color: breakdownColors[field] ?? '#A8A29A',
    total,
  };
}

/** The values that are shown: those that occur or are chosen; of sizes also the classes between. */
function shownCodes(
  field: SplitField,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
): string[] {
  const vocabulary = vocabularyOf(field);
  const occurs = (code: string) => (counts.get(code) ?? 0) > 0 || chosen.includes(code);
  const codes = vocabulary ? codesOf(vocabulary) : [...new Set([...counts.keys(), ...chosen])].sort();
  if (field !== 'size') return codes.filter(occurs);
  const classes = codes.filter((code) => code !== unknown);
  const [first, last] = [classes.findIndex(occurs), classes.findLastIndex(occurs)];
  return codes.filter((code, at) =>
    code === unknown ? occurs(code) : first >= 0 && at >= first && at <= last,
  );
}

function sentence(rows: readonly BreakdownRow[], total: number, locale: Locale): string {
  const t = breakdownMessages[locale].sentence;
  if (total === 0) return t.nothing;
  const number = (value: number) => formatNumber(value, locale);
  const top = rows
    .filter(({ apart, count }) => !apart && count > 0)
    .reduce<BreakdownRow | null>((most, row) => (most && most.count >= row.count ? most : row), null);
  if (!top) return t.allUnknown;
  const notKnown = rows.find(({ code }) => code === unknown)?.count ?? 0;
  return (
    t.most(top.label, number(top.count), number(total), shareText(top.count / total, locale)) +
    (notKnown > 0 ? t.unknown(number(notKnown)) : '')
  );
}

/** The chart as a page needs it: of an open list of values those that come first, none and not known with them. Pure. */
export function breakdownOnScreen(chart: BreakdownChart): BreakdownChart {
  if (chart.rows.length <= mostRows) return chart;
  const keep = new Set(chart.rows.filter(({ apart, selected, excluded }) => apart || selected || excluded));
  const others = chart.rows.filter((row) => !keep.has(row));
  const left = new Set(others.slice(Math.max(0, mostRows - keep.size)));
  return {
    ...chart,
    rows: chart.rows.filter((row) => !left.has(row)),
    more: { rows: left.size, incidents: [...left].reduce((sum, { count }) => sum + count, 0) },
  };
}
