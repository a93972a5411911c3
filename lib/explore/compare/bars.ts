import type { ComparisonBarsChart } from '@/lib/charts/types-comparison';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { barRows, inOrder, measureFor, type RowOrder } from './rows';
import type { ComparedSide, ComparisonResult } from './types';
import type { ComparedField } from './values';
import type { CompareMeasure } from './words';

/** Most rows that an image draws as pairs of bars. */
export const mostPairs = 20;

/**
 * The values of one field as pairs of bars, in the order asked for. Rows beyond `most` are left to the table, and the
 * notes say how many. Pure.
 */
export function comparisonBars(
  { a, b, result }: { a: ComparedSide; b: ComparedSide; result: ComparisonResult },
  asked: { field: ComparedField; measure: CompareMeasure; order: RowOrder; most: number },
  locale: Locale,
): ComparisonBarsChart {
  const t = compareMessages[locale];
  const measure = measureFor(asked.measure, a, b);
  const group = result.groups.find(({ field }) => field === asked.field);
  const rows = group ? inOrder(group, asked.order, measure) : [];
  const rest = rows.length - asked.most;
  return {
    frame: {
      ...result.frame,
      title: t.changeTitle + t.colon + t.fields[asked.field],
      subtitle: t.changeSubtitle[measure],
      notes: [
        ...(rest > 0 ? [t.notes.rest(formatNumber(rest, locale))] : []),
        ...(group?.notes ?? []),
        ...result.frame.notes,
        t.notes.few,
        t.notes.classes,
        t.notes.method,
        t.notes.many,
      ],
    },
    field: asked.field,
    keys: { a: a.sentence, b: b.sentence },
    measure,
    rows: barRows(rows.slice(0, asked.most), { a, b }, measure, locale),
  };
}
