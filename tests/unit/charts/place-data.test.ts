import { describe, expect, it } from 'vitest';
import { breakdownChartSvg, districtChartSvg } from '@/lib/charts/svg/charts';
import { breakdownChart, districtChart } from './place-samples';
import { frame } from './samples';
import { all, collisions, having, outside, parse, words } from './xml';

const plain = { fonts: 'none' } as const;

describe('a district chart', () => {
  it('gives every unit its row, ranked, and every shape its count', async () => {
    const chart = districtChart('en');
    const root = parse(await districtChartSvg(chart, plain));
    const rows = having(root, 'data-row').map(({ attributes }) => Number(attributes['data-count']));
    expect(rows).toEqual(chart.units.map(({ count }) => count).sort((a, b) => b - a));
    for (const shape of having(root, 'data-unit')) {
      const unit = chart.units.find(({ code }) => code === shape.attributes['data-unit']);
      expect(shape.attributes['data-count']).toBe(String(unit?.count));
    }
    const text = words(root);
    for (const part of [
      'Leizhou 61',
      '18–22',
      '4 known only to Zhanjiang',
      '2 outside the map: Maoming 1, Beijing 1',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('draws bars alone where no boundaries are held', async () => {
    const chart = districtChart('en');
    const units = chart.units.map((unit) => ({ ...unit, d: null }));
    const root = parse(await districtChartSvg({ ...chart, units, width: 0, height: 0 }, plain));
    expect(all(root, 'path')).toEqual([]);
    expect(having(root, 'data-row')).toHaveLength(9);
    expect(words(root)).toContain('No boundaries are held');
    expect(words(root)).toContain('4 known only to Zhanjiang');
    expect(outside(root)).toEqual([]);
  });

  it('names units without a shape, fades what is not selected, and marks unknown rates', async () => {
    const chart = districtChart('zh', { measure: 'rate' });
    const units = chart.units.map((unit, i) => ({
      ...unit,
      d: i === 0 ? null : unit.d,
      rate: i === 1 ? null : unit.rate,
      selected: i > 4,
    }));
    const root = parse(await districtChartSvg({ ...chart, units }, plain));
    const text = words(root);
    for (const part of ['地图上未显示：廉江', '人口不详', '淡色：未选中', '每十万人事件数 (2021年人口)']) {
      expect(text).toContain(part);
    }
    const faded = having(root, 'data-unit').filter(({ attributes }) => attributes['fill-opacity'] === '0.35');
    expect(faded).toHaveLength(4);
  });

  it('lists units with nothing in words where there are many', async () => {
    const chart = districtChart('en');
    const units = Array.from({ length: 40 }, (_, i) => ({
      ...(chart.units[i % 9] ?? {
        ...chart.units[0],
        people: null,
        peopleYear: null,
        rate: null,
        selected: true,
        d: null,
        labelX: 0,
        labelY: 0,
      }),
      code: String(440000 + i),
      name: `Unit ${i}`,
      count: i < 5 ? 5 - i : 0,
    }));
    const root = parse(await districtChartSvg({ ...chart, units }, plain));
    expect(having(root, 'data-row')).toHaveLength(5);
    expect(words(root).replaceAll('\n', ' ')).toContain('None in Unit 5, Unit 6');
    expect(collisions(root)).toEqual([]);
  });

  it('draws only what lies on the map', async () => {
    const root = parse(await districtChartSvg(districtChart('en'), plain));
    const clip = all(root, 'clipPath')[0];
    expect(
      all(root, 'g').some(({ attributes }) => attributes['clip-path'] === `url(#${clip?.attributes.id})`),
    ).toBe(true);
  });
});

describe('a breakdown', () => {
  it('has a bar a row, in proportion, with counts and shares', async () => {
    const chart = breakdownChart('en');
    const root = parse(await breakdownChartSvg(chart, plain));
    const rows = having(root, 'data-row');
    expect(rows.map(({ attributes }) => Number(attributes['data-count']))).toEqual(
      chart.rows.map(({ count }) => count),
    );
    const widths = rows.map((row) => Number(all(row, 'rect')[0]?.attributes.width ?? 0));
    widths.forEach((width, i) => {
      expect(width / (widths[0] ?? 1)).toBeCloseTo((chart.rows[i]?.count ?? 0) / 1278, 2);
    });
    expect(words(root)).toContain('1,278');
    expect(words(root)).toContain('53 %');
    expect(words(root)).toContain('An incident may stand in several rows.');
  });

  it('says once that rows overlap, and not where they do not', async () => {
    const note = 'An incident may stand in several rows.';
    const told = breakdownChart('en', { frame: frame('en', { notes: [note] }) });
    expect(words(parse(await breakdownChartSvg(told, plain))).split(note)).toHaveLength(2);
    expect(
      words(parse(await breakdownChartSvg(breakdownChart('en', { several: false }), plain))),
    ).not.toContain(note);
  });

  it('fades the rest where rows are selected', async () => {
    const chart = breakdownChart('en');
    const rows = chart.rows.map((row, i) => ({ ...row, selected: i === 3 }));
    const root = parse(await breakdownChartSvg({ ...chart, rows }, plain));
    const faded = all(root, 'rect').filter(({ attributes }) => attributes['fill-opacity'] === '0.35');
    expect(faded).toHaveLength(8);
  });

  it('says so when there are no rows', async () => {
    const root = parse(await breakdownChartSvg(breakdownChart('zh', { rows: [], total: 0 }), plain));
    expect(words(root)).toContain('所选范围内没有事件');
  });
});
