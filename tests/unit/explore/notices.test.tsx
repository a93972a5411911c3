import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { SelectionNotices } from '@/components/explore/selection-notices';
import { areSynthetic } from '@/lib/explore/chosen';
import type { ExplorePage } from '@/lib/explore/open';

const notices = (incidents: number, synthetic: number, more: Partial<ExplorePage> = {}) =>
  renderToStaticMarkup(
    <SelectionNotices
      page={
        {
          ignored: [],
          phrases: [],
          savedView: null,
          totals: { incidents, synthetic },
          isSynthetic: false,
          ...more,
        } as unknown as ExplorePage
      }
      locale="en"
    />,
  );

describe('the notice of made-up records', () => {
  test('says whether all of them are, or how many', () => {
    expect(notices(3, 3)).toContain('Synthetic data: these records are made up');
    expect(notices(3, 1)).toContain('1 of 3 records are synthetic');
    expect(notices(3, 0)).not.toMatch(/synthetic/i);
  });
  test('stays where the data sets are made up and nothing matches', () => {
    expect(notices(0, 0, { isSynthetic: true })).toContain('Synthetic data: these records are made up');
    expect(notices(0, 0)).not.toMatch(/synthetic/i);
  });
});

test('notices stand apart from one another, each in a box with a margin', () => {
  const ignored = [{ param: 'type', value: 'x', reason: 'unknown-value' as const }];
  const html = notices(3, 3, { ignored });
  const margin = html.match(/<div class="([^"]*notice[^"]*)"><div/)?.[1];
  expect(html.split(`<div class="${margin}"><div`)).toHaveLength(3);
});

test('data sets are made up where each of them is', () => {
  const [real, made] = [{ origin: 'sourced' }, { origin: 'synthetic' }];
  expect(areSynthetic([made, made])).toBe(true);
  expect(areSynthetic([made, real])).toBe(false);
  expect(areSynthetic([])).toBe(false);
});
