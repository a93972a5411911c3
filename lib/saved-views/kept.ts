import { type ExploreView, viewEntries } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { savedMessages } from '@/lib/i18n/messages/saved';

/** What a saved view keeps beside its filter, as a reader would name it, by parameter; null = it is of an export alone. */
const parts = {
  versus: 'versus',
  by: 'time',
  draw: 'time',
  split: 'time',
  show: 'time',
  mean: 'time',
  bursts: 'time',
  lane: 'time',
  map: 'map',
  level: 'map',
  area: 'map',
  bars: 'bars',
  matrix: 'matrix',
  shares: 'matrix',
  sort: 'sort',
  cols: 'columns',
  widths: 'columns',
  pin: 'columns',
  density: 'columns',
  page: 'page',
  record: 'record',
  off: 'off',
  lang: null,
} as const satisfies Record<string, string | null>;

/**
 * What of a view is not as usual, and is kept with a saved view, in words: "comparison with a year before, settings of
 * the chart over time". '' = all is as usual. Pure.
 */
export function keptInWords(view: ExploreView, locale: Locale): string {
  const set = new Set(viewEntries(view).flatMap(([name, value]) => (value === null ? [] : [name])));
  const named = new Set(
    Object.entries(parts).flatMap(([name, part]) => (part !== null && set.has(name) ? [part] : [])),
  );
  const { kept, comparison } = savedMessages[locale];
  return [...named]
    .map((part) => (part === 'versus' && view.compare ? comparison[view.compare.kind] : kept[part]))
    .join(locale === 'zh' ? '、' : ', ');
}
