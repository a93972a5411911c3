import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { isChosen } from '@/lib/charts/time-layout';
import { restCode } from '@/lib/charts/time-values';
import { addDays } from '@/lib/dates/civil';
import { database } from '@/lib/db/query';
import { type Asking, exploreTime } from '@/lib/explore/explore';
import { loadReference } from '@/lib/explore/reference';
import { parseSelectionStrictly } from '@/lib/explore/request';
import { timeLinks } from '@/lib/explore/time-links';
import { defaultView, type Selection, selectionQuery } from '@/lib/explore/view';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import { splitFields } from '@/lib/incidents/dimensions';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { buildFilters } from '../factories/filters';
import { buildDirectives, buildIncidents, insertMadeUp, madeUp } from '../factories/incidents';
import { type Random, random } from '../factories/random';
import { seededDatabase } from '../support/database';

const places = [
  'CN',
  '440000',
  '440800',
  '440882',
  '440883',
  '440883.changqi.su',
  '440803',
  '440900',
  '110000',
];

let asking: Asking;
let end: () => Promise<void>;

beforeAll(async () => {
  const seeded = await seededDatabase();
  end = seeded.end;
  const chance = random(20191001);
  const directives = buildDirectives(chance, 40);
  await insertMadeUp(seeded.pool, directives, buildIncidents(chance, 700, { places, directives }));
  asking = {
    viewer: publicViewer,
    locale: 'en',
    origin: 'http://localhost',
    reference: await loadReference(publicViewer),
  };
});
afterAll(() => end());

function selectionFor(chance: Random, view: Partial<Selection['view']>): Selection {
  return {
    filters: buildFilters(chance, { places, datasets: [madeUp.slug, 'zhanjiang-log'] }),
    view: { ...defaultView, by: chance.pick(['month', 'quarter', 'year'] as const), ...view },
  };
}

/** The number of records that an address of Explore keeps. */
async function recordsOf(href: string): Promise<number> {
  const query = new URLSearchParams(href.slice(href.indexOf('?') + 1));
  const { filters } = parseSelectionStrictly(query, asking.reference.known, 'en');
  return (await sqlCounter(database, publicViewer).totals(filters)).incidents;
}

test('each bucket, and each part of it that has an address, opens as many records as it counts', async () => {
  const chance = random(41);
  let followed = 0;
  for (const split of [...splitFields, null]) {
    for (let i = 0; i < 4; i++) {
      const selection = selectionFor(chance, { split });
      const chart = await exploreTime(selection, asking);
      const links = timeLinks(selection, '/', chart);
      const name = selectionQuery(selection);
      const filled = chart.buckets.filter(({ total }) => total > 0);
      if (filled.length === 0) continue;
      const bucket = chance.pick(filled);
      if (!selection.filters.starts) {
        expect(await recordsOf(links.bucket(bucket.start, bucket.end)), `bucket of ${name}`).toBe(
          bucket.total,
        );
      }
      for (const key of chart.keys) {
        const { sure, coarse } = bucket.stacks[key.code] ?? { sure: 0, coarse: 0 };
        const href = links.part(bucket.start, bucket.end, key);
        if (href === undefined || sure + coarse === 0) continue;
        followed++;
        const records = await recordsOf(href);
        // Where the filter names values of the field, all others count an incident once for each of them.
        if (key.code === restCode && chart.several && selection.filters[split ?? 'type'].any.length > 0)
          expect(records).toBeLessThanOrEqual(sure + coarse);
        else expect(records, `${key.code} of ${name}`).toBe(sure + coarse);
      }
    }
  }
  expect(followed).toBeGreaterThan(80);
});

