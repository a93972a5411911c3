import { describe, expect, test } from 'vitest';
import { breakdownChart, breakdownOnScreen, inOrder } from '@/lib/explore/breakdowns';
import { nLine } from '@/lib/explore/frame';
import type { Locale } from '@/lib/i18n/locale';
import type { CountedField } from '@/lib/incidents/dimensions';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { frameBase, names } from './samples';

const chartOf = (
  field: CountedField,
  counts: Record<string, number>,
  filters: Partial<IncidentFilters> = {},
  { total = 100, kept = total, locale = 'en' }: { total?: number; kept?: number; locale?: Locale } = {},
) =>
  breakdownChart(field, new Map(Object.entries(counts)), {
    filters: { ...noFilters, ...filters },
    total,
    kept,
    names,
    base: { ...frameBase, locale, n: nLine(kept, locale) },
  });
const codes = (chart: ReturnType<typeof chartOf>) => chart.rows.map(({ code, count }) => [code, count]);

describe('a breakdown', () => {
  test('is ordered by count, narrower terms under their broader one, none and not known last', () => {
    const chart = chartOf('issue', {
      unknown: 90,
      labour: 30,
      'wage-arrears': 20,
      'land-housing': 40,
      demolition: 10,
      'land-acquisition': 25,
      environment: 35,
    });
    expect(codes(chart)).toEqual([
      ['land-housing', 40],
      ['land-acquisition', 25],
      ['demolition', 10],
      ['environment', 35],
      ['labour', 30],
      ['wage-arrears', 20],
      ['unknown', 90],
    ]);
    expect(chart.rows.map(({ depth }) => depth)).toEqual([0, 1, 1, 0, 0, 1, 0]);
    expect(chart.rows.filter(({ apart }) => apart).map(({ code }) => code)).toEqual(['unknown']);
    const orders = inOrder('order', [
      { code: 'none', count: 900 },
      { code: 'unknown', count: 2 },
      { code: 'punish', count: 3 },
    ]);
    expect(orders.map(({ code }) => code)).toEqual(['punish', 'none', 'unknown']);
  });

  test('of sizes goes by class, with the empty ones between, and has the unknown apart', () => {
    const chart = chartOf('size', { unknown: 70, '10-49': 5, '500-999': 3, '2-9': 20 });
    expect(codes(chart)).toEqual([
      ['2-9', 20],
      ['10-49', 5],
      ['50-99', 0],
      ['100-499', 0],
      ['500-999', 3],
      ['unknown', 70],
    ]);
    expect(chart.ordered).toBe(true);
    expect(chart.frame.notes.join(' ')).toContain('class of its lower bound');
  });

  test('of an open list has its values by name', () => {
    const chart = chartOf('source', { 'gazette-1': 3, 'gazette-2': 8, unknown: 4 });
    expect(chart.rows.map(({ label }) => label)).toEqual([
      'Source gazette-2',
      'Source gazette-1',
      'No source recorded',
    ]);
  });

  test('keeps what the filter names though nothing has it', () => {
    const chart = chartOf('type', { petition: 8 }, { type: choice(['strike'], ['petition']) }, { total: 8 });
    expect(chart.rows.map(({ code, selected, excluded }) => [code, selected, excluded])).toEqual([
      ['petition', false, true],
      ['strike', true, false],
    ]);
    expect(chartOf('type', { petition: 8 }).frame.notes).toEqual([]);
  });

  test('marks what is left out with the broader value over it', () => {
    const counts = { labour: 9, 'wage-arrears': 4, environment: 3 };
    const { rows } = chartOf('issue', counts, { issue: choice([], ['labour']) }, { total: 12, kept: 3 });
    expect(rows.map(({ code, excluded, excludedBy }) => [code, excluded, excludedBy])).toEqual([
      ['labour', true, undefined],
      ['wage-arrears', true, 'labour'],
      ['environment', false, undefined],
    ]);
  });

  test('says the main thing in a sentence', () => {
    expect(chartOf('type', { petition: 60, strike: 40 }).sentence).toBe(
      'Petition is the most frequent: 60 of 100 (60 %).',
    );
    expect(chartOf('size', { unknown: 100 }).sentence).toBe('Nothing is known of this field.');
    expect(chartOf('response', { meeting: 3, unknown: 97 }).sentence).toContain('Not known of 97.');
    expect(chartOf('type', {}, {}, { total: 0 }).sentence).toBe('No incident in this selection.');
  });

  test('says beside what it counts without its own filter what that keeps', () => {
    const counts = { 'mass-incident': 8448, petition: 5677 };
    const sums = { total: 19589, kept: 5677 };
    const filters = { type: choice(['petition']) };
    const { sentence, frame } = chartOf('type', counts, filters, sums);
    expect(sentence).toBe(
      'Without the filter on Type: Mass incident is the most frequent: 8,448 of 19,589 (43 %). The filter on Type keeps 5,677.',
    );
    expect(frame.n).toBe('n = 5,677 incidents; counted here without the filter on Type: 19,589');
    const zh = chartOf('type', counts, filters, { ...sums, locale: 'zh' });
    expect([zh.sentence, zh.frame.n]).toEqual([
      '不计“类型”筛选：最多的是群体性事件：19,589 起中有 8,448 起（43%）。按此筛选保留 5,677 起。',
      'n = 5,677 起事件；此图不计“类型”筛选，共 19,589 起',
    ]);
    // Filters on other fields, and one that takes nothing away, leave nothing to say.
    const plain = 'Mass incident is the most frequent: 8,448 of 19,589 (43 %).';
    expect(chartOf('type', counts, { order: choice(['punish']) }, { total: 19589 }).sentence).toBe(plain);
    expect(chartOf('type', counts, { type: choice([], ['other']) }, { total: 19589 }).sentence).toBe(plain);
  });

  test('is sent to a page without the tail of a long list, but with what is chosen there', () => {
    const counts = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`c${i}`, 500 - i]));
    const whole = chartOf('category', { ...counts, unknown: 1 }, { category: choice(['c499']) });
    const sent = breakdownOnScreen(whole);
    expect(sent.rows).toHaveLength(200);
    expect(sent.rows.at(-1)?.code).toBe('unknown');
    expect(sent.rows.some(({ code }) => code === 'c499')).toBe(true);
    const sum = sent.rows.reduce((all, { count }) => all + count, 0) + sent.more.incidents;
    expect([sum, sent.rows.length + sent.more.rows]).toEqual([
      whole.rows.reduce((all, { count }) => all + count, 0),
      whole.rows.length,
    ]);
  });
});
