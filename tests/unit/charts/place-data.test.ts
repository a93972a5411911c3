import { describe, expect, it } from 'vitest';
import { breakdownChartSvg, districtChartSvg, matrixChartSvg } from '@/lib/charts/svg/charts';
import { breakdownChart, districtChart, matrixChart } from './place-samples';
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
    expect(words(root).replaceAll('\n', ' ')).toContain('None in Unit 10, Unit 11');
    expect(collisions(root)).toEqual([]);
  });

  it('sums up districts and places that are too many to name', async () => {
    const chart = districtChart('en');
    const [one] = chart.units;
    if (!one) throw new Error('no unit');
    const units = Array.from({ length: 120 }, (_, i) => ({
      ...one,
      code: String(440000 + i),
      name: `Unit ${i}`,
      count: i < 70 ? 100 - i : 0,
      d: null,
    }));
    const outside = Array.from({ length: 30 }, (_, i) => ({
      count: 30 - i,
      label: `Far ${i}`,
      placeId: `${i}`,
    }));
    const root = parse(await districtChartSvg({ ...chart, units, outside }, plain));
    expect(having(root, 'data-row')).toHaveLength(30);
    const text = words(root).replaceAll('\n', ' ');
    // 100 - 30 down to 100 - 69: 40 districts, 50.5 on average.
    expect(text).toContain('40 more districts, with 2,020 incidents between them, have no bar here.');
    expect(text).toContain('None in 50 districts.');
    expect(text).toContain('18 more 171');
    expect(outside.length).toBe(30);
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

  it('sets what is not known apart: hatched, and not on the scale of the others', async () => {
    const chart = breakdownChart('en');
    const rows = chart.rows.map((row) => (row.apart ? { ...row, count: 5000 } : row));
    const root = parse(await breakdownChartSvg({ ...chart, rows, total: 6000 }, plain));
    const bar = (code: string) =>
      having(root, 'data-row').find(({ attributes }) => attributes['data-row'] === code);
    const of = (code: string) => all(bar(code) ?? root, 'rect')[0]?.attributes;
    expect(of('unknown')?.fill).toMatch(/^url\(#/);
    expect(of('unknown')?.width).toBe(of('land-housing')?.width);
    expect(all(bar('unknown') ?? root, 'polygon')).toHaveLength(1);
    expect(all(bar('land-housing') ?? root, 'polygon')).toHaveLength(0);
    expect(words(root)).toContain('83 %');
  });

  it('draws the first of an open list, and says how many are left out', async () => {
    const chart = breakdownChart('en');
    const [one] = chart.rows;
    if (!one) throw new Error('no row');
    const rows = Array.from({ length: 100 }, (_, i) => ({
      ...one,
      code: `r${i}`,
      label: `r${i}`,
      count: 100 - i,
      depth: 0 as const,
    }));
    const root = parse(await breakdownChartSvg({ ...chart, rows }, plain));
    expect(having(root, 'data-row')).toHaveLength(40);
    expect(words(root).replaceAll('\n', ' ')).toContain('60 more values, with 1,830 incidents between them');
  });

  it('says so when there are no rows', async () => {
    const root = parse(await breakdownChartSvg(breakdownChart('zh', { rows: [], total: 0 }), plain));
    expect(words(root)).toContain('所选范围内没有事件');
  });
});

describe('a matrix', () => {
  it('has a cell for each pair, with totals that are not sums of cells', async () => {
    const root = parse(await matrixChartSvg(matrixChart('en'), plain));
    const cells = having(root, 'data-cell').map(({ attributes }) => Number(attributes['data-count']));
    expect(cells).toEqual(matrixChart('en').cells.flat());
    for (const text of ['40', '22', '64', 'All', 'Wage arrears'])
      expect(words(root).split('\n')).toContain(text);
  });

  it('colours by class, but neither nothing nor what stands apart', async () => {
    const root = parse(await matrixChartSvg(matrixChart('en'), plain));
    const fill = (code: string) =>
      all(
        having(root, 'data-cell').find(({ attributes }) => attributes['data-cell'] === code) ?? root,
        'rect',
      )[0]?.attributes.fill;
    expect(fill('labour~monitor')).toBe('#A23F2B');
    expect(fill('veterans~political')).toBe('#F0D9D2');
    for (const code of ['health~political', 'labour~none', 'unknown~monitor'])
      expect(fill(code)).toBe('#FFFFFF');
  });

  it('gives shares, and stars those of too few incidents', async () => {
    const root = parse(await matrixChartSvg(matrixChart('zh', { shares: 'row' }), plain));
    const text = (code: string) =>
      words(having(root, 'data-cell').find(({ attributes }) => attributes['data-cell'] === code) ?? root);
    expect(text('labour~monitor')).toBe('35%');
    expect(text('veterans~monitor')).toBe('50%*');
    expect(words(root)).toContain('占行的百分比');
  });

  it('leaves out the columns for which there is no room, and says so', async () => {
    const chart = matrixChart('en');
    const [one] = chart.columns.heads;
    if (!one) throw new Error('no column');
    const columns = Array.from({ length: 40 }, (_, i) => ({ ...one, code: `c${i}`, label: `Column ${i}` }));
    const wide = {
      ...chart,
      columns: { ...chart.columns, heads: columns },
      cells: chart.rows.heads.map(() => columns.map(() => 1)),
    };
    for (const [width, least, most] of [
      [1200, 18, 25],
      [400, 3, 9],
    ] as const) {
      const root = parse(await matrixChartSvg(wide, { width, fonts: 'none' }));
      const drawn = having(root, 'data-cell').length / 5;
      expect(drawn).toBeGreaterThanOrEqual(least);
      expect(drawn).toBeLessThanOrEqual(most);
      expect(words(root)).toContain(`${40 - drawn} more columns are not drawn.`);
      expect(outside(root)).toEqual([]);
    }
  });

  it('says so when there is nothing', async () => {
    const chart = matrixChart('en');
    const empty = { ...chart, rows: { ...chart.rows, heads: [] }, cells: [] };
    expect(words(parse(await matrixChartSvg(empty, plain)))).toContain('No incidents in this selection');
  });
});
