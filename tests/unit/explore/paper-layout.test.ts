import { describe, expect, it } from 'vitest';
import { paperLayout, tableColumns, usualColumns } from '@/lib/explore/columns';

describe('the columns on paper', () => {
  it('share the sheet wholly, whichever are chosen', () => {
    for (const columns of [usualColumns, [...tableColumns], ['ref' as const]]) {
      const { shares } = paperLayout(columns, null);
      expect(shares).toHaveLength(columns.length);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    }
  });

  it('give the title the most room among the usual ones, and the sheet stays upright', () => {
    const { shares, isWide } = paperLayout(usualColumns, null);
    expect(shares[usualColumns.indexOf('title')]).toBe(Math.max(...shares));
    expect(isWide).toBe(false);
    expect(paperLayout([...usualColumns, 'summary', 'issues', 'responses'], null).isWide).toBe(true);
  });

  it('keep the proportions that somebody has chosen', () => {
    expect(paperLayout(['date', 'title'], { date: 300, title: 100 }).shares).toEqual([75, 25]);
  });
});
