import { describe, expect, it } from 'vitest';
import { timeChartSvg } from '@/lib/charts/svg/charts';
import { inShape } from '@/lib/charts/svg/shape';
import type { TimeChart } from '@/lib/charts/types';
import { locales } from '@/lib/i18n/locale';
import { long } from './samples';
import { calendarChart, modes, splitChart } from './time-samples';
import { alive, all, collisions, having, outside, parse, words } from './xml';

const plain = { fonts: 'none' } as const;
const lines = (svg: string) => svg.replace(/></g, '>\n<');

describe.each(Object.entries(modes))('images of charts over time: %s', (name, make) => {
  it.each([320, 480, 700, 1200, 2400])('keep every word inside and apart, %i wide', async (width) => {
    for (const locale of locales) {
      const root = parse(await timeChartSvg(make(locale), { ...plain, width }));
      expect(outside(root)).toEqual([]);
      expect(collisions(root)).toEqual([]);
    }
  });

  it('have room for the longest labels, in both languages', async () => {
    for (const [locale, sentence, word] of [
      ['en', long.en, long.unbroken],
      ['zh', long.zh, long.unbrokenZh],
    ] as const) {
      const usual = make(locale);
      const keys = usual.keys.map((key) => ({ ...key, label: `${key.label} ${sentence} ${word}` }));
      for (const width of [360, 1200]) {
        const root = parse(await timeChartSvg(make(locale, { keys, sentence }), { ...plain, width }));
        expect(outside(root)).toEqual([]);
        expect(collisions(root)).toEqual([]);
        expect(words(root).replace(/\s/g, '')).toContain(sentence.replace(/\s/g, ''));
      }
    }
  });

  it('let nothing that a record says become markup', async () => {
    const hostile = `"><script>alert(1)</script>&'`;
    const usual = make('en');
    const keys = usual.keys.map((key) => ({
      ...key,
      label: hostile,
      color: `url(https://evil.example/${hostile})`,
    }));
    const buckets = usual.buckets.map((bucket) => ({ ...bucket, label: hostile }));
    const lane = usual.lane && {
      ...usual.lane,
      marks: usual.lane.marks.map((mark) => ({ ...mark, label: hostile })),
    };
    expect(alive(await timeChartSvg(make('en', { keys, buckets, lane, sentence: hostile }), plain))).toEqual(
      [],
    );
  });

  it('stay as they are', async () => {
    const file = `snapshots/time-${name.replaceAll(' ', '-')}.svg`;
    if (name === 'calendar of many years') return;
    const usual = make('zh');
    const chart: TimeChart = usual.calendar
      ? calendarChart('zh', 1)
      : make('zh', { buckets: usual.buckets.slice(1, 9), keys: usual.keys.slice(1, 4), periods: [] });
    await expect(lines(await timeChartSvg(chart, { ...plain, width: 640 }))).toMatchFileSnapshot(file);
  });

  it('are as wide and high as a slide and a square are', async () => {
    const draw = (options: object) => timeChartSvg(make('en'), options);
    for (const [shape, width, height] of [
      ['16:9', 1600, 900],
      ['1:1', 1200, 1200],
    ] as const) {
      const root = parse(await inShape(shape, draw, plain));
      expect([root.attributes.width, root.attributes.height]).toEqual([String(width), String(height)]);
      const [, , innerWidth, innerHeight] = (root.attributes.viewBox ?? '').split(' ').map(Number);
      expect((innerWidth ?? 0) / (innerHeight ?? 1)).toBeCloseTo(width / height, 1);
    }
  });
});

