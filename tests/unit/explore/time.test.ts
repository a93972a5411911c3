import { describe, expect, test } from 'vitest';
import { drawnValues, heightOf, highest, restCode } from '@/lib/charts/time-values';
import type { Bucket } from '@/lib/charts/types';
import { type TimeInput, timeChart, timeSpan } from '@/lib/explore/time';
import { calendar } from '@/lib/explore/time-calendar';
import { keyCounts } from '@/lib/explore/time-keys';
import { directiveLane, type LaneCount } from '@/lib/explore/time-lane';
import { leansOnCoarse, peakOf, trendOf } from '@/lib/explore/time-sentence';
import { defaultView, type ExploreView } from '@/lib/explore/view';
import { noFilters } from '@/lib/incidents/selection';
import type { PlaceNode } from '@/lib/places/tree';
import { choice } from '@/lib/url/params';
import { baseIn, count } from './time-samples';

const place = (id: string, path: string, level: PlaceNode['level']): [string, PlaceNode] => [
  id,
  {
    id,
    code: id,
    nameEn: id,
    nameZh: id,
    level,
    parentId: path.split('/').at(-3) ?? null,
    path,
    aliases: [],
  },
];
const places = new Map([
  place('CN', 'CN/', 'country'),
  place('44', 'CN/44/', 'province'),
  place('4408', 'CN/44/4408/', 'prefecture'),
  place('440882', 'CN/44/4408/440882/', 'county'),
  place('440883', 'CN/44/4408/440883/', 'county'),
  place('440883.a', 'CN/44/4408/440883/440883.a/', 'township'),
  place('4409', 'CN/44/4409/', 'prefecture'),
]);
const names = {
  dataset: (slug: string) => slug,
  place: (id: string) => `<${id}>`,
  source: (ref: string) => ref,
};
const context = {
  locale: 'en' as const,
  names,
  places,
  scope: places.get('4408') ?? null,
  filters: noFilters,
};

describe('series of a chart', () => {
  test('types keep the order and the colours of the codebook', () => {
    const { keys } = keyCounts(
      [count('2019-01-01', 'strike', 9), count('2019-01-01', 'petition')],
      'type',
      context,
    );
    expect(keys.map(({ code, color }) => [code, color])).toEqual([
      ['petition', '#2C6A96'],
      ['strike', '#4F8A6B'],
    ]);
  });

  test('broader terms stand for their narrower ones, which are not counted again', () => {
    const counts = [count('2019-01-01', 'labour', 3), count('2019-01-01', 'wage-arrears', 2)];
    const { keys, counts: kept } = keyCounts(counts, 'issue', context);
    expect(keys.map(({ code }) => code)).toEqual(['labour']);
    expect(kept).toHaveLength(1);
  });

  test('of many values the largest seven are kept, the rest is one, and none and unknown are always named', () => {
    const counts = Array.from({ length: 10 }, (_, i) => count('2019-01-01', `outlet-${i}`, 20 - i));
    const { keys, counts: kept } = keyCounts([...counts, count('2019-01-01', 'unknown')], 'source', context);
    expect(keys.map(({ code }) => code)).toEqual([
      ...counts.slice(0, 7).map(({ code }) => code),
      restCode,
      'unknown',
    ]);
    expect(keys.find(({ code }) => code === restCode)).toMatchObject({
      label: 'Other values (3)',
      values: ['outlet-7', 'outlet-8', 'outlet-9'],
    });
    expect(kept.filter(({ code }) => code === restCode).reduce((sum, one) => sum + one.count, 0)).toBe(
      13 + 12 + 11,
    );
    expect(kept.reduce((sum, one) => sum + one.count, 0)).toBe(
      [...counts].reduce((sum, one) => sum + one.count, 1),
    );
  });

  test('eight values are not put together, and classes of size never', () => {
    const eight = Array.from({ length: 8 }, (_, i) => count('2019-01-01', `o-${i}`));
    expect(keyCounts(eight, 'source', context).keys).toHaveLength(8);
    const sizes = [
      '1',
      '2-9',
      '10-49',
      '50-99',
      '100-499',
      '500-999',
      '1000-1999',
      '2000-4999',
      '5000-9999',
      '10000-plus',
    ];
    const { keys } = keyCounts(
      [...sizes].reverse().map((code) => count('2019-01-01', code)),
      'size',
      context,
    );
    expect(keys.map(({ code }) => code)).toEqual(sizes);
    expect(new Set(keys.map(({ color }) => color)).size).toBe(10);
  });

  test('places are put together to the units of the area, with what is known only to it and what lies outside', () => {
    const counts = ['440882', '440883', '440883.a', '4408', '44', '4409'].map((id) =>
      count('2019-01-01', id),
    );
    const { keys, counts: kept } = keyCounts(counts, 'place', context);
    expect(kept.map(({ code }) => code)).toEqual(['440882', '440883', '440883', 'area', 'area', 'outside']);
    expect(keys.map(({ code, label, values }) => [code, label, values])).toEqual([
      ['440883', '<440883>', ['440883']],
      ['440882', '<440882>', ['440882']],
      ['outside', 'Outside <4408>', []],
      ['area', 'Known only to <4408>', ['@CN', '@44', '@4408']],
    ]);
  });

  test('a unit of which the filter keeps a part stands for that part alone', () => {
    const filters = { place: choice(['440883.a', '440882']), destination: choice([]) };
    const { keys } = keyCounts([count('2019-01-01', '440883.a')], 'place', { ...context, filters });
    expect(keys.map(({ values }) => values)).toEqual([['440883.a']]);
  });

  test('destinations are put together by their own filter, and those without one are named last', () => {
    const filters = { place: choice(['440882']), destination: choice(['440883.a']) };
    const counts = ['440883.a', 'unknown'].map((id) => count('2019-01-01', id));
    const { keys, counts: kept } = keyCounts(counts, 'destination', { ...context, filters });
    expect(kept.map(({ code }) => code)).toEqual(['440883', 'unknown']);
    expect(keys.map(({ label, values }) => [label, values])).toEqual([
      ['<440883>', ['440883.a']],
      ['No destination known', undefined],
    ]);
  });
});

