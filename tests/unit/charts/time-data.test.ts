import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeChartSvg } from '@/lib/charts/svg/charts';
import type { Bucket } from '@/lib/charts/types';
import { addDays, earlier, later } from '@/lib/dates/civil';
import { barsChart, dotsChart, keys, months } from './samples';
import { all, collisions, having, outside, parse, textOf, words } from './xml';

const plain = { fonts: 'none' } as const;

describe('bars of a time chart', () => {
  it('show exactly the counts of the data, and areas in proportion', async () => {
    const chart = barsChart('en');
    const root = parse(await timeChartSvg(chart, plain));
    const bars = having(root, 'data-bucket');
    const scale = new Set<number>();
    for (const bucket of chart.buckets) {
      for (const { code } of chart.keys) {
        for (const kind of ['sure', 'coarse'] as const) {
          const count = bucket.stacks[code]?.[kind] ?? 0;
          const found = bars.filter(
            ({ attributes: a }) =>
              a['data-bucket'] === bucket.start && a['data-key'] === code && a['data-kind'] === kind,
          );
          expect(found.map(({ attributes }) => Number(attributes['data-count']))).toEqual(
            count > 0 ? [count] : [],
          );
          const [bar] = found;
          if (!bar) continue;
          scale.add(Math.round((Number(bar.attributes.height) / count) * 10) / 10);
          expect(bar.attributes.fill?.startsWith('url(#')).toBe(kind === 'coarse');
          expect(textOf(all(bar, 'title')[0] ?? bar)).toContain(`: ${count}`);
        }
      }
    }
    expect(scale.size).toBe(1);
  });

  it('explain hatching, gaps and half-covered months in the legend, only where there are any', async () => {
    const chart = barsChart('en');
    const all = words(parse(await timeChartSvg(chart, plain)));
    for (const text of [
      'Mass incident',
      'Petition',
      'date not known to the month',
      'no data',
      'covered in part',
    ]) {
      expect(all).toContain(text);
    }
    const few = chart.buckets
      .filter(({ coverage }) => coverage === 'full')
      .map((bucket) => ({ ...bucket, stacks: { petition: { sure: 3, coarse: 0 } } }));
    const clean = words(parse(await timeChartSvg({ ...chart, buckets: few }, plain)));
    for (const text of ['date not known', 'no data', 'covered in part']) expect(clean).not.toContain(text);
  });

  it('draw a gap, not zero, where there is no data', async () => {
    const root = parse(await timeChartSvg(barsChart('zh'), plain));
    expect(having(root, 'data-coverage').map(({ attributes }) => attributes['data-coverage'])).toEqual([
      'none',
      'none',
      'part',
      'part',
    ]);
  });

  it('do not drop a stack that the chart has no key for', async () => {
    const chart = barsChart('en');
    const buckets = chart.buckets.map((bucket) => ({
      ...bucket,
      total: 2,
      stacks: { riot: { sure: 2, coarse: 0 } },
    }));
    const root = parse(await timeChartSvg({ ...chart, buckets }, plain));
    expect(having(root, 'data-bucket').filter((bar) => bar.attributes['data-key'] === 'riot')).toHaveLength(
      22,
    );
    expect(words(root)).toContain('riot');
  });

  it('say so when there is nothing', async () => {
    for (const buckets of [[], months('en', '2019-01-01', '2019-12-31')]) {
      const root = parse(await timeChartSvg(barsChart('en', { buckets, periods: [] }), plain));
      expect(words(root)).toContain('No incidents in this selection');
      expect(having(root, 'data-bucket')).toEqual([]);
    }
  });

  it('hold for any counts, coverage and spans of reference', async () => {
    const count = fc.oneof(fc.constant(0), fc.nat(12), fc.nat(250_000));
    const bucket = fc.record({
      coverage: fc.constantFrom<Bucket['coverage']>('full', 'part', 'none'),
      counts: fc.array(fc.tuple(count, count), { minLength: 4, maxLength: 4 }),
    });
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((days) => new Date(Date.UTC(2018, 0, 1 + days)).toISOString().slice(0, 10));
    const period = fc.tuple(day, day, fc.string({ maxLength: 40, unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(bucket, { minLength: 1, maxLength: 40 }),
        fc.array(period, { maxLength: 6 }),
        fc.constantFrom('en' as const, 'zh' as const),
        fc.integer({ min: 320, max: 1600 }),
        async (some, spans, locale, width) => {
          const spine = months(locale, '2019-01-01', '2022-12-31').slice(0, some.length);
          const buckets = spine.map((one, i): Bucket => {
            const { coverage, counts } = some[i] ?? { coverage: 'full', counts: [] };
            const stacks = Object.fromEntries(
              keys(locale).map(({ code }, k) => [
                code,
                { sure: counts[k]?.[0] ?? 0, coarse: counts[k]?.[1] ?? 0 },
              ]),
            );
            return { ...one, coverage, stacks, total: counts.flat().reduce((a, b) => a + b, 0) };
          });
          const periods = spans.map(([a, b, label]) => ({
            label,
            startsOn: earlier(a, b),
            endsOn: later(a, b),
          }));
          const svg = await timeChartSvg(barsChart(locale, { buckets, periods }), { width, fonts: 'none' });
          const root = parse(svg);
          expect(outside(root)).toEqual([]);
          const drawn = having(root, 'data-bucket').reduce(
            (n, { attributes }) => n + Number(attributes['data-count']),
            0,
          );
          expect(drawn).toBe(buckets.reduce((n, { total }) => n + total, 0));
          expect(collisions(root)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('dots of a time chart', () => {
  it('are one an incident, in their place, in order', async () => {
    const chart = dotsChart('en');
    const root = parse(await timeChartSvg(chart, plain));
    const dots = having(root, 'data-ref');
    expect(dots.map(({ attributes }) => attributes['data-ref'])).toEqual(
      (chart.dots ?? []).map(({ ref }) => ref),
    );
    const at = dots.map((dot) => Number(all(dot, 'circle').at(-1)?.attributes.cx));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    // 25 February to 8 June 2019 are 103 days, 8 June to 13 September 97.
    const [a = 0, b = 0, c = 0] = at;
    expect((b - a) / (c - b)).toBeCloseTo(103 / 97, 2);
  });

  it('show weeks as bands as long as a week, and say what they mean', async () => {
    const chart = dotsChart('en');
    const root = parse(await timeChartSvg(chart, plain));
    const bands = having(root, 'data-band');
    expect(bands.map(({ attributes }) => attributes['data-band'])).toEqual([
      'zj-2019-02-25',
      'zj-2019-12-02',
      'zj-2020-02-10',
    ]);
    const widths = bands.map(({ attributes }) => Math.round(Number(attributes.width)));
    expect(new Set(widths).size).toBe(1);
    expect(words(root)).toContain('date known to the week only');
    const days = (chart.dots ?? []).map((dot) => ({
      ...dot,
      datePrecision: 'day' as const,
      endsOn: dot.startsOn,
    }));
    expect(words(parse(await timeChartSvg({ ...chart, dots: days }, plain)))).not.toContain('known to the');
  });

  it('never lay one band over another', async () => {
    const chart = dotsChart('en');
    const dots = (chart.dots ?? []).map((dot, i) => ({
      ...dot,
      startsOn: addDays('2019-03-01', i * 9),
      endsOn: addDays('2019-03-31', i * 9),
      datePrecision: 'month' as const,
    }));
    const bands = having(parse(await timeChartSvg({ ...chart, dots }, plain)), 'data-band').map(
      ({ attributes }) => ({
        x: Number(attributes.x),
        y: Number(attributes.y),
        right: Number(attributes.x) + Number(attributes.width),
        bottom: Number(attributes.y) + Number(attributes.height),
      }),
    );
    expect(bands).toHaveLength(8);
    bands.forEach((a, i) => {
      for (const b of bands.slice(i + 1)) {
        const apart =
          a.right <= b.x + 0.02 || b.right <= a.x + 0.02 || a.bottom <= b.y + 0.02 || b.bottom <= a.y + 0.02;
        expect(apart).toBe(true);
      }
    });
  });

  it('are named in a list, with date and type', async () => {
    const text = words(parse(await timeChartSvg(dotsChart('zh'), plain)));
    expect(text).toContain('雷州教师要求社保局说明养老金方案');
    expect(text).toContain('2019年12月2–8日（周） · 网络言论');
  });

  it('stay on the axis though they lie outside the buckets, and without any buckets', async () => {
    for (const buckets of [[], months('en', '2019-06-01', '2019-06-30')]) {
      const root = parse(await timeChartSvg(dotsChart('en', { buckets }), plain));
      expect(having(root, 'data-ref')).toHaveLength(8);
      expect(outside(root)).toEqual([]);
      for (const dot of having(root, 'data-ref')) {
        const cx = Number(all(dot, 'circle')[0]?.attributes.cx);
        expect(cx).toBeGreaterThan(0);
        expect(cx).toBeLessThan(1200);
      }
    }
  });

  it('say so when there are none', async () => {
    const root = parse(await timeChartSvg(dotsChart('en', { dots: [] }), plain));
    expect(words(root)).toContain('No incidents in this selection');
  });
});
