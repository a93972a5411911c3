import 'server-only';
import { comparisonTimeSvg } from '@/lib/charts/svg/comparison';
import { comparisonBarsSvg } from '@/lib/charts/svg/comparison-bars';
import { AppError } from '@/lib/errors';
import { comparisonBars, mostPairs } from '@/lib/explore/compare/bars';
import { isComparedField } from '@/lib/explore/compare/values';
import { type Asking, exploreComparison } from '@/lib/explore/explore';
import type { Selection } from '@/lib/explore/view';
import { compareMessages } from '@/lib/i18n/messages/compare';
import type { Drawable } from './charts';
import { changeCsv, comparedTimeCsv } from './compare';

const names = /^compare-(over-time|table|shares)(?:-([a-z]+))?$/;

/**
 * A chart of the comparison that a selection asks for, by its name: `compare-over-time`; `compare-table`, pairs of
 * bars by rate, or `compare-shares`, by share, both with a field behind it (`compare-table-issue`; types without).
 * The series of the latter two is the whole change table. Null for another name.
 * @throws AppError `invalid` when the selection asks for no comparison, or for a year before without dates.
 */
export async function drawComparison(
  name: string,
  selection: Selection,
  asking: Asking,
): Promise<Drawable | null> {
  const [, chart, field = 'type'] = names.exec(name) ?? [];
  if (!chart || !isComparedField(field)) return null;
  const found = await exploreComparison(selection, asking);
  if (!found?.a || !found.result) throw noComparison(selection, asking);
  const sides = { a: found.a, b: found.b, result: found.result };
  if (chart === 'over-time') {
    const { time } = sides.result;
    return {
      frame: time.frame,
      svg: (options) => comparisonTimeSvg(time, options),
      csv: () => comparedTimeCsv(time),
    };
  }
  const measure = chart === 'table' ? 'rate' : 'share';
  const bars = comparisonBars(sides, { field, measure, order: 'change', most: mostPairs }, asking.locale);
  return {
    frame: bars.frame,
    svg: (options) => comparisonBarsSvg(bars, options),
    csv: () => changeCsv(sides),
  };
}

/** What is said where a selection asks for no comparison, or for a year before without dates. */
export function noComparison({ view }: Selection, { locale }: Pick<Asking, 'locale'>): AppError {
  const t = compareMessages[locale];
  const message = view.compare ? t.noDates : t.noComparison;
  return new AppError('invalid', message, {
    fields: [{ field: 'versus', value: view.compare?.kind ?? '', message }],
  });
}