const input = (view: Partial<ExploreView>, more: Partial<TimeInput> = {}): TimeInput => {
  const made: Omit<TimeInput, 'span'> = {
    counts: [count('2019-01-05', 'petition', 4), count('2019-03-02', 'strike', 6)],
    totals: null,
    rest: null,
    past: null,
    kept: null,
    dots: null,
    directives: null,
    filters: noFilters,
    view: { ...defaultView, by: 'month', ...view },
    coverage: [{ from: '2019-01-01', to: '2019-06-30' }],
    periods: [],
    names,
    places,
    scope: null,
    base: baseIn('en'),
    ...more,
  };
  const days = (made.totals ?? made.counts).map(({ day }) => day).sort();
  const [from, to] = [days[0], days.at(-1)];
  return { ...made, span: timeSpan(made.filters, made.coverage, from && to ? { from, to } : null) };
};

describe('a chart over time', () => {
  test('names its periods of reference where there may be no room for all their names', () => {
    const of = (year: number, name: string, day: string) => ({
      label: `${name} ${year}`,
      startsOn: `${year}-${day}`,
      endsOn: `${year}-${day}`,
    });
    const periods = [
      of(2018, 'Two Sessions', '03-03'),
      of(2018, 'National Day', '10-01'),
      of(2019, 'Spring Festival', '02-05'),
      of(2019, 'Two Sessions', '03-03'),
    ];
    const notesOf = (some: typeof periods) => timeChart(input({}, { periods: some })).frame.notes.join(' ');
    expect(notesOf(periods)).toContain('in this order: Spring Festival, Two Sessions, National Day.');
    expect(notesOf(periods.slice(0, 2))).not.toContain('Two Sessions');
  });

  test('says the main thing in a sentence', () => {
    expect(timeChart(input({})).sentence).toBe(
      '10 incidents by month and type. Most in Mar 2019 (6). Falling: 10 in the first half of the span, 0 in the second.',
    );
    expect(timeChart(input({ show: 'share' })).sentence).toBe(
      'Shares of 10 incidents by month and type. Over the whole span the largest is Strike, 60 %.',
    );
    const many = Array.from({ length: 30 }, (_, i) => count('2019-01-05', `category-${i}`, i === 0 ? 2 : 1));
    expect(timeChart(input({ show: 'share', split: 'category' }, { counts: many })).sentence).toContain(
      'the largest is category-0, 6 %',
    );
    expect(timeChart(input({ show: 'cumulative' })).sentence).toBe(
      '10 incidents up to Jun 2019, added up by month and type. Half of them began by Mar 2019.',
    );
  });

  test('without a field to split by has one series, and no shares', () => {
    const chart = timeChart(input({ split: null, show: 'share' }, { counts: [count('2019-01-05', '', 4)] }));
    expect([chart.show, chart.keys.map(({ code }) => code)]).toEqual(['count', ['']]);
    expect(chart.frame.notes.join(' ')).toContain('Shares need a field to split by');
  });

  test('of a field with several values counts each incident once in the total, and says so', () => {
    const counts = [count('2019-01-05', 'labour', 3), count('2019-01-05', 'education', 3)];
    const chart = timeChart(input({ split: 'issue' }, { counts, totals: [count('2019-01-05', '', 4)] }));
    expect([chart.total, chart.buckets[0]?.total, chart.several]).toEqual([4, 4, true]);
    expect(chart.frame.notes).toContain(
      'An incident may stand under several values; totals count each of the 4 incidents once.',
    );
  });

  test('of a field with several values counts what has any of the others once, or leaves them out of shares', () => {
    // Ten incidents, each with all of nine sources.
    const day = '2019-01-05';
    const counts = Array.from({ length: 9 }, (_, i) => count(day, `outlet-${i}`, 10));
    const of = (view: Partial<ExploreView>, rest: TimeInput['rest']) =>
      timeChart(input({ split: 'source', ...view }, { counts, totals: [count(day, '', 10)], rest }));
    const rest = [count(day, '', 10)];
    const shares = of({ show: 'share' }, rest);
    expect(heightOf(drawnValues(shares)[0], restCode)).toBe(1);
    expect(highest(shares)).toBe(1);
    expect(shares.frame.notes).toContain(
      '“Other values” counts an incident once, however many of them it has.',
    );
    const left = of({ show: 'share' }, null);
    expect(left.keys.map(({ code }) => code)).not.toContain(restCode);
    expect(left.buckets[0]?.stacks[restCode]).toBeUndefined();
    expect([highest(left), left.total]).toEqual([1, 10]);
    expect(left.frame.notes.join(' ')).toContain('Other values are left out');
    expect(of({}, rest).buckets[0]?.stacks[restCode]?.sure).toBe(10);
    const each = of({}, null);
    expect(each.buckets[0]?.stacks[restCode]?.sure).toBe(20);
    expect(each.frame.notes).toContain(
      'Under “Other values” an incident counts once for each of them that it has.',
    );
  });

  test('does not stack shares that add up to more than the whole', () => {
    const counts = [count('2019-01-05', 'labour', 3), count('2019-01-05', 'education', 3)];
    const once = [count('2019-01-05', '', 4)];
    const chart = timeChart(input({ split: 'issue', show: 'share' }, { counts, totals: once }));
    expect(chart.draw).toBe('lines');
    expect(timeChart(input({ show: 'share' })).draw).toBe('stacked');
  });

  test('has moving averages of counts and shares alone', () => {
    expect(timeChart(input({ mean: 3 })).mean?.lines).toEqual([
      { code: '', values: [null, null, 10 / 3, 2, 2, 0] },
    ]);
    const ranges = timeChart(input({ mean: 3, show: 'participants' }));
    expect(ranges.mean).toBeNull();
    expect(ranges.frame.notes.join(' ')).toContain('no mean line');
    const grouped = (codes: string[]) =>
      timeChart(
        input({ draw: 'grouped', mean: 3 }, { counts: codes.map((code) => count('2019-01-05', code)) }),
      );
    expect(grouped(['petition', 'strike', 'other']).mean).not.toBeNull();
    const many = grouped(['petition', 'strike', 'other', 'mass-incident']);
    expect(many.mean).toBeNull();
    expect(many.frame.notes.join(' ')).toContain('no mean lines among bars');
  });

  test('gives people as a range, and says how many sizes are open or not known', () => {
    const counts = [
      count('2019-01-05', 'petition', 2, { sizeMin: 60, sizeMax: 100, sizeUnknown: 1 }),
      count('2019-01-09', 'strike', 1, { sizeMin: 500, sizeMax: null, sizeUnknown: 0, sizeOpen: 1 }),
    ];
    const chart = timeChart(input({ show: 'participants' }, { counts }));
    expect(chart.buckets[0]?.people).toEqual({
      petition: { min: 60, max: 100, open: 0, unknown: 1 },
      strike: { min: 500, max: null, open: 1, unknown: 0 },
      '': { min: 560, max: 100, open: 1, unknown: 1 },
    });
    expect(chart.sentence).toContain('560 or more');
    const notes = chart.frame.notes.join(' ');
    expect(notes).toContain('1 incident has no upper bound');
    expect(notes).toContain('1 incident does not report a size');
  });

  test('marks shares of few incidents in a note', () => {
    expect(timeChart(input({ show: 'share' })).frame.notes.join(' ')).toContain(
      '2 months with fewer than 10 incidents',
    );
  });
});

