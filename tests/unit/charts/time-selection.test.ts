import { describe, expect, it } from 'vitest';
import { timeChartSvg } from '@/lib/charts/svg/charts';
import type { TimeChart } from '@/lib/charts/types';
import { dotsChart } from './samples';
import { modes } from './time-samples';
import { alive, all, collisions, having, type Node, outside, parse } from './xml';

const plain = { fonts: 'none' } as const;
const selected = { from: '2017-01-01', to: '2017-12-31' };

const draw = async (chart: TimeChart) => parse(await timeChartSvg(chart, plain));
/** The parts of a drawing that are faded, and the others. */
function sides(root: Node, key: string): { faded: string[]; full: string[] } {
  const value = (node: Node) => node.attributes[key] ?? '';
  const faded = having(root, 'data-faded').flatMap((group) => having(group, key).map(value));
  const left = [...faded];
  const full = having(root, key)
    .map(value)
    .filter((one) => {
      const at = left.indexOf(one);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  return { faded, full };
}

describe('images of a chart with a chosen span', () => {
  it.each(['stacked', 'grouped', 'panels', 'share', 'cumulative', 'participants'])(
    'fade bars outside it, and mark it with a band: %s',
    async (name) => {
      const chart = modes[name]?.('en', { selected });
      if (!chart) throw new Error(name);
      const root = await draw(chart);
      const { faded, full } = sides(root, 'data-bucket');
      expect(new Set(full.map((start) => start.slice(0, 4)))).toEqual(new Set(['2017']));
      expect(faded.length).toBeGreaterThan(0);
      expect(faded.filter((start) => start.startsWith('2017'))).toEqual([]);
      expect(having(root, 'data-selected').length).toBe(name === 'panels' ? chart.keys.length : 1);
      expect([...new Set(having(root, 'data-faded').map(({ attributes }) => attributes.opacity))]).toEqual([
        '0.3',
      ]);
    },
  );

  it('draw lines twice, cut at its ends: faded outside, in full inside', async () => {
    const root = await draw(modes.lines?.('en', { selected }) ?? dotsChart('en'));
    const { faded, full } = sides(root, 'data-line');
    expect(faded).toEqual(full);
    expect(faded.length).toBeGreaterThan(1);
    const clips = having(root, 'clip-path').map(({ attributes }) => attributes['clip-path']);
    const ids = all(root, 'clipPath').map(({ attributes }) => `url(#${attributes.id})`);
    expect(clips.sort()).toEqual(ids.sort());
    const band = all(having(root, 'data-selected')[0] ?? root, 'rect')[0]?.attributes;
    const inside = all(all(root, 'clipPath')[0] ?? root, 'rect')[0]?.attributes;
    expect([inside?.x, inside?.width]).toEqual([band?.x, band?.width]);
  });

  it('fade dots that begin outside it', async () => {
    const root = await draw(dotsChart('en', { selected: { from: '2019-01-01', to: '2019-12-31' } }));
    const { faded, full } = sides(root, 'data-ref');
    expect(full.every((ref) => ref.startsWith('zj-2019'))).toBe(true);
    expect(faded.every((ref) => ref.startsWith('zj-2020'))).toBe(true);
    expect([full.length > 0, faded.length > 0]).toEqual([true, true]);
    expect(having(root, 'data-selected')).toHaveLength(1);
  });

  it('fade days of a calendar outside it', async () => {
    const days = { from: '2020-02-10', to: '2020-03-20' };
    const { faded, full } = sides(
      await draw(modes.calendar?.('en', { selected: days }) ?? dotsChart('en')),
      'data-day',
    );
    expect(full.every((day) => day >= days.from && day <= days.to)).toBe(true);
    expect(faded.some((day) => day >= days.from && day <= days.to)).toBe(false);
    expect([full.length > 0, faded.length > 0]).toEqual([true, true]);
  });

  it('outline the days of a calendar that lie in it', async () => {
    const outlineOf = async (days: { from: string; to: string }) =>
      having(await draw(modes.calendar?.('en', { selected: days }) ?? dotsChart('en')), 'data-selected').map(
        ({ attributes }) => attributes.d?.match(/M/g)?.length,
      );
    // A day has four sides; a week from Monday to Sunday is a column: one above, one below, seven at either side.
    expect(await outlineOf({ from: '2020-03-11', to: '2020-03-11' })).toEqual([4]);
    expect(await outlineOf({ from: '2020-03-09', to: '2020-03-15' })).toEqual([16]);
    // Across the turn of a year each has its own.
    expect(await outlineOf({ from: '2019-12-30', to: '2020-01-01' })).toHaveLength(2);
  });

  it('fade all where it touches nothing that is drawn', async () => {
    const far = { from: '1990-01-01', to: '1990-12-31' };
    for (const name of ['stacked', 'lines']) {
      const root = await draw(modes[name]?.('en', { selected: far }) ?? dotsChart('en'));
      expect(sides(root, name === 'lines' ? 'data-line' : 'data-bucket').full).toEqual([]);
      expect(having(root, 'data-selected')).toEqual([]);
    }
  });

  it.each(Object.entries(modes))('keep every word inside and apart: %s', async (_, make) => {
    const svg = await timeChartSvg(make('zh', { selected }), { ...plain, width: 480 });
    expect(outside(parse(svg))).toEqual([]);
    expect(collisions(parse(svg))).toEqual([]);
    expect(alive(svg)).toEqual([]);
  });
});
