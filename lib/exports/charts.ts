import 'server-only';
import { svgToPng } from '@/lib/charts/png';
import type { ImageShape } from '@/lib/charts/shapes';
import {
  breakdownChartSvg,
  districtChartSvg,
  matrixChartSvg,
  type SvgOptions,
  timeChartSvg,
} from '@/lib/charts/svg/charts';
import { inShape } from '@/lib/charts/svg/shape';
import type { ChartFrame } from '@/lib/charts/types';
import { AppError } from '@/lib/errors';
import { isSplitField } from '@/lib/explore/breakdowns';
import {
  type Asking,
  exploreBreakdown,
  exploreDistricts,
  exploreMatrix,
  exploreTime,
} from '@/lib/explore/explore';
import type { Selection } from '@/lib/explore/view';
import { faults } from '@/lib/i18n/messages/faults';
import { drawComparison } from './compare-charts';
import type { CountsFile } from './counts';
import { breakdownCsv, districtsCsv, matrixCsv } from './series';
import { timeCsv } from './time-series';

/** A chart as a file. */
export type ChartFile = {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  /** Counted incidents that are made up; of a comparison those of both sides together. */
  synthetic: number;
  /** Rows of a series; null = an image. */
  rows: number | null;
};

const formats = ['svg', 'png', 'csv'] as const;
type Format = (typeof formats)[number];

/** A finished chart that can draw itself and print its series. */
export type Drawable = {
  frame: ChartFrame;
  svg: (options: SvgOptions) => Promise<string>;
  csv: () => CountsFile;
};

/**
 * A chart by the name in its address: `over-time`, `by-district`, `matrix`, or a field that is broken down (`issue` …),
 * with `.svg`, `.png` or `.csv`. `scale` multiplies the pixels of a PNG; `shape` is that of either image.
 * @throws AppError `not-found` for a name that is no chart.
 */
export async function chartFile(
  name: string,
  selection: Selection,
  asking: Asking,
  image: { scale: 1 | 2 | 4; shape: ImageShape },
): Promise<ChartFile> {
  const [chart = '', format = ''] = name.split('.');
  const drawable = isFormat(format) ? await draw(chart, selection, asking) : null;
  if (!drawable || !isFormat(format)) {
    throw new AppError('not-found', faults.noChart(name.slice(0, 60)));
  }
  const { synthetic } = drawable.frame;
  if (format === 'csv') {
    const { text, rows } = drawable.csv();
    return { body: text, type: 'text/csv; charset=utf-8', synthetic, rows };
  }
  const svg = await inShape(image.shape, drawable.svg);
  if (format === 'svg') return { body: svg, type: 'image/svg+xml; charset=utf-8', synthetic, rows: null };
  return { body: await svgToPng(svg, image.scale), type: 'image/png', synthetic, rows: null };
}

function isFormat(text: string): text is Format {
  return formats.some((format) => format === text);
}

async function draw(name: string, selection: Selection, asking: Asking): Promise<Drawable | null> {
  if (name === 'over-time') {
    const chart = await exploreTime(selection, asking);
    return drawn(chart, timeChartSvg, timeCsv);
  }
  if (name === 'by-district') {
    const chart = await exploreDistricts(selection, asking);
    return chart && drawn(chart, districtChartSvg, districtsCsv);
  }
  if (name === 'matrix') {
    const chart = await exploreMatrix(selection, asking);
    return drawn(chart, matrixChartSvg, matrixCsv);
  }
  if (isSplitField(name)) {
    const chart = await exploreBreakdown(name, selection, asking);
    return drawn(chart, breakdownChartSvg, breakdownCsv);
  }
  return drawComparison(name, selection, asking);
}

function drawn<Chart extends { frame: ChartFrame }>(
  chart: Chart,
  svg: (chart: Chart, options: SvgOptions) => Promise<string>,
  csv: (chart: Chart) => CountsFile,
): Drawable {
  return { frame: chart.frame, svg: (options) => svg(chart, options), csv: () => csv(chart) };
}
