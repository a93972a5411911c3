import { type Selection, selectionQuery } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';

/** The address of a chart in one format, in the language of the reader. */
export function chartAddress(name: string, format: string, selection: Selection, locale: Locale): string {
  const view = { ...selection.view, page: 1, cols: null, lang: locale === 'zh' ? ('zh' as const) : null };
  return `/charts/${name}.${format}${selectionQuery({ filters: selection.filters, view })}`;
}