const bucket = (total: number, coverage: Bucket['coverage'] = 'full') => ({ total, coverage }) as Bucket;

describe('what is said of a trend', () => {
  test('needs ten incidents, a quarter more and more than chance', () => {
    expect(trendOf([1, 1, 3, 4].map((n) => bucket(n)))).toBeNull();
    expect(trendOf([10, 10, 20, 22].map((n) => bucket(n)))).toEqual({ rises: true, before: 20, after: 42 });
    expect(trendOf([30, 1, 12, 1].map((n) => bucket(n)))).toEqual({ rises: false, before: 31, after: 13 });
    expect(trendOf([10, 10, 12, 13].map((n) => bucket(n)))).toBeNull();
  });
  test('leaves out what is covered in part', () => {
    expect(trendOf([bucket(90, 'part'), ...[10, 10, 20, 22].map((n) => bucket(n))])?.before).toBe(20);
  });
  test('names a peak only where there is one', () => {
    expect(peakOf([{ total: 3 }, { total: 5 }])).toEqual({ total: 5 });
    expect(peakOf([{ total: 5 }, { total: 5 }])).toBeNull();
    expect(peakOf([{ total: 1 }])).toBeNull();
  });
  test('says of a peak that it is one only with incidents dated more coarsely', () => {
    const of = (sure: number, coarse: number) => ({
      total: sure + coarse,
      stacks: { petition: { sure, coarse } },
    });
    const [first, other] = [of(2, 9), of(5, 0)];
    expect(leansOnCoarse(first, [first, other])).toBe(true);
    expect(leansOnCoarse(other, [other, of(1, 3)])).toBe(false);
    const clear = of(8, 2);
    expect(leansOnCoarse(clear, [clear, other])).toBe(false);
  });
});

