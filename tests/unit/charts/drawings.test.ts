import { describe, expect, it } from 'vitest';
import {
  breakdownChartSvg,
  districtChartSvg,
  matrixChartSvg,
  type SvgOptions,
  timeChartSvg,
} from '@/lib/charts/svg/charts';
import type { ChartFrame } from '@/lib/charts/types';
import { locales } from '@/lib/i18n/locale';
import { breakdownChart, districtChart, matrixChart } from './place-samples';
import { barsChart, dotsChart, frame, long } from './samples';
import { alive, all, collisions, outside, parse, textOf, words } from './xml';

const plain: SvgOptions = { fonts: 'none' };

/** Every kind of chart, with a change to its frame. */
const kinds = {
  bars: (locale: 'en' | 'zh', change: Partial<ChartFrame>, options = plain) => {
    const chart = barsChart(locale);
    return timeChartSvg({ ...chart, frame: { ...chart.frame, ...change } }, options);
  },
  dots: (locale: 'en' | 'zh', change: Partial<ChartFrame>, options = plain) => {
    const chart = dotsChart(locale);
    return timeChartSvg({ ...chart, frame: { ...chart.frame, ...change } }, options);
  },
  district: (locale: 'en' | 'zh', change: Partial<ChartFrame>, options = plain) => {
    const chart = districtChart(locale);
    return districtChartSvg({ ...chart, frame: { ...chart.frame, ...change } }, options);
  },
  matrix: (locale: 'en' | 'zh', change: Partial<ChartFrame>, options = plain) => {
    const chart = matrixChart(locale);
    return matrixChartSvg({ ...chart, frame: { ...chart.frame, ...change } }, options);
  },
  breakdown: (locale: 'en' | 'zh', change: Partial<ChartFrame>, options = plain) => {
    const chart = breakdownChart(locale);
    return breakdownChartSvg({ ...chart, frame: { ...chart.frame, ...change } }, options);
  },
};

describe.each(Object.entries(kinds))('every image: %s', (_, draw) => {
  it.each(locales)('says what is counted, of what, by whom and where to find it (%s)', async (locale) => {
    const wanted = frame(locale, { synthetic: 1 });
    const root = parse(await draw(locale, wanted));
    const text = words(root);
    for (const part of [wanted.title, wanted.source, wanted.n, ...wanted.notes]) expect(text).toContain(part);
    expect(text.replaceAll('\n', '')).toContain(wanted.permalink);
    expect(text).toContain(locale === 'en' ? 'Made on 25 Nov 2025' : '制图日期：2025年11月25日');
    expect(text).toContain(locale === 'en' ? 'Synthetic data' : '虚构数据');
    expect(text.replaceAll('\n', ' ').replaceAll(' ', '')).toContain(wanted.subtitle.replaceAll(' ', ''));
    expect(root.attributes.lang).toBe(locale === 'en' ? 'en-GB' : 'zh-Hans-CN');
  });

  it('says nothing of synthetic data where all is real', async () => {
    expect(await draw('en', { synthetic: 0 })).not.toMatch(/synthetic/i);
  });

  it.each([320, 480, 700, 1200, 2400])(
    'keeps every word inside the image and apart, %i wide',
    async (width) => {
      for (const locale of locales) {
        const root = parse(await draw(locale, {}, { width, fonts: 'none' }));
        expect(root.attributes.width).toBe(String(width));
        expect(outside(root)).toEqual([]);
        expect(collisions(root)).toEqual([]);
      }
    },
  );

  it('wraps long words of the frame, and leaves nothing out', async () => {
    for (const [locale, title, word] of [
      ['en', long.en, long.unbroken],
      ['zh', long.zh, long.unbrokenZh],
    ] as const) {
      const change = {
        title,
        subtitle: `${title} ${word}`,
        source: word,
        n: `${title}.`,
        notes: [title, word],
        permalink: `https://daybook.example/?q=${encodeURIComponent(title)}&${'x'.repeat(400)}`,
      };
      for (const width of [400, 1200]) {
        const root = parse(await draw(locale, change, { width, fonts: 'none' }));
        expect(outside(root)).toEqual([]);
        expect(collisions(root)).toEqual([]);
        const text = words(root).replace(/\s/g, '');
        for (const part of [change.title, change.subtitle, change.n, ...change.notes, change.permalink]) {
          expect(text).toContain(part.replace(/\s/g, ''));
        }
      }
    }
  });

  it('escapes what records say, in every text', async () => {
    const hostile = `<script>alert(1)</script> & "double" 'single' ]]> <!-- &amp; <image href="x"/> javascript:x`;
    const change = {
      title: hostile,
      subtitle: hostile,
      source: hostile,
      n: hostile,
      notes: [hostile],
      permalink: `https://daybook.example/?q=${hostile}`,
    };
    const svg = await draw('en', change);
    const root = parse(svg);
    expect(words(root).replaceAll('\n', ' ')).toContain('<script>alert(1)</script> & "double"');
    expect(textOf(all(root, 'title')[0] ?? root)).toBe(hostile);
    expect(alive(svg)).toEqual([]);
  });

  it('survives characters that XML cannot hold', async () => {
    const odd = `a\u0000b\u0008c\ud800d\ufffee\u202ef\u2066g\n\th`;
    const root = parse(await draw('en', { title: odd, notes: [odd] }));
    expect(words(root)).toContain('abcdefg h');
  });

  it('is the same every time', async () => {
    for (const fonts of ['none', 'embed'] as const) {
      expect(await draw('zh', {}, { fonts })).toBe(await draw('zh', {}, { fonts }));
    }
  });

  it('has the height asked for, and grows rather than cut', async () => {
    const tall = parse(await draw('en', {}, { width: 1200, height: 1200, fonts: 'none' }));
    expect(tall.attributes.height).toBe('1200');
    const flat = parse(await draw('en', {}, { width: 1200, height: 50, fonts: 'none' }));
    expect(Number(flat.attributes.height)).toBeGreaterThan(300);
    for (const root of [tall, flat]) {
      expect(outside(root)).toEqual([]);
      expect(collisions(root)).toEqual([]);
    }
  });

  it('writes numbers with at most two decimals', async () => {
    const svg = await draw('en', {});
    const root = parse(svg);
    for (const { attributes } of all(root)) {
      for (const key of [
        'x',
        'y',
        'x1',
        'x2',
        'y1',
        'y2',
        'cx',
        'cy',
        'r',
        'width',
        'height',
        'd',
        'points',
      ]) {
        expect(attributes[key] ?? '').not.toMatch(/\.\d{3}|e-|NaN|Infinity|undefined/);
      }
    }
  });
});
