import { describe, expect, it } from 'vitest';
import { breakdownChartSvg, districtChartSvg, timeChartSvg } from '@/lib/charts/svg/charts';
import { breakdownChart, districtChart } from './place-samples';
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
});
