import 'server-only';
import { svgToPng } from '@/lib/charts/png';
import { breakdownChartSvg, districtChartSvg, timeChartSvg } from '@/lib/charts/svg/charts';
import { AppError } from '@/lib/errors';
import { isBreakdownKey } from '@/lib/explore/charts';
import { type Asking, exploreBreakdown, exploreDistricts, exploreTime } from '@/lib/explore/explore';
import type { Selection } from '@/lib/explore/view';
import { breakdownCsv, districtsCsv, timeCsv } from './series';

/** A chart as a file. */
export type ChartFile = { body: string | Uint8Array<ArrayBuffer>; type: string };

const formats = ['svg', 'png', 'csv'] as const;
type Format = (typeof formats)[number];

/** A finished chart that can draw itself and print its series. */
type Drawable = { svg: () => Promise<string>; csv: () => string };

/**
 * A chart by the name in its address: `over-time`, `by-district`, or a field that is broken down (`issue` …),
 * with `.svg`, `.png` or `.csv`. `scale` multiplies the pixels of a PNG.
 * @throws AppError `not-found` for a name that is no chart.
 */
export async function chartFile(
  name: string,
  selection: Selection,
  asking: Asking,
  scale: 1 | 2 | 4,
): Promise<ChartFile> {
  const [chart = '', format = ''] = name.split('.');
  const drawable = isFormat(format) ? await draw(chart, selection, asking) : null;
  if (!drawable || !isFormat(format)) {
    throw new AppError(
      'not-found',
      `There is no chart “${name.slice(0, 60)}”. Try over-time.svg or by-district.png.`,
    );
  }
  switch (format) {
    case 'csv':
      return { body: drawable.csv(), type: 'text/csv; charset=utf-8' };
    case 'svg':
      return { body: await drawable.svg(), type: 'image/svg+xml; charset=utf-8' };
    case 'png':
      return { body: await svgToPng(await drawable.svg(), scale), type: 'image/png' };
  }
}

function isFormat(text: string): text is Format {
  return formats.some((format) => format === text);
}

async function draw(name: string, selection: Selection, asking: Asking): Promise<Drawable | null> {
  if (name === 'over-time') {
    const chart = await exploreTime(selection, asking);
    return { svg: () => timeChartSvg(chart), csv: () => timeCsv(chart) };
  }
  if (name === 'by-district') {
    const chart = await exploreDistricts(selection, asking);
    return chart && { svg: () => districtChartSvg(chart), csv: () => districtsCsv(chart) };
  }
  if (isBreakdownKey(name)) {
    const chart = await exploreBreakdown(name, selection, asking);
    return { svg: () => breakdownChartSvg(chart), csv: () => breakdownCsv(chart) };
  }
  return null;
}
