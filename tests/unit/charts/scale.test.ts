import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, countTicks, mapClasses, rateDigits, timeTicks } from '@/lib/charts/scale';
import { addDays } from '@/lib/dates/civil';
import { type Grain, grains, nextPeriod, periodStart } from '@/lib/dates/periods';

describe('countTicks', () => {
  it.each([
    [0, [0]],
    [-3, [0]],
    [Number.NaN, [0]],
    [Number.POSITIVE_INFINITY, [0]],
    [1, [0, 1]],
    [2, [0, 1, 2]],
    [5, [0, 1, 2, 3, 4, 5]],
    [7, [0, 2, 4, 6, 8]],
    [52, [0, 20, 40, 60]],
    [100, [0, 20, 40, 60, 80, 100]],
    [1_000_000, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]],
  ])('of %s', (max, ticks) => {
    expect(countTicks(max)).toEqual(ticks);
  });

  it('are whole, even and enough for any count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e13 }), fc.integer({ min: 1, max: 10 }), (max, target) => {
        const ticks = countTicks(max, target);
        const step = ticks[1] ?? 0;
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
        expect((ticks.at(-2) ?? 0) < max).toBe(true);
        expect(Number.isInteger(step)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(target + 2);
        expect(ticks.every((tick, i) => tick === i * step)).toBe(true);
      }),
    );
  });
});

describe('timeTicks', () => {
  const starts = (grain: Grain, from: string, count: number) => {
    const list = [periodStart(from, grain)];
    while (list.length < count) list.push(nextPeriod(list.at(-1) ?? from, grain));
    return list;
  };
  const place = (count: number, width: number) =>
    Array.from({ length: count }, (_, i) => ((i + 0.5) * width) / count);
  const width = (label: string) => label.length * 8;

  it('labels every month where there is room, the year once', () => {
    const ticks = timeTicks(starts('month', '2019-11-01', 4), 'month', place(4, 800), width, 'en');
    expect(ticks).toEqual([
      { index: 0, label: 'Nov', year: '2019' },
      { index: 1, label: 'Dec', year: null },
      { index: 2, label: 'Jan', year: '2020' },
      { index: 3, label: 'Feb', year: null },
    ]);
  });

  it('keeps to quarters and years where there is less', () => {
    const months = starts('month', '2019-01-01', 18);
    const quarters = timeTicks(months, 'month', place(18, 280), width, 'en').map(({ label }) => label);
    expect(quarters).toEqual(['Jan', 'Apr', 'Jul', 'Oct', 'Jan', 'Apr']);
    const years = timeTicks(starts('month', '1990-01-01', 360), 'month', place(360, 300), width, 'zh');
    expect(years.map(({ year }) => year)).toEqual(['1990年', '2000年', '2010年']);
  });

  it('labels weeks by their first day, in Chinese too', () => {
    const ticks = timeTicks(starts('week', '2019-02-25', 3), 'week', place(3, 600), width, 'zh');
    expect(ticks.map(({ label }) => label)).toEqual(['2月25日', '3月4日', '3月11日']);
  });

  it('gives the first bucket at least, and nothing for nothing', () => {
    expect(timeTicks(['2019-03-01'], 'month', [1], width, 'en')).toHaveLength(1);
    expect(timeTicks(['2019-03-01', '2019-04-01'], 'month', [1, 2], width, 'en').length).toBeGreaterThan(0);
    expect(timeTicks([], 'day', [], width, 'en')).toEqual([]);
  });

  it('never lets two labels meet', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...grains),
        fc.integer({ min: 1, max: 800 }),
        fc.integer({ min: 50, max: 2000 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.constantFrom('en' as const, 'zh' as const),
        (grain, count, across, offset, locale) => {
          const list = starts(grain, addDays('2000-01-01', offset), count);
          const positions = place(count, across);
          const ticks = timeTicks(list, grain, positions, width, locale, 10);
          expect(ticks.length).toBeGreaterThan(0);
          for (const key of ['label', 'year'] as const) {
            const shown = ticks.filter((tick) => tick[key] !== null);
            shown.slice(1).forEach((tick, i) => {
              const before = shown[i];
              const apart = (positions[tick.index] ?? 0) - (positions[before?.index ?? 0] ?? 0);
              expect(apart).toBeGreaterThanOrEqual(
                (width(tick[key] ?? '') + width(before?.[key] ?? '')) / 2 + 10,
              );
            });
          }
        },
      ),
    );
  });
});

