import { describe, expect, it } from 'vitest';
import { breakdownChartSvg, districtChartSvg, type SvgOptions, timeChartSvg } from '@/lib/charts/svg/charts';
import type { ChartFrame, Dot, TimeChart } from '@/lib/charts/types';
import { addDays } from '@/lib/dates/civil';
import { locales } from '@/lib/i18n/locale';
import { barsChart, breakdownChart, districtChart, dotsChart, frame, long, sequence } from './samples';
import { all, collisions, outside, parse, textOf, visibleTexts, words } from './xml';

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
  breakdown: (locale: 'en' | 'zh', change: Partial<ChartFrame>, options = plain) => {
    const chart = breakdownChart(locale);
    return breakdownChartSvg({ ...chart, frame: { ...chart.frame, ...change } }, options);
  },
};

describe.each(Object.entries(kinds))('every image: %s', (_, draw) => {
  it.each(locales)('says what is counted, of what, by whom and where to find it (%s)', async (locale) => {
    const wanted = frame(locale, { synthetic: true });
    const root = parse(await draw(locale, wanted));
    const text = words(root);
    for (const part of [wanted.title, wanted.source, wanted.n, ...wanted.notes]) expect(text).toContain(part);
    expect(text.replaceAll('\n', '')).toContain(wanted.permalink);
    expect(text).toContain(locale === 'en' ? 'Made on 25 Nov 2025' : '制图日期：2025年11月25日');
    expect(text).toContain(locale === 'en' ? 'Synthetic data' : '合成数据');
    expect(text.replaceAll('\n', ' ').replaceAll(' ', '')).toContain(wanted.subtitle.replaceAll(' ', ''));
    expect(root.attributes.lang).toBe(locale === 'en' ? 'en-GB' : 'zh-Hans-CN');
  });

  it('says nothing of synthetic data where all is real', async () => {
    expect(await draw('en', { synthetic: false })).not.toMatch(/synthetic/i);
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
    expectInert(svg);
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

/** That a drawing neither loads, links nor runs anything. */
function expectInert(svg: string) {
  const root = parse(svg);
  const allowed =
    'svg title desc style defs pattern clipPath g rect circle line path polygon text tspan'.split(' ');
  for (const { name, attributes } of all(root)) {
    expect(allowed).toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^on|href|^style$/i);
      if (key !== 'xmlns' && !key.startsWith('data-'))
        expect(value).not.toMatch(/https?:|javascript:|url\((?!#)/i);
    }
  }
}

describe('words from records in marks', () => {
  const hostile = `"><script>alert(1)</script>&'`;

  it('cannot become markup', async () => {
    const bars = barsChart('en');
    const dots = dotsChart('en');
    const district = districtChart('en');
    const breakdown = breakdownChart('en');
    const key = { code: hostile, label: hostile, color: `url(https://evil.example/)${hostile}` };
    const svgs = [
      await timeChartSvg(
        {
          ...bars,
          keys: [key],
          buckets: bars.buckets.map((bucket) => ({
            ...bucket,
            label: hostile,
            stacks: { [hostile]: { sure: 1, coarse: 2 } },
          })),
          periods: [{ label: hostile, startsOn: '2019-05-01', endsOn: '2019-05-09' }],
        },
        plain,
      ),
      await timeChartSvg(
        {
          ...dots,
          keys: [key],
          dots: (dots.dots ?? []).map((dot) => ({
            ...dot,
            ref: hostile,
            title: hostile,
            date: hostile,
            type: hostile,
          })),
        },
        plain,
      ),
      await districtChartSvg(
        {
          ...district,
          units: district.units.map((unit) => ({ ...unit, code: hostile, name: hostile })),
          coarse: { ...district.coarse, label: hostile },
          outside: [{ count: 1, label: hostile, placeId: hostile }],
          classes: [{ from: 0, to: 100, color: hostile, label: hostile }],
        },
        plain,
      ),
      await districtChartSvg(
        { ...district, units: district.units.map((unit) => ({ ...unit, d: `M0 0${hostile}` })) },
        plain,
      ),
      await breakdownChartSvg(
        {
          ...breakdown,
          color: hostile,
          rows: breakdown.rows.map((row) => ({ ...row, code: hostile, label: hostile })),
        },
        plain,
      ),
    ];
    for (const svg of svgs) expectInert(svg);
  });

  it('wrap in rows, legends, lists and periods', async () => {
    for (const [locale, sentence, word] of [
      ['en', long.en, long.unbroken],
      ['zh', long.zh, long.unbrokenZh],
    ] as const) {
      const label = `${sentence} ${word}`;
      const bars = barsChart(locale);
      const dots = dotsChart(locale);
      const district = districtChart(locale);
      const breakdown = breakdownChart(locale);
      for (const width of [360, 1200]) {
        const options: SvgOptions = { width, fonts: 'none' };
        const svgs = [
          await timeChartSvg(
            {
              ...bars,
              keys: bars.keys.map((key) => ({ ...key, label: `${label}${key.code}` })),
              periods: bars.periods.map((period) => ({ ...period, label: sentence })),
            },
            options,
          ),
          await timeChartSvg(
            { ...dots, dots: (dots.dots ?? []).map((dot) => ({ ...dot, title: label, date: sentence })) },
            options,
          ),
          await districtChartSvg(
            {
              ...district,
              units: district.units.map((unit) => ({ ...unit, name: `${label} ${unit.name}` })),
              coarse: { ...district.coarse, label },
              outside: [{ count: 12345, label, placeId: 'x' }],
            },
            options,
          ),
          await breakdownChartSvg(
            { ...breakdown, rows: breakdown.rows.map((row) => ({ ...row, label: `${label}${row.label}` })) },
            options,
          ),
        ];
        for (const svg of svgs) {
          const root = parse(svg);
          expect(outside(root)).toEqual([]);
          expect(collisions(root)).toEqual([]);
          expect(words(root).replace(/\s/g, '')).toContain(label.replace(/\s/g, ''));
        }
      }
    }
  });
});

describe('many marks', () => {
  const manyDots = (count: number, day: (i: number) => string): TimeChart => {
    const chart = dotsChart('en');
    const dots = Array.from({ length: count }, (_, i): Dot => {
      const startsOn = day(i);
      return {
        ref: `r-${String(i).padStart(3, '0')}`,
        title: `Incident ${i}`,
        type: chart.keys[i % chart.keys.length]?.code ?? 'other',
        startsOn,
        endsOn: startsOn,
        datePrecision: 'day',
        date: startsOn,
      };
    });
    return { ...chart, dots };
  };

  it.each([1, 2, 30, 31, 60])('draws %i dots of one day one above the other', async (count) => {
    const root = parse(
      await timeChartSvg(
        manyDots(count, () => '2019-09-13'),
        plain,
      ),
    );
    const marks = all(root, 'g').filter(({ attributes }) => 'data-ref' in attributes);
    expect(marks).toHaveLength(count);
    expect(outside(root)).toEqual([]);
  });

  it('never lets two dots touch', async () => {
    const next = sequence(5);
    const root = parse(
      await timeChartSvg(
        manyDots(28, () => addDays('2019-01-01', Math.floor(next() * 500))),
        plain,
      ),
    );
    const circles = all(root, 'g')
      .filter(({ attributes }) => 'data-ref' in attributes)
      .map((group) => all(group, 'circle')[0]?.attributes ?? {})
      .map(({ cx, cy, r }) => ({ x: Number(cx), y: Number(cy), r: Number(r) }));
    expect(circles).toHaveLength(28);
    circles.forEach((a, i) => {
      for (const b of circles.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r);
    });
    expect(collisions(root)).toEqual([]);
  });

  it('tells types apart by shape where dots carry no number', async () => {
    const root = parse(
      await timeChartSvg(
        manyDots(60, (i) => addDays('2019-01-01', i * 8)),
        plain,
      ),
    );
    const names = (code: string) =>
      new Set(
        all(root, 'g')
          .filter(({ attributes }) => attributes['data-key'] === code)
          .flatMap((group) => [...all(group, 'circle'), ...all(group, 'polygon')])
          .map(({ name, attributes }) => `${name} ${attributes.points?.split(' ').length ?? ''}`),
      );
    expect([...names('mass-incident')]).toEqual(['circle ']);
    expect([...names('online-speech')]).toEqual(['polygon 4']);
    expect([...names('public-opinion')]).toEqual(['polygon 3']);
  });

  it('draws two years of days without a label on another', async () => {
    const chart = barsChart('en');
    const buckets = Array.from({ length: 730 }, (_, i) => {
      const start = addDays('2019-01-01', i);
      return {
        start,
        end: start,
        label: start,
        coverage: 'full' as const,
        total: i % 5,
        stacks: { petition: { sure: i % 5, coarse: 0 } },
      };
    });
    const root = parse(await timeChartSvg({ ...chart, grain: 'day', buckets }, plain));
    expect(outside(root)).toEqual([]);
    expect(collisions(root)).toEqual([]);
    const labels = visibleTexts(root).map(textOf);
    expect(labels).toContain('2019');
    expect(labels).toContain('2020');
  });
});
