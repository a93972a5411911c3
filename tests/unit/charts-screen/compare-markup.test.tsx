import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BurstList } from '@/components/explore/burst-list';
import { CompareLegend } from '@/components/explore/compare/compare-legend';
import { CompareSection } from '@/components/explore/compare/compare-section';
import { withBursts } from '@/lib/explore/bursts';
import { changeBetween } from '@/lib/explore/compare/change';
import type { ComparedSide, ComparisonPage } from '@/lib/explore/compare/types';
import { defaultView, type Selection } from '@/lib/explore/view';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { comparedTime } from '../charts/comparison-samples';
import { frame } from '../charts/samples';
import { bucketsOf, timeChart } from './samples';

/** The markup of an element; the policy of pages forbids styles in it. */
function draw(element: ReactElement): string {
  const html = renderToStaticMarkup(element);
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toMatch(/undefined|NaN|\[object/);
  return html;
}

const words = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
const hrefs = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'));

const petitions = { ...noFilters, type: choice(['petition']) };
const selection: Selection = {
  filters: noFilters,
  view: { ...defaultView, compare: { kind: 'pinned', filters: petitions } },
};
const side = (some: Partial<ComparedSide>): ComparedSide => ({
  filters: noFilters,
  phrases: [],
  sentence: 'All records',
  incidents: 0,
  observed: { days: 365, span: null },
  ...some,
});
const change = changeBetween({ count: 40, of: 40, days: 365 }, { count: 90, of: 90, days: 365 });
const comparison = (some: Partial<ComparisonPage>): ComparisonPage => ({
  kind: 'pinned',
  a: side({
    filters: petitions,
    incidents: 40,
    phrases: [{ part: 'type', label: 'Type', text: 'Petition', short: 'Petition', differs: true }],
  }),
  b: side({ incidents: 90 }),
  isSame: false,
  years: [],
  result: {
    frame: frame('en'),
    total: { code: '', label: 'All incidents', depth: 0, a: 40, b: 90, change },
    time: comparedTime('en'),
    groups: [],
  },
  ...some,
});
const section = (some: Partial<ComparisonPage>) =>
  draw(<CompareSection comparison={comparison(some)} selection={selection} locale="en" />);

describe('the comparison', () => {
  it('names both sides in full in its legend where one says nothing that the other does not say', () => {
    const say = (part: 'type' | 'issue', text: string, differs: boolean) => ({
      part,
      label: part,
      text,
      short: text,
      differs,
    });
    const legend = (b: ComparedSide) => {
      const a = side({ sentence: 'Petitions', phrases: [say('type', 'Petition', b.phrases.length === 1)] });
      return words(draw(<CompareLegend a={a} b={b} isLine={false} locale="en" />));
    };
    const wages = side({
      sentence: 'Petitions about wages',
      phrases: [say('type', 'Petition', false), say('issue', 'Wages', true)],
    });
    expect(legend(wages)).toContain('Petitions about wages');
    expect(legend(wages)).not.toContain('issue: Wages');
    const strikes = side({ sentence: 'Strikes', phrases: [say('type', 'Strike', true)] });
    expect(legend(strikes)).toContain('type: Strike');
  });

  it('says what A and B are and where they differ, and leads to swapping, pinning anew and ending', () => {
    const html = section({});
    expect(words(html)).toContain('|A|pinned|Type: Petition| (differs)|');
    expect(words(html)).toContain(
      'B has 90 incidents, A has 40 incidents. Per day, B has 2.25 (1.55 to 3.27) times as many: large increase.',
    );
    expect(hrefs(html)).toEqual(
      expect.arrayContaining([
        // A without its type.
        '/?versus=all',
        // Swapped: petitions are shown, everything is pinned.
        '/?type=petition&versus=all',
        '/',
        // The records of A, with the comparison kept for the way back.
        '/incidents?type=petition&versus=type%3Dpetition',
      ]),
    );
  });

  it('asks for another filter where A and B are the same, and draws nothing', () => {
    const html = section({ isSame: true });
    expect(words(html)).toContain('A and B are the same selection');
    expect(html).not.toContain('compare-over-time');
  });

  it('says that A is empty, and whether it lies outside the coverage', () => {
    const empty = side({ filters: petitions, observed: { days: 0, span: null } });
    const html = words(section({ a: empty }));
    expect(html).toContain('A keeps no incident.');
    expect(html).toContain('outside what the data sets cover');
    const inside = words(section({ a: { ...empty, observed: { days: 365, span: null } } }));
    expect(inside).toContain('A keeps no incident.');
    expect(inside).not.toContain('outside what the data sets cover');
  });

  it('offers years where a year before has no dates to go by', () => {
    const html = section({ kind: 'year-before', a: null, result: null, years: [2020, 2019] });
    expect(words(html)).toContain('2020 and the year before');
    expect(hrefs(html).filter((href) => href?.includes('from='))).toHaveLength(2);
  });
});

describe('BurstList', () => {
  const buckets = bucketsOf('2019-01-07', 10, 'week').map((bucket, i) => ({
    ...bucket,
    total: i === 9 ? 12 : 4,
  }));
  const counts = buckets.map(({ start, total }) => ({
    day: start,
    precision: 'week' as const,
    count: total,
  }));
  const list = (chart: Parameters<typeof timeChart>[0]) =>
    draw(<BurstList chart={timeChart(chart)} hrefOf={({ start }) => `/?starts=${start}`} />);

  it('names each bucket over its limit with count, expectation and limit, and opens its records', () => {
    const html = list({ grain: 'week', buckets: withBursts(buckets, 'week', counts, null) });
    expect(words(html)).toContain('1 week exceeds the limit');
    expect(words(html)).toContain('12, expected 4.0, limit 7.0');
    expect(hrefs(html)).toEqual(['/?starts=2019-03-11']);
  });

  it('says that there is none', () => {
    const calm = withBursts(buckets, 'week', counts.slice(0, 9), null);
    expect(words(list({ grain: 'week', buckets: calm }))).toContain('No week exceeds the limit.');
  });
});
