import { describe, expect, it } from 'vitest';
import {
  breakdownChartSvg,
  districtChartSvg,
  matrixChartSvg,
  type SvgOptions,
  timeChartSvg,
} from '@/lib/charts/svg/charts';
import type { Dot, TimeChart } from '@/lib/charts/types';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { addDays } from '@/lib/dates/civil';
import { breakdownChart, districtChart, matrixChart } from './place-samples';
import { barsChart, dotsChart, long, sequence } from './samples';
import { alive, all, collisions, outside, parse, textOf, visibleTexts, words } from './xml';

const plain: SvgOptions = { fonts: 'none' };

/** A matrix whose rows and columns all have such a name. */
function labelled(chart: MatrixChart, label: string): MatrixChart {
  const side = (of: MatrixChart['rows']) => ({
    ...of,
    heads: of.heads.map((head) => ({ ...head, label: `${label}${head.label}` })),
  });
  return { ...chart, rows: side(chart.rows), columns: side(chart.columns) };
}

function hostileMatrix(text: string): MatrixChart {
  const chart = labelled(matrixChart('en'), text);
  const heads = chart.rows.heads.map((head) => ({ ...head, code: text }));
  return {
    ...chart,
    rows: { ...chart.rows, heads },
    classes: [{ from: 0, to: 100, color: text, label: text }],
  };
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
          coarse: { ...district.coarse, label: hostile, words: hostile },
          outside: [{ count: 1, label: hostile, placeId: hostile }],
          classes: [{ from: 0, to: 100, color: hostile, label: hostile }],
        },
        plain,
      ),
      await districtChartSvg(
        { ...district, units: district.units.map((unit) => ({ ...unit, d: `M0 0${hostile}` })) },
        plain,
      ),
      await matrixChartSvg(hostileMatrix(hostile), plain),
      await breakdownChartSvg(
        {
          ...breakdown,
          color: hostile,
          rows: breakdown.rows.map((row) => ({ ...row, code: hostile, label: hostile })),
        },
        plain,
      ),
    ];
    for (const svg of svgs) expect(alive(svg)).toEqual([]);
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
              coarse: { ...district.coarse, label, words: label },
              outside: [{ count: 12345, label, placeId: 'x' }],
            },
            options,
          ),
          await matrixChartSvg(labelled(matrixChart(locale), label), options),
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
