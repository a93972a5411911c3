import { type Selection, selectionQuery } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';

/** A file that a chart can be saved as. */
export type ChartExport = { label: string; href: string };

/** Addresses of a chart's image and series under the selection that the page shows. */
export function chartExports(name: string, selection: Selection, locale: Locale): ChartExport[] {
  const t = exploreMessages[locale].card;
  const at = (format: string) => chartAddress(name, format, selection, locale);
  const png = at('png');
  return [
    { label: t.exportPng, href: png },
    { label: t.exportPng2, href: `${png}${png.includes('?') ? '&' : '?'}scale=2` },
    { label: t.exportSvg, href: at('svg') },
    { label: t.exportCsv, href: at('csv') },
  ];
}

/** The address of a chart in one format, in the language of the reader. */
export function chartAddress(name: string, format: string, selection: Selection, locale: Locale): string {
  const view = { ...selection.view, page: 1, cols: null, lang: locale === 'zh' ? ('zh' as const) : null };
  return `/charts/${name}.${format}${selectionQuery({ filters: selection.filters, view })}`;
}
