import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedFontCss, fontFolder, hanFont } from '@/lib/charts/fonts';
import { svgToPng } from '@/lib/charts/png';
import { type AdvanceRun, advances } from '@/lib/charts/svg/advances';
import { breakdownChartSvg, districtChartSvg, timeChartSvg } from '@/lib/charts/svg/charts';
import { measure, type TextStyle } from '@/lib/charts/svg/measure';
import { readFont } from '@/lib/charts/truetype';
import { AppError } from '@/lib/errors';
import { breakdownChart, districtChart } from './place-samples';
import { barsChart, dotsChart, long } from './samples';
import { parse } from './xml';

let empty = '';
beforeAll(async () => {
  empty = await mkdtemp(path.join(tmpdir(), 'daybook-no-fonts-'));
});
afterAll(() => rm(empty, { recursive: true }));

const fontOf = async (name: string) => readFont(await readFile(path.join(fontFolder, `${name}.ttf`)));

describe('the table of widths', () => {
  it.each(Object.keys(advances))('says what %s.ttf says', async (name) => {
    const font = await fontOf(name);
    const at = (tag: string) => font.tables.get(tag)?.offset ?? 0;
    const unitsPerEm = font.bytes.readUInt16BE(at('head') + 18);
    const full = font.bytes.readUInt16BE(at('hhea') + 34);
    const wanted = [...font.glyphs]
      .sort((a, b) => a[0] - b[0])
      .map(([code, glyph]) => [
        code,
        Math.round((font.bytes.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, full - 1)) * 1000) / unitsPerEm),
      ]);
    const table: readonly AdvanceRun[] = advances[name as keyof typeof advances];
    expect(table.flatMap(([first, widths]) => widths.map((width, i) => [first + i, width]))).toEqual(wanted);
  });

  it.each<[TextStyle, string]>([
    ['body', "Inter, 'Noto Sans SC'"],
    ['strong', "Inter, 'Noto Sans SC'"],
    ['title', "'Source Serif 4', 'Noto Sans SC'"],
  ])('is never less than what is drawn: %s', async (style, family) => {
    const han = await Promise.all(
      (['noto-sans-sc-400', 'noto-sans-sc-700'] as const).map((face) => hanFont(face, long.zh)),
    );
    const files = ['inter-400', 'inter-600', 'source-serif-600'].map((name) =>
      path.join(fontFolder, `${name}.ttf`),
    );
    expect(han.every((font) => font !== null)).toBe(true);
    for (const text of [
      long.en,
      'WAVE To. AVAILABLE 1,234,567',
      'https://daybook.example/?a=b&c=d~e',
      long.unbroken,
    ]) {
      const weight = style === 'body' ? 400 : 600;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text x="50" y="100" font-size="20" font-weight="${weight}" font-family="${family}">${text.replaceAll('&', '&amp;')}</text></svg>`;
      const box = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: files } }).getBBox();
      const drawn = box?.width ?? 0;
      const measured = measure(text, style, 20);
      expect(drawn).toBeGreaterThan(measured * 0.93);
      expect(drawn).toBeLessThan(measured * 1.01);
    }
  });
});

describe('hanFont', () => {
  it('puts glyphs of many files into one font that can be read again', async () => {
    const chars = '湛江市群体性事件上访雷州吴川霞山遂溪徐闻廉江麻章坡头赤坎〇①→≥';
    for (const face of ['noto-sans-sc-400', 'noto-sans-sc-700'] as const) {
      const bytes = await hanFont(face, chars);
      const font = readFont(bytes ?? Buffer.alloc(0));
      expect([...font.glyphs.keys()].sort((a, b) => a - b)).toEqual(
        [...new Set([...chars].map((char) => char.codePointAt(0) ?? 0))].sort((a, b) => a - b),
      );
      // HarfBuzz reads it too.
      const again = await subsetFont(bytes ?? Buffer.alloc(0), '湛江', { targetFormat: 'truetype' });
      expect([...readFont(Buffer.from(again)).glyphs.keys()].sort()).toEqual([0x6c5f, 0x6e5b]);
    }
  });

  it('leaves out what the family does not have', async () => {
    expect(await hanFont('noto-sans-sc-400', '\u{1f980}\u0f40')).toBeNull();
    const font = readFont((await hanFont('noto-sans-sc-400', '\u{1f980}湛')) ?? Buffer.alloc(0));
    expect([...font.glyphs.keys()]).toEqual([0x6e5b]);
  });
});

describe('embeddedFontCss', () => {
  it('carries only the faces and characters used', async () => {
    const css = await embeddedFontCss({ 'inter-400': 'Incidents', 'noto-sans-sc-700': '湛江' });
    expect(css.match(/@font-face/g)).toHaveLength(2);
    expect(css).toContain("font-family:'Inter';font-style:normal;font-weight:400");
    expect(css).toContain("font-family:'Noto Sans SC';font-style:normal;font-weight:700");
    expect(css.length).toBeLessThan(6000);
    expect(css).not.toMatch(/https?:|[<&]/);
  });

  it('does not fail over characters that no font has', async () => {
    expect(await embeddedFontCss({ 'noto-sans-sc-400': '\u{1f980}' })).toBe('');
  });

  it('names the missing file in the log, not to the reader', async () => {
    for (const used of [{ 'inter-400': 'a' }, { 'noto-sans-sc-400': '湛' }]) {
      const thrown = await embeddedFontCss(used, empty).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(AppError);
      if (!(thrown instanceof AppError)) return;
      expect(thrown.code).toBe('internal');
      expect(thrown.message).not.toContain(empty);
      expect(String(thrown.cause)).toContain(empty);
    }
  });
});

describe('images with fonts inside', () => {
  it('are small', async () => {
    const sizes = await Promise.all(
      (['en', 'zh'] as const).flatMap((locale) => [
        timeChartSvg(dotsChart(locale)),
        timeChartSvg(barsChart(locale)),
        districtChartSvg(districtChart(locale)),
        breakdownChartSvg(breakdownChart(locale)),
      ]),
    ).then((svgs) => svgs.map((svg) => Buffer.byteLength(svg) / 1024));
    expect(Math.max(...sizes.slice(0, 4))).toBeLessThan(60);
    expect(Math.max(...sizes.slice(4))).toBeLessThan(120);
  });

  it('stay well-formed', async () => {
    parse(await timeChartSvg(barsChart('zh')));
  });
});

/** A chart's pixels. */
async function pixels(svg: string, scale: 1 | 2 | 4 = 1) {
  const png = await svgToPng(svg, scale);
  const url = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const view = Buffer.from(png);
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${url}" width="${width}" height="${height}"/></svg>`;
  return { png, width, height, data: new Resvg(image).render().pixels };
}

/** A document with one line of text, as a chart writes it. */
const line = (text: string, weight = 400) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#FFFFFF"/><text x="10" y="45" font-size="40" font-weight="${weight}" font-family="Inter, 'Noto Sans SC', sans-serif"><tspan font-family="'Noto Sans SC', sans-serif">${text}</tspan></text></svg>`;

const dark = (data: Buffer) => {
  let count = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 128) count++;
  return count;
};

describe('svgToPng', () => {
  it.each([1, 2, 4] as const)('draws at %i times the size', async (scale) => {
    const { png, width, height } = await pixels(
      await timeChartSvg(dotsChart('en'), { width: 600, height: 700 }),
      scale,
    );
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect([width, height]).toEqual([600 * scale, 700 * scale]);
  });

  it('is not blank, and the same every time', async () => {
    const svg = await timeChartSvg(barsChart('zh'));
    const { data, png } = await pixels(svg);
    const colors = new Set<string>();
    for (let i = 0; i < data.length; i += 4 * 97) colors.add(data.subarray(i, i + 3).toString('hex'));
    expect(colors.size).toBeGreaterThan(20);
    expect(Buffer.from(png).equals(Buffer.from(await svgToPng(svg, 1)))).toBe(true);
    // With fonts inside or without, the picture is the same.
    const bare = await svgToPng(await timeChartSvg(barsChart('zh'), { fonts: 'none' }), 1);
    expect(Buffer.from(png).equals(Buffer.from(bare))).toBe(true);
  });

  it('draws Chinese, each character its own, bold where it is bold', async () => {
    const images = await Promise.all(
      [line('湛'), line('访'), line('湛', 600), line('\u{f0000}')].map(
        async (svg) => (await pixels(svg)).data,
      ),
    );
    const [first, second, bold, unknown] = images;
    if (!first || !second || !bold || !unknown) throw new Error('No image');
    expect(dark(first)).toBeGreaterThan(150);
    expect(dark(second)).toBeGreaterThan(100);
    expect(first.equals(second)).toBe(false);
    expect(first.equals(unknown)).toBe(false);
    expect(dark(bold)).toBeGreaterThan(dark(first) * 1.2);
  });

  it('draws on though the folder of fonts is laid anew meanwhile', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'daybook-some-fonts-'));
    await cp(fontFolder, folder, { recursive: true });
    const before = await svgToPng(line('湛'), 1, folder);
    await rm(folder, { recursive: true });
    expect(Buffer.from(await svgToPng(line('湛'), 1, folder)).equals(Buffer.from(before))).toBe(true);
  });

  it('draws any number of images asked for at once', async () => {
    const svg = line('湛江');
    const images = await Promise.all(Array.from({ length: 7 }, () => svgToPng(svg, 1)));
    expect(new Set(images.map((png) => Buffer.from(png).toString('base64'))).size).toBe(1);
    await Promise.allSettled(Array.from({ length: 5 }, () => svgToPng(svg, 1, empty)));
    expect((await svgToPng(svg, 1)).length).toBe(images[0]?.length);
  });

  it('does not fail over characters that no font has', async () => {
    const chart = breakdownChart('en');
    const rows = chart.rows.map((row) => ({ ...row, label: `${row.label} \u{1f980} \u0f40 \u0626` }));
    expect((await pixels(await breakdownChartSvg({ ...chart, rows }))).width).toBe(1200);
  });

  it('says what is missing instead of leaving out all words', async () => {
    const thrown = await svgToPng(line('a'), 1, empty).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(AppError);
    expect(String((thrown as AppError).cause)).toMatch(/inter-\d+\.ttf/);
  });

  it('refuses an image too large for memory', async () => {
    const huge = '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="8000"></svg>';
    await expect(svgToPng(huge, 4)).rejects.toMatchObject({ code: 'too-large' });
  });
});
