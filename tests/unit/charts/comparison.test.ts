import { describe, expect, it } from 'vitest';
import type { SvgOptions } from '@/lib/charts/svg/charts';
import { comparisonTimeSvg } from '@/lib/charts/svg/comparison';
import { comparisonBarsSvg } from '@/lib/charts/svg/comparison-bars';
import { inShape } from '@/lib/charts/svg/shape';
import type { ChartFrame } from '@/lib/charts/types';
import { locales } from '@/lib/i18n/locale';
import { comparedBars, comparedTime } from './comparison-samples';
import { long } from './samples';
import { alive, collisions, having, outside, parse, words } from './xml';

const plain: SvgOptions = { fonts: 'none' };
type Change = { frame?: Partial<ChartFrame>; keys?: { a: string; b: string } };

const kinds = {
  time: (locale: 'en' | 'zh', { frame, keys }: Change = {}, options = plain) => {
    const chart = comparedTime(locale);
    return comparisonTimeSvg(
      { ...chart, keys: keys ?? chart.keys, frame: { ...chart.frame, ...frame } },
      options,
    );
  },
  bars: (locale: 'en' | 'zh', { frame, keys }: Change = {}, options = plain) => {
    const chart = comparedBars(locale);
    return comparisonBarsSvg(
      { ...chart, keys: keys ?? chart.keys, frame: { ...chart.frame, ...frame } },
      options,
    );
  },
};

/** One element a line, so that a difference can be read. */
const lines = (svg: string) => svg.replace(/></g, '>\n<');

describe.each(Object.entries(kinds))('the image of a comparison: %s', (name, draw) => {
  it.each(locales)('names both selections, and says what any image says (%s)', async (locale) => {
    const text = words(parse(await draw(locale, { frame: { synthetic: 1 } }))).replace(/\s/g, '');
    const { keys, frame } = comparedTime(locale);
    for (const part of [keys.a, keys.b, frame.source, frame.n, ...frame.notes, frame.permalink])
      expect(text).toContain(part.replace(/\s/g, ''));
    expect(text).toContain(locale === 'en' ? 'Syntheticdata' : '虚构数据');
  });

  it.each([320, 480, 700, 1200, 2400])('keeps every word inside and apart, %i wide', async (width) => {
    for (const locale of locales) {
      const root = parse(await draw(locale, {}, { width, fonts: 'none' }));
      expect(outside(root)).toEqual([]);
      expect(collisions(root)).toEqual([]);
    }
  });

  it('wraps the longest names of selections, in both languages', async () => {
    for (const [locale, title, word] of [
      ['en', long.en, long.unbroken],
      ['zh', long.zh, long.unbrokenZh],
    ] as const)
      for (const width of [400, 1200]) {
        const keys = { a: `${title} ${word}`, b: title };
        const root = parse(await draw(locale, { keys }, { width, fonts: 'none' }));
        expect(outside(root)).toEqual([]);
        expect(collisions(root)).toEqual([]);
        expect(words(root).replace(/\s/g, '')).toContain(keys.a.replace(/\s/g, ''));
      }
  });

  it('holds nothing that is alive, whatever records say', async () => {
    const hostile = `<script>alert(1)</script> & "double" javascript:x <image href="x"/>`;
    expect(alive(await draw('en', { keys: { a: hostile, b: hostile } }))).toEqual([]);
  });

  it('fits a square and a wide frame to the pixel', async () => {
    for (const shape of ['16:9', '1:1'] as const) {
      const root = parse(await inShape(shape, (options) => draw('zh', {}, options), plain));
      expect(outside(root)).toEqual([]);
    }
  });

  it('stays as it is', async () => {
    const svg = await draw(name === 'time' ? 'en' : 'zh', {}, { width: 640, fonts: 'none' });
    await expect(lines(svg)).toMatchFileSnapshot(`snapshots/comparison-${name}.svg`);
  });
});

describe('what the images of a comparison draw', () => {
  it('over time: a bar for each count of B, a point for each of A, gaps where there are no data', async () => {
    const root = parse(await comparisonTimeSvg(comparedTime('en'), plain));
    const counts = (side: string) =>
      having(root, 'data-count')
        .filter(({ attributes }) => attributes['data-side'] === side)
        .map(({ attributes }) => Number(attributes['data-count']));
    expect(counts('b')).toEqual([6, 9, 15, 22, 8, 4, 12, 14, 7, 3]);
    expect(counts('a')).toEqual([4, 7, 12, 9, 6, 3, 8, 11, 5, 2]);
    expect(having(root, 'data-coverage').map(({ attributes }) => attributes['data-coverage'])).toEqual([
      'none',
      'part',
    ]);
  });

  it('pairs: lengths follow the rate, and below ten the counts stand alone', async () => {
    const root = parse(await comparisonBarsSvg(comparedBars('en'), plain));
    const bars = having(root, 'data-side').map(({ attributes }) => [
      attributes['data-side'],
      Number(attributes['data-count']),
      Number(attributes.width),
    ]);
    expect(bars.map(([side, count]) => [side, count])).toEqual([
      ['a', 120],
      ['b', 171],
      ['a', 80],
      ['b', 78],
      ['a', 9],
    ]);
    expect(Number(bars[0]?.[2]) / Number(bars[1]?.[2])).toBeCloseTo(120 / 365 / (171 / 366), 2);
    expect(words(root)).toContain('too few to compare');
    expect(words(root).match(/a day/g)).toHaveLength(4);
  });
});