describe('what an image over time draws', () => {
  it('is one bar a part side by side, each from the ground', async () => {
    const chart = splitChart('en', { draw: 'grouped' });
    const root = parse(await timeChartSvg(chart, plain));
    const rects = having(root, 'data-kind');
    const drawn = rects.reduce((sum, { attributes }) => sum + Number(attributes['data-count']), 0);
    const counted = chart.buckets.reduce(
      (sum, { stacks }) =>
        sum + Object.values(stacks).reduce((all, { sure, coarse }) => all + sure + coarse, 0),
      0,
    );
    expect(drawn).toBe(counted);
    const floors = new Set(
      rects
        .filter(({ attributes }) => attributes['data-kind'] === 'sure')
        .map(({ attributes }) => Math.round(Number(attributes.y) + Number(attributes.height))),
    );
    expect(floors.size).toBe(1);
  });

  it('fills each bucket of shares to the top, and rings those of few incidents', async () => {
    const chart = modes.share?.('en');
    if (!chart) throw new Error('no such mode');
    const root = parse(await timeChartSvg(chart, plain));
    const tops = new Map<string, number>();
    for (const { attributes } of having(root, 'data-kind')) {
      const at = attributes['data-bucket'] ?? '';
      tops.set(at, Math.min(tops.get(at) ?? 9999, Math.round(Number(attributes.y))));
    }
    expect(tops.size).toBe(18);
    expect(new Set(tops.values()).size).toBe(1);
    const few = chart.buckets.filter(({ total }) => total > 0 && total < 10).length;
    expect(few).toBeGreaterThan(0);
    // One more in the legend.
    expect(having(root, 'data-low')).toHaveLength(few);
    expect(words(root)).toContain('fewer than 10 incidents');
  });

  it('shows people as ranges with an arrow where they are open, never as one number', async () => {
    const root = parse(await timeChartSvg(splitChart('en', { show: 'participants' }), plain));
    const ranges = having(root, 'data-open');
    expect(ranges).toHaveLength(18);
    for (const range of ranges) {
      expect(range.attributes['data-open']).toBe('true');
      expect(all(range, 'path')).toHaveLength(1);
      expect(all(range, 'title')).toHaveLength(1);
    }
    expect(words(root)).toContain('no upper bound');
  });

  it('has a panel for each series on one axis', async () => {
    const chart = splitChart('en', { draw: 'multiples' });
    const root = parse(await timeChartSvg(chart, plain));
    expect(having(root, 'data-panel').map(({ attributes }) => attributes['data-panel'])).toEqual(
      chart.keys.map(({ code }) => code),
    );
  });

  it('has a mark for each mark of the lane, and the day of each square of a calendar', async () => {
    const chart = splitChart('en');
    const root = parse(await timeChartSvg(chart, plain));
    expect(having(root, 'data-lane').map(({ attributes }) => Number(attributes['data-count']))).toEqual(
      chart.lane?.marks.map(({ count }) => count),
    );
    expect(having(root, 'data-burst')).toHaveLength(1);
    const year = calendarChart('en', 1);
    const days = having(parse(await timeChartSvg(year, plain)), 'data-day');
    expect(days.reduce((sum, { attributes }) => sum + Number(attributes['data-count']), 0)).toBe(
      year.calendar?.years[0]?.total,
    );
  });

  it('names a span once where it comes every year', async () => {
    const periods = Array.from({ length: 16 }, (_, i) => ({
      label: `Two Sessions ${2016 + Math.floor(i / 4)}`,
      startsOn: `${2016 + Math.floor(i / 4)}-0${1 + (i % 4)}-03`,
      endsOn: `${2016 + Math.floor(i / 4)}-0${1 + (i % 4)}-15`,
    }));
    const root = parse(await timeChartSvg(splitChart('en', { periods }), plain));
    expect(having(root, 'data-period')).toHaveLength(16);
    expect(words(root).match(/Two Sessions/g)).toHaveLength(1);
  });

  it('breaks lines where there is no data', async () => {
    const root = parse(await timeChartSvg(splitChart('en', { draw: 'lines', mean: null }), plain));
    for (const line of having(root, 'data-line')) expect(line.attributes.d?.match(/[ML]/g)).toHaveLength(18);
    expect(having(root, 'data-line')).toHaveLength(7);
  });
});
