import { describe, expect, test } from 'vitest';
import { defaultView, type ExploreView, viewParams } from '@/lib/explore/view';
import { noFilters } from '@/lib/incidents/selection';
import { keptInWords } from '@/lib/saved-views/kept';

const inWords = (change: Partial<ExploreView>, locale: 'en' | 'zh' = 'en') =>
  keptInWords({ ...defaultView, ...change }, locale);

/** One change for each parameter of the view that a saved view keeps. */
const changes: Record<string, Partial<ExploreView>> = {
  by: { by: 'month' },
  draw: { draw: 'lines' },
  split: { split: 'issue' },
  show: { show: 'share' },
  mean: { mean: 7 },
  bursts: { bursts: true },
  lane: { lane: true },
  map: { map: 'rate' },
  level: { level: 'province' },
  area: { area: '440000' },
  bars: { bars: ['order'] },
  matrix: { matrix: ['type', 'order'] },
  shares: { shares: 'row' },
  versus: { compare: { kind: 'year-before' } },
  off: { off: { ...noFilters, q: 'a' } },
  record: { record: 'zj-1' },
  sort: { sort: { key: 'title', descending: false } },
  cols: { cols: ['date'] },
  widths: { widths: { date: 90 } },
  pin: { pin: 1 },
  density: { density: 'compact' },
  page: { page: 2 },
};

describe('what a saved view keeps beside its filter', () => {
  test('is not named where all is as usual', () => {
    expect(inWords({})).toBe('');
    expect(inWords({ lang: 'zh' })).toBe('');
  });

  test('is named for every parameter of the view, in both languages', () => {
    expect([...Object.keys(changes), 'lang'].sort()).toEqual([...viewParams].sort());
    for (const [name, change] of Object.entries(changes)) {
      expect(inWords(change), name).toMatch(/^the /);
      expect(inWords(change, 'zh'), name).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('is named once, the comparison by its kind', () => {
    expect(
      inWords({ by: 'month', bursts: true, cols: ['date'], pin: 1, compare: { kind: 'year-before' } }),
    ).toBe(
      'the comparison with a year before, the settings of the chart over time, the columns of the table',
    );
    expect(inWords({ compare: { kind: 'pinned', filters: noFilters } }, 'zh')).toBe('与已固定的 A 的比较');
  });
});
