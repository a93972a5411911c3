import { describe, expect, it } from 'vitest';
import { breakdownChartSvg, districtChartSvg, matrixChartSvg, timeChartSvg } from '@/lib/charts/svg/charts';
import { breakdownChart, districtChart, matrixChart } from './place-samples';
import { barsChart, dotsChart } from './samples';

/** One element a line, so that a difference can be read. */
const lines = (svg: string) => svg.replace(/></g, '>\n<');
const small = { width: 640, fonts: 'none' } as const;

describe('drawings stay as they are', () => {
  it('bars', async () => {
    const chart = barsChart('en');
    const few = { ...chart, buckets: chart.buckets.slice(1, 6), periods: chart.periods.slice(0, 1) };
    await expect(lines(await timeChartSvg(few, small))).toMatchFileSnapshot('snapshots/bars.svg');
  });

  it('dots', async () => {
    await expect(lines(await timeChartSvg(dotsChart('zh'), small))).toMatchFileSnapshot('snapshots/dots.svg');
  });

  it('districts', async () => {
    await expect(
      lines(await districtChartSvg(districtChart('en'), { ...small, width: 800 })),
    ).toMatchFileSnapshot('snapshots/districts.svg');
  });

  it('breakdown', async () => {
    await expect(lines(await breakdownChartSvg(breakdownChart('zh'), small))).toMatchFileSnapshot(
      'snapshots/breakdown.svg',
    );
  });

  it('matrix, with the longest labels', async () => {
    const chart = matrixChart('en', { shares: 'row' });
    const longest = (side: typeof chart.rows, label: string) => ({
      ...side,
      heads: side.heads.map((head, at) => (at === 0 ? { ...head, label } : head)),
    });
    const long = {
      ...chart,
      rows: longest(chart.rows, 'Ethnicity, religion and language'),
      columns: longest(chart.columns, 'Head of the publicity department'),
    };
    await expect(lines(await matrixChartSvg(long, small))).toMatchFileSnapshot('snapshots/matrix.svg');
  });

  it('matrix in Chinese', async () => {
    await expect(
      lines(await matrixChartSvg(matrixChart('zh'), { ...small, width: 420 })),
    ).toMatchFileSnapshot('snapshots/matrix-zh.svg');
  });
});