describe('a calendar', () => {
  test('says of what the view asks for that it does not show it', () => {
    const plain = (view: Partial<ExploreView>, locale: 'en' | 'zh' = 'en') =>
      timeChart(input({ draw: 'calendar', ...view }, { base: baseIn(locale) })).frame.notes.filter((note) =>
        /numbers of incidents|日历显示/.test(note),
      );
    expect(plain({})).toEqual([]);
    expect(plain({ split: null })).toEqual([]);
    expect(plain({ split: 'place' })).toEqual([
      'The calendar shows numbers of incidents, not split by place.',
    ]);
    expect(plain({ show: 'participants' })).toEqual([
      'The calendar shows numbers of incidents, not participants.',
    ]);
    expect(plain({ show: 'share', split: 'issue' })).toEqual([
      'The calendar shows numbers of incidents, not shares, and not split by issue.',
    ]);
    expect(plain({ show: 'participants', split: 'place' }, 'zh')).toEqual([
      '日历显示事件数，不显示参与人数，不按地点分组。',
    ]);
  });
  const covered = { from: '2019-02-01', to: '2020-12-31' };
  const counts = [
    count('2019-02-03', '', 2),
    count('2019-02-03', '', 1, { precision: 'week' }),
    count('2020-12-31', '', 1, { precision: 'days' }),
  ];
  test('counts what is dated to the day; zero and no data are different', () => {
    const made = calendar(counts, covered, [covered]);
    expect(made.years.map(({ year, total, days }) => [year, total, days.length])).toEqual([
      [2020, 1, 366],
      [2019, 2, 365],
    ]);
    const [, year] = made.years;
    expect([year?.days[30], year?.days[31], year?.days[33]]).toEqual([null, 0, 2]);
    expect(made.leftOut).toBe(1);
  });
  test('draws sixteen years at most, the newest, and counts the others', () => {
    const made = calendar(
      [count('1999-05-05', '', 4), count('2020-01-01', '')],
      { from: '1999-01-01', to: '2020-12-31' },
      [],
    );
    expect([made.years.length, made.years.at(-1)?.year, made.earlier]).toEqual([16, 2005, 4]);
  });
});

describe('the lane of directives', () => {
  const directive = (ref: string) => ({ ref, title: ref, titleZh: null });
  const issued = (from: string | null, n: number, more: Partial<LaneCount> = {}): LaneCount => ({
    from,
    to: from,
    precision: from ? 'day' : null,
    count: n,
    directives: Array.from({ length: Math.min(n, 5) }, (_, i) => directive(`${from}-${i}`)),
    ...more,
  });
  const { buckets } = timeChart(input({}));
  const place = { buckets, span: { from: '2019-01-01', to: '2019-06-30' }, locale: 'en' as const };

  test('has a mark for each bucket, with at most five by name, and counts what has none', () => {
    const lane = directiveLane(
      [
        issued('2019-01-03', 4),
        issued('2019-01-20', 3),
        issued('2019-02-01', 1, { to: '2019-04-30', precision: 'quarter' }),
        issued('2018-04-05', 2),
        issued(null, 6),
      ],
      { ...place, grain: 'month' },
    );
    expect(
      lane.marks.map(({ from, count: n, coarse, directives }) => [from, n, coarse, directives.length]),
    ).toEqual([
      ['2019-01-01', 7, 0, 5],
      ['2019-02-01', 1, 1, 1],
    ]);
    expect([lane.undated, lane.outside]).toEqual([6, 2]);
  });

  test('has a mark for each span of days under dots', () => {
    const lane = directiveLane([issued('2019-01-03', 1), issued('2019-01-20', 1)], { ...place, grain: null });
    expect(lane.marks.map(({ from, label }) => [from, label])).toEqual([
      ['2019-01-03', '3 Jan 2019'],
      ['2019-01-20', '20 Jan 2019'],
    ]);
  });
});
