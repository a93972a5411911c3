import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DataPanel } from '@/components/exports/data-panel';
import { defaultView } from '@/lib/explore/view';
import type { ExportPreview } from '@/lib/exports/preview';
import type { Locale } from '@/lib/i18n/locale';
import { noFilters } from '@/lib/incidents/selection';

const a: ExportPreview['comparedWith'] = {
  filters: { ...noFilters, from: '2018' },
  filter: 'Dates: since 2018',
  counts: { kept: 1_290, leftOut: 9 },
  xlsx: null,
};
const preview: ExportPreview = {
  filter: 'Dates: since 2019',
  counts: { all: 20_000, kept: 200, leftOut: 0 },
  synthetic: false,
  xlsx: null,
  datasets: [],
  cite: { text: '', bibtex: '', ris: '', csl: '' },
  comparedWith: a,
};

/** The words of the panel, its buttons and choices among them. */
function wordsOf(chart: string, known: ExportPreview | null, locale: Locale): string {
  return renderToStaticMarkup(
    <DataPanel
      selection={{ filters: { ...noFilters, from: '2019' }, view: defaultView }}
      locale={locale}
      chart={{ name: chart, title: 'A chart' }}
      counts={{ kept: 200 }}
      synthetic={false}
      known={known ? { state: 'ready', preview: known } : { state: 'loading', preview: null }}
    />,
  ).replace(/<[^>]+>/g, '|');
}

describe('the records that an export dialog offers', () => {
  test('of a figure of a comparison are those of B, and those of A can be chosen, each with its number', () => {
    const words = wordsOf('compare-over-time', preview, 'en');
    expect(words).toContain('|Download 200 incidents of B as CSV|');
    expect(words).toContain('|B (200)|');
    expect(words).toContain('|A (1,281)|');
    const chinese = wordsOf('compare-table-type', preview, 'zh');
    expect(chinese).toContain('|下载 B 的 200 起事件（CSV 文件）|');
    expect(chinese).toContain('|A（1,281 起）|');
  });

  test('of a figure of a comparison have no number before it is known', () => {
    expect(wordsOf('compare-over-time', null, 'en')).toMatch(/\|B\|.*\|A\|.*\|Counting the records …\|/);
  });

  test('of another chart are of one selection', () => {
    const words = wordsOf('over-time', { ...preview, comparedWith: null }, 'en');
    expect(words).toContain('|Download 200 incidents as CSV|');
    expect(words).not.toContain('Records of');
  });
});
