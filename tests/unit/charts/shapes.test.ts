import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontsFor } from '@/lib/charts/fonts';
import { type ImageShape, shapeSizes } from '@/lib/charts/shapes';
import {
  breakdownChartSvg,
  districtChartSvg,
  matrixChartSvg,
  type SvgOptions,
  timeChartSvg,
} from '@/lib/charts/svg/charts';
import { comparisonTimeSvg } from '@/lib/charts/svg/comparison';
import { comparisonBarsSvg } from '@/lib/charts/svg/comparison-bars';
import { inShape } from '@/lib/charts/svg/shape';
import type { BreakdownChart, ChartFrame } from '@/lib/charts/types';
import { type Locale, locales } from '@/lib/i18n/locale';
import { comparedBars, comparedTime } from './comparison-samples';
import { breakdownChart, districtChart, matrixChart } from './place-samples';
import { barsChart, dotsChart, frame, long } from './samples';
import { modes } from './time-samples';
import { boxOf, collisions, type Node, parse, textOf, visibleTexts, words } from './xml';

type Draw = (locale: Locale, frame: Partial<ChartFrame>, options: SvgOptions) => Promise<string>;

/** A drawing of a sample whose frame can be changed. */
const kind =
  <Chart extends { frame: ChartFrame }>(
    sample: (locale: Locale) => Chart,
    svg: (chart: Chart, options: SvgOptions) => Promise<string>,
  ): Draw =>
  (locale, change, options) => {
    const chart = sample(locale);
    return svg({ ...chart, frame: { ...chart.frame, ...change } }, options);
  };

/** More rows than a frame has room for at the usual size of type, some of them with long labels. */
function longBreakdown(locale: Locale): BreakdownChart {
  const chart = breakdownChart(locale);
  const [row] = chart.rows;
  const rows = Array.from({ length: 60 }, (_, i) => ({
    code: `r${i}`,
    label: i % 9 === 0 ? long[locale] : `${i}`,
    count: 1000 - i,
  }));
  return { ...chart, rows: row ? rows.map((one) => ({ ...row, ...one })) : [] };
}

const usual: Record<string, Draw> = {
  bars: kind(barsChart, timeChartSvg),
  dots: kind(dotsChart, timeChartSvg),
  district: kind(districtChart, districtChartSvg),
  breakdown: kind(breakdownChart, breakdownChartSvg),
};
const kinds: Record<string, Draw> = {
  ...usual,
  ...Object.fromEntries(Object.entries(modes).map(([name, sample]) => [name, kind(sample, timeChartSvg)])),
  matrix: kind(matrixChart, matrixChartSvg),
  'compared time': kind(comparedTime, comparisonTimeSvg),
  'compared bars': kind(comparedBars, comparisonBarsSvg),
  'long breakdown': kind(longBreakdown, breakdownChartSvg),
};
const shapes = ['16:9', '1:1'] as const satisfies ImageShape[];
const worst = (locale: Locale): Partial<ChartFrame> => ({
  synthetic: 1,
  title: long[locale],
  subtitle: `${long[locale]} ${locale === 'en' ? long.unbroken : long.unbrokenZh}`,
  source: locale === 'en' ? long.unbroken : long.unbrokenZh,
  notes: [long[locale], long[locale]],
  permalink: `https://daybook.example/?q=${encodeURIComponent(long[locale])}&${'x'.repeat(400)}`,
});

/** Texts that leave the part of the drawing that is shown. */
function outsideView(root: Node): string[] {
  const [left = 0, top = 0, width = 0, height = 0] = (root.attributes.viewBox ?? '').split(' ').map(Number);
  return visibleTexts(root)
    .map(boxOf)
    .filter(
      (box) =>
        box.left < left - 0.5 || box.right > left + width + 0.5 || box.top < top || box.bottom > top + height,
    )
    .map(({ text }) => text);
}

describe.each(Object.entries(kinds))('%s', (_, draw) => {
  it.each(shapes)('is as large as asked as %s, with every word inside and apart', async (shape) => {
    for (const locale of locales)
      for (const change of locale === 'en' ? [{}, worst('en')] : [worst('zh')]) {
        const root = parse(
          await inShape(shape, (options) => draw(locale, change, options), { fonts: 'none' }),
        );
        const size = shapeSizes[shape];
        expect([root.attributes.width, root.attributes.height]).toEqual([
          String(size?.width),
          String(size?.height),
        ]);
        const [, , width = 0, height = 1] = (root.attributes.viewBox ?? '').split(' ').map(Number);
        expect(width / height).toBeCloseTo((size?.width ?? 0) / (size?.height ?? 1), 2);
        expect(outsideView(root)).toEqual([]);
        expect(collisions(root)).toEqual([]);
        const text = words(root).replace(/\s/g, '');
        for (const part of [change.title, change.subtitle, change.source, change.permalink])
          expect(text).toContain((part ?? '').replace(/\s/g, ''));
      }
  });

  it('is left as it is where no shape is asked for', async () => {
    expect(await inShape('screen', (options) => draw('en', {}, options), { fonts: 'none' })).toBe(
      await draw('en', {}, { fonts: 'none' }),
    );
  });
});

describe('type stays readable', () => {
  it('an ordinary chart fills its shape at the usual size', async () => {
    for (const kind of Object.keys(usual))
      for (const shape of shapes) {
        const svg = await inShape(shape, (options) => (usual[kind] as Draw)('en', {}, options), {
          fonts: 'none',
        });
        const size = shapeSizes[shape];
        expect(parse(svg).attributes.viewBox).toBe(`0 0 ${size?.width} ${size?.height}`);
      }
  });
});

describe('another program than the browser', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'daybook-shapes-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The pixels of a drawing as resvg makes them, fonts from files. */
  async function pixels(
    svg: string,
    fontsOf: string,
  ): Promise<{ data: Uint8Array; width: number; height: number }> {
    const files = await Promise.all(
      (await fontsFor(fontsOf)).map(async ({ face, font }) => {
        const file = path.join(folder, `${face}.ttf`);
        await writeFile(file, font);
        return file;
      }),
    );
    const image = new Resvg(svg, {
      background: '#ffffff',
      font: { loadSystemFonts: false, fontFiles: files, defaultFontFamily: 'Inter' },
    }).render();
    return { data: image.pixels, width: image.width, height: image.height };
  }

  it.each(locales)('draws every text where it stands, of a fixed shape too (%s)', async (locale) => {
    for (const kind of ['dots', 'district'] as const)
      for (const shape of ['screen', ...shapes] as const) {
        const svg = await inShape(shape, (options) => (usual[kind] as Draw)(locale, frame(locale), options), {
          fonts: 'none',
        });
        const root = parse(svg);
        const withText = await pixels(svg, svg);
        const without = await pixels(svg.replace(/<text[^>]*>.*?<\/text>/gs, ''), svg);
        const [, , viewWidth = 1] = (root.attributes.viewBox ?? '').split(' ').map(Number);
        const scale = withText.width / viewWidth;
        const missing = visibleTexts(root).filter((node) => {
          const box = boxOf(node);
          for (let y = Math.floor(box.top * scale); y < box.bottom * scale; y++)
            for (let x = Math.floor(box.left * scale); x < box.right * scale; x++) {
              const at = (y * withText.width + x) * 4;
              if (withText.data[at] !== without.data[at] || withText.data[at + 1] !== without.data[at + 1])
                return false;
            }
          return true;
        });
        expect(missing.map(textOf)).toEqual([]);
      }
  });
});
