import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MatrixCard } from '@/components/explore/matrix-card';
import { defaultView } from '@/lib/explore/view';
import { noFilters } from '@/lib/incidents/selection';
import { matrixChart } from '../charts/place-samples';

test('the card says where a click leads, and that a filter has no place for two values of one field', () => {
  const draw = (locale: 'en' | 'zh', isSame: boolean) => {
    const chart = matrixChart(locale);
    const shown = isSame ? { ...chart, columns: { ...chart.rows } } : chart;
    const selection = { filters: noFilters, view: defaultView };
    return renderToStaticMarkup(<MatrixCard chart={shown} selection={selection} locale={locale} />);
  };
  expect(draw('en', false)).toContain('Click a number to see its incidents');
  for (const [locale, words] of [
    ['en', 'A filter cannot ask for two values of one field together'],
    ['zh', '筛选无法要求同一字段的两个值同时出现'],
  ] as const) {
    expect(draw(locale, true)).toContain(words);
    expect(draw(locale, false)).not.toContain(words);
  }
  expect(draw('en', true)).not.toContain('Click a number to see its incidents');
});
