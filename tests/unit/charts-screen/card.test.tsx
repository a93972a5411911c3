import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChartCard } from '@/components/charts/chart-card';
import { MatrixSkeleton } from '@/components/charts/matrix-skeleton';
import { mostShown } from '@/lib/charts/matrix';
import { matrixChart } from '../charts/place-samples';

describe('ChartCard', () => {
  const { frame } = matrixChart('en');
  const card = (synthetic: number) =>
    renderToStaticMarkup(<ChartCard frame={{ ...frame, synthetic }} chart="drawn" table={null} />);

  it('is marked beside its title where records in it are made up, and the title stays a title', () => {
    expect(card(3).match(/Synthetic data/g)).toHaveLength(1);
    expect(card(3)).toMatch(/<\/h2><span[^>]*>Synthetic data</);
    expect(card(0)).not.toContain('Synthetic');
  });
});

describe('MatrixSkeleton', () => {
  const chart = matrixChart('en');
  const rowsOf = (count: number) => {
    const heads = Array.from({ length: count }, (_, at) => ({
      ...(chart.rows.heads[0] as (typeof chart.rows.heads)[number]),
      code: `row${at}`,
    }));
    const html = renderToStaticMarkup(
      <MatrixSkeleton chart={{ ...chart, rows: { ...chart.rows, heads } }} words="on its way" />,
    );
    expect(html).toContain('on its way');
    expect(html).not.toMatch(/\sstyle=/);
    return html.match(/class="[^"]*row[^"]*"/g)?.length;
  };

  it('keeps a line for each row that will be shown, and for their sum', () => {
    expect(rowsOf(4)).toBe(5);
    expect(rowsOf(mostShown + 40)).toBe(mostShown + 1);
  });
});