test('a chosen span that is drawn alone counts what its buckets open, and what the span keeps', async () => {
  const chance = random(45);
  for (const [starts, split] of [
    ['2018', 'type'],
    ['2017-04..2018-01', 'issue'],
    ['2019', null],
  ] as const) {
    const filters = { ...noFilters, dataset: choice([madeUp.slug]), starts };
    const selection: Selection = { filters, view: { ...defaultView, by: 'day', split } };
    const chart = await exploreTime(selection, asking);
    const all = await exploreTime({ ...selection, filters: { ...filters, starts: null } }, asking);
    expect([chart.grain, all.grain]).not.toEqual(['day', 'day']);
    expect(chart.grain).toBe('day');
    const { selected } = chart;
    const kept = chart.buckets.filter((bucket) => isChosen(bucket, selected));
    const { incidents } = await sqlCounter(database, publicViewer).totals(filters);
    expect(kept.reduce((sum, { total }) => sum + total, 0)).toBe(incidents);
    const links = timeLinks(selection, '/', chart);
    const filled = chart.buckets.filter(({ total }) => total > 0);
    for (let i = 0; i < 5; i++) {
      const bucket = chance.pick(filled);
      expect(await recordsOf(links.bucket(bucket.start, bucket.end)), bucket.label).toBe(bucket.total);
    }
  }
});

test('a chart counts each incident once in its totals, however it is split, and a calendar opens its days', async () => {
  const chance = random(43);
  for (let i = 0; i < 25; i++) {
    const selection = selectionFor(chance, {
      split: chance.pick([...splitFields, null]),
    });
    const { filters, view } = selection;
    const total = await recordsOf(`/${selectionQuery({ filters: { ...filters, starts: null }, view })}`);
    for (const show of ['count', 'share', 'participants'] as const) {
      const chart = await exploreTime({ filters, view: { ...view, show } }, asking);
      expect(chart.total).toBe(total);
      expect(chart.buckets.reduce((sum, bucket) => sum + bucket.total, 0)).toBe(total);
    }
    const calendar = await exploreTime({ filters, view: { ...view, draw: 'calendar' } }, asking);
    const { years = [], leftOut = 0, earlier = 0 } = calendar.calendar ?? {};
    expect(years.reduce((sum, year) => sum + year.total, leftOut + earlier)).toBe(total);
    const [day] = years.flatMap(({ year, days }) => {
      const index = days.findIndex((count) => (count ?? 0) > 0);
      return index < 0 ? [] : [{ date: addDays(`${year}-01-01`, index), count: days[index] }];
    });
    if (!day || filters.starts === day.date) continue;
    expect(await recordsOf(timeLinks(selection, '/', calendar).day(day.date, true))).toBe(day.count);
  }
});

test('the lane holds each published directive about the kept incidents once, dated or not', async () => {
  const chance = random(47);
  for (let i = 0; i < 15; i++) {
    const selection = selectionFor(chance, { lane: true });
    const { lane } = await exploreTime(selection, asking);
    if (!lane) continue;
    const drawn = lane.marks.reduce((sum, { count }) => sum + count, 0);
    const { incidents, withDirective } = await sqlCounter(database, publicViewer).totals(selection.filters);
    expect(drawn + lane.undated + lane.outside > 0, `${incidents} incidents`).toBe(withDirective > 0);
    for (const { count, directives } of lane.marks) expect(directives).toHaveLength(Math.min(5, count));
  }
});

test('the first date of a filter takes nothing from what bursts are judged by, and the last date neither', async () => {
  const chance = random(97);
  const judgedBy = { day: 0, week: 0, month: 0, quarter: 0, year: 0 };
  for (let i = 0; i < 40; i++) {
    const by = chance.pick(['day', 'week', 'month', 'quarter', 'year'] as const);
    const selection = selectionFor(chance, { by, bursts: true });
    const { from: _, to: __, match: ___, ...rest } = selection.filters;
    const open = { ...selection, filters: { ...noFilters, ...rest, starts: null } };
    const within = { ...open, filters: { ...open.filters, from: '2018', to: '2019' } };
    const [all, some] = [await exploreTime(open, asking), await exploreTime(within, asking)];
    if (all.grain !== by || some.grain !== by) continue;
    const limits = new Map(all.buckets.map(({ start, limit, burst }) => [start, { limit, burst }]));
    for (const { start, coverage, limit, burst } of some.buckets) {
      if (coverage === 'full') expect({ limit, burst }, `${start} by ${by}`).toEqual(limits.get(start));
      else expect(limit).toBeNull();
      if (limit) judgedBy[by] += 1;
    }
  }
  expect(judgedBy).toMatchObject({ week: expect.toSatisfy((n: number) => n > 50) });
});