describe('mapClasses', () => {
  const labels = (values: number[], measure: 'count' | 'rate' = 'count') =>
    mapClasses(values, measure).map(({ label }) => label);

  it.each([
    [[], []],
    [[0], ['0']],
    [[0, 0, 0], ['0']],
    [[1], ['1']],
    [
      [0, 1],
      ['0', '1'],
    ],
    [
      [0, 1, 2, 1],
      ['0', '1', '2'],
    ],
    [[7, 7, 7], ['7']],
    [
      [1, 2, 3, 4, 5],
      ['1', '2', '3', '4', '5'],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      ['1–2', '3–4', '5–6', '7–8', '9–10'],
    ],
    [
      [49, 37, 44, 18, 33, 54, 26, 61, 22],
      ['18–22', '23–33', '34–44', '45–54', '55–61'],
    ],
    [
      [1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 900_000],
      ['1', '2–4', '5–900,000'],
    ],
    [[Number.NaN, -1, Number.POSITIVE_INFINITY, 3], ['3']],
  ])('of counts %j', (values, expected) => {
    expect(labels(values)).toEqual(expected);
  });

  it('of rates has one decimal, more for small ones', () => {
    expect(labels([0, 3.46, 3.58, 4.47, 4.61, 4.83, 5.27, 7.78, 8.25, 9.94], 'rate')).toEqual([
      '0',
      '3.5–3.6',
      '3.7–4.6',
      '4.7–5.3',
      '5.4–8.3',
      '8.4–9.9',
    ]);
    expect(labels([0.011, 0.023], 'rate')).toEqual(['0.011', '0.023']);
    expect([0, 0.5, 0.05, 5, 5000].map(rateDigits)).toEqual([1, 2, 3, 1, 1]);
  });

  it('holds every value in one class, in order, never zero with others', () => {
    const value = fc.oneof(fc.nat(5), fc.nat(300), fc.nat(1e9));
    const rate = fc.oneof(fc.constant(0), fc.double({ min: 1e-4, max: 5000, noNaN: true }));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(fc.constant('count' as const), fc.array(value, { minLength: 1, maxLength: 150 })),
          fc.tuple(fc.constant('rate' as const), fc.array(rate, { minLength: 1, maxLength: 150 })),
        ),
        ([measure, values]) => {
          const classes = mapClasses(values, measure);
          expect(classes.filter(({ to }) => to > 0).length).toBeLessThanOrEqual(5);
          classes.slice(1).forEach(({ from }, i) => {
            expect(from).toBeGreaterThan(classes[i]?.to ?? 0);
          });
          for (const { from, to } of classes) {
            expect(to).toBeGreaterThanOrEqual(from);
            if (measure === 'count') expect(Number.isInteger(from) && Number.isInteger(to)).toBe(true);
          }
          const sorted = [...values].sort((a, b) => a - b);
          const found = sorted.map((one) => {
            const its = classOf(one, classes);
            expect(its).not.toBeNull();
            if (measure === 'count') expect(one >= (its?.from ?? 0) && one <= (its?.to ?? 0)).toBe(true);
            expect(one === 0).toBe(its?.to === 0);
            return its ? classes.indexOf(its) : -1;
          });
          expect(found).toEqual([...found].sort((a, b) => a - b));
          expect(new Set(found).size).toBe(classes.length);
          expect(new Set(classes.map(({ color }) => color)).size).toBe(classes.length);
        },
      ),
    );
  });

  it('gives no class to what is not known', () => {
    expect(classOf(null, mapClasses([1, 2], 'count'))).toBeNull();
    expect(classOf(0, mapClasses([1, 2], 'count'))).toBeNull();
  });
});
