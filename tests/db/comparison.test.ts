import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { withValues } from '@/lib/explore/compare/values';
import { dateYearBefore, yearBefore } from '@/lib/explore/compare/year-before';
import { type Asking, exploreComparison } from '@/lib/explore/explore';
import { shortSpan } from '@/lib/explore/links';
import { loadReference } from '@/lib/explore/reference';
import { parseSelectionStrictly } from '@/lib/explore/request';
import { type Comparison, defaultView, type Selection, selectionQuery } from '@/lib/explore/view';
import { chartFile } from '@/lib/exports/charts';
import { previewExport } from '@/lib/exports/preview';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { buildFilters } from '../factories/filters';
import { buildDirectives, buildIncidents, insertMadeUp, madeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { seededDatabase } from '../support/database';

const places = [
  'CN',
  '440000',
  '440800',
  '440882',
  '440883',
  '440803',
  '440900',
  '440982',
  '110000',
  '320000',
];
const datasets = [madeUp.slug, 'zhanjiang-log'];

let end: () => Promise<void>;
let asking: Asking;

beforeAll(async () => {
  const seeded = await seededDatabase();
  end = seeded.end;
  const chance = random(404);
  const directives = buildDirectives(chance, 60);
  await insertMadeUp(seeded.pool, directives, buildIncidents(chance, 1_200, { places, directives }));
  asking = {
    viewer: publicViewer,
    locale: 'en',
    origin: 'http://localhost',
    reference: await loadReference(publicViewer),
  };
});
afterAll(() => end());

const comparing = (filters: IncidentFilters, compare: Comparison): Selection => ({
  filters,
  view: { ...defaultView, compare },
});

/** The number of incidents by SQL, not by the columns that the comparison counts over. */
const counted = async (filters: IncidentFilters) =>
  (await sqlCounter(database, publicViewer).totals(filters)).incidents;

describe('the numbers of a comparison', () => {
  test('are those of the counter for A and for B, in the total, over time and in every row that opens records', async () => {
    const chance = random(31);
    let checked = 0;
    for (let i = 0; i < 25; i++) {
      const [a, b] = [buildFilters(chance, { places, datasets }), buildFilters(chance, { places, datasets })];
      const selection = comparing(b, { kind: 'pinned', filters: a });
      const name = selectionQuery(selection);
      const found = await exploreComparison(selection, asking);
      const result = found?.result;
      if (!found?.a || !result) throw new Error(`no comparison for ${name}`);
      const totals = { a: await counted(a), b: await counted(b) };
      expect({ a: found.a.incidents, b: found.b.incidents }, name).toEqual(totals);
      expect({ a: result.total.a, b: result.total.b }, name).toEqual(totals);
      for (const side of ['a', 'b'] as const) {
        const drawn = result.time.buckets.reduce((sum, bucket) => sum + (bucket[side]?.count ?? 0), 0);
        expect(drawn + result.time.before[side], `${side} over time, ${name}`).toBe(totals[side]);
        for (const bucket of result.time.buckets) {
          const count = bucket[side];
          if (!count || !chance.chance(0.05)) continue;
          const opened = { ...(side === 'a' ? a : b), starts: shortSpan(count.start, count.end) };
          expect(await counted(opened), `${side} ${count.label}, ${name}`).toBe(count.count);
        }
      }
      for (const { field, rows } of result.groups) {
        const sums = { a: 0, b: 0 };
        for (const row of rows) {
          sums.a += row.a;
          sums.b += row.b;
          if (!chance.chance(0.15)) continue;
          checked++;
          for (const [side, filters] of [
            ['a', a],
            ['b', b],
          ] as const) {
            if (row[side] === 0) continue;
            const opened = withValues(filters, field, row.values?.[side] ?? [row.code]);
            expect(await counted(opened), `${side} ${field}=${row.code}, ${name}`).toBe(row[side]);
          }
        }
        if (field === 'type' || field === 'size') expect(sums, `${field}, ${name}`).toEqual(totals);
      }
    }
    expect(checked).toBeGreaterThan(200);
  });

  test('of a year before are those of the same filter with its dates one year earlier', async () => {
    const chance = random(5);
    let compared = 0;
    for (let i = 0; i < 60; i++) {
      const filters = buildFilters(chance, { places, datasets });
      const found = await exploreComparison(comparing(filters, { kind: 'year-before' }), asking);
      const dated = Boolean(filters.from || filters.to || filters.starts);
      expect(Boolean(found?.a)).toBe(dated);
      if (!found?.a || !found.result) continue;
      compared++;
      for (const key of ['from', 'to'] as const)
        if (filters[key]) expect(found.a.filters[key]).toBe(dateYearBefore(filters[key]));
      expect({ ...found.a.filters, from: null, to: null, starts: null }).toEqual({
        ...filters,
        from: null,
        to: null,
        starts: null,
      });
      expect(found.a.incidents).toBe(await counted(found.a.filters));
      const { buckets, before } = found.result.time;
      for (const side of ['a', 'b'] as const) {
        const drawn = buckets.reduce((sum, bucket) => sum + (bucket[side]?.count ?? 0), 0);
        expect(drawn + before[side]).toBe(found[side]?.incidents);
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('below ten on either side nothing but the counts is given, and files say so', async () => {
    const a = { ...noFilters, dataset: choice([madeUp.slug]) };
    const b = { ...a, place: choice(['440883']) };
    const selection = comparing(b, { kind: 'pinned', filters: a });
    const found = await exploreComparison(selection, asking);
    const rows = found?.result?.groups.flatMap((group) => group.rows) ?? [];
    expect(rows.some(({ change }) => change !== null)).toBe(true);
    for (const row of rows) expect(row.change === null).toBe(row.a < 10 || row.b < 10);

    const { body } = await chartFile('compare-table.csv', selection, asking, { scale: 1, shape: 'screen' });
    const lines: Record<string, string>[] = parse(String(body), { columns: true });
    expect(lines).toHaveLength(rows.length + 1);
    for (const line of lines) {
      const few = Number(line.a_incidents) < 10 || Number(line.b_incidents) < 10;
      expect(line.change === 'too-few').toBe(few);
      expect(line.rate_ratio === '').toBe(few);
      expect(line.a_share === '').toBe(few);
      expect(line.synthetic).toBe('true');
    }
  });
});

describe('what is said of a figure of a comparison before it is exported', () => {
  const made = { ...noFilters, dataset: choice([madeUp.slug]), type: choice(['petition']) };
  const present = { ...made, from: '2019', to: '2020' };
  const before = { ...made, from: '2018', to: '2019' };
  const previewOf = (selection: Selection) => previewExport({ ...asking, selection });

  test.each<[string, Comparison, IncidentFilters]>([
    ['a year before', { kind: 'year-before' }, before],
    [
      'a pinned selection',
      { kind: 'pinned', filters: { ...before, from: '2017' } },
      { ...before, from: '2017' },
    ],
  ])(
    'A is %s: both are cited with their numbers, and the address shows the figure',
    async (_, compare, a) => {
      const selection = comparing(present, compare);
      const { counts, cite, filter, comparedWith } = await previewOf({
        ...selection,
        view: { ...selection.view, by: 'month', page: 2, lang: 'zh' },
      });
      const [ofA, ofB] = [await counted(a), await counted(present)];
      expect(comparedWith).toMatchObject({ filters: a, counts: { kept: ofA, leftOut: 0 }, xlsx: null });
      expect(counts.kept).toBe(ofB);
      for (const text of Object.values(cite)) {
        expect(text).toContain(`${filter}; n = ${ofB} incidents`);
        expect(text).toContain(`${comparedWith?.filter}; n = ${ofA} incidents`);
      }
      const [, query = ''] = /localhost\/(\?\S+) \(read/.exec(cite.text) ?? [];
      const shown = parseSelectionStrictly(new URLSearchParams(query), asking.reference.known, 'en');
      expect(shown).toEqual({ filters: present, view: { ...defaultView, by: 'month', compare } });
    },
  );

  test('without a comparison there is no A, and without dates no year before', async () => {
    expect((await previewOf({ filters: present, view: defaultView })).comparedWith).toBeNull();
    await expect(previewOf(comparing(made, { kind: 'year-before' }))).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'versus' }],
    });
  });
});

describe('files of a comparison', () => {
  const a = { ...noFilters, dataset: choice([madeUp.slug]), from: '2018', to: '2018' };
  const selection = comparing({ ...a, from: '2019', to: '2019' }, { kind: 'pinned', filters: a });
  const image = { scale: 1, shape: 'screen' } as const;

  test('over time: the lines add up to both totals', async () => {
    const { body, type, synthetic } = await chartFile('compare-over-time.csv', selection, asking, image);
    expect(type).toContain('text/csv');
    const lines: Record<string, string>[] = parse(String(body), { columns: true });
    expect(synthetic).toBe((await counted(a)) + (await counted(selection.filters)));
    expect(lines.every((line) => line.synthetic === 'true')).toBe(true);
    const sum = (column: string) => lines.reduce((all, line) => all + Number(line[column] || 0), 0);
    expect(sum('a_incidents')).toBe(await counted(a));
    expect(sum('b_incidents')).toBe(await counted(selection.filters));
  });

  test.each(['compare-over-time', 'compare-table', 'compare-shares-issue', 'over-time', 'matrix', 'size'])(
    '%s: said to have as many rows as it has',
    async (chart) => {
      const { body, rows } = await chartFile(`${chart}.csv`, selection, asking, image);
      expect(rows).toBeGreaterThan(1);
      expect(parse(String(body), { columns: true })).toHaveLength(rows ?? -1);
    },
  );

  test('images by rate and by share, of types and of another field', async () => {
    for (const chart of ['table', 'table-place', 'shares-issue']) {
      const { body, type } = await chartFile(`compare-${chart}.svg`, selection, asking, image);
      expect(type).toContain('image/svg+xml');
      expect(String(body)).toContain('data-side="b"');
    }
    const { body } = await chartFile('compare-over-time.png', selection, asking, image);
    expect([...(body as Uint8Array).slice(1, 4)]).toEqual([...'PNG'].map((char) => char.charCodeAt(0)));
  });

  test('without a comparison in the address, or without dates for a year before, they say what is missing', async () => {
    const plain = { ...selection, view: defaultView };
    await expect(chartFile('compare-over-time.svg', plain, asking, image)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'versus' }],
    });
    const undated = comparing({ ...noFilters, dataset: choice([madeUp.slug]) }, { kind: 'year-before' });
    await expect(chartFile('compare-table.csv', undated, asking, image)).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(chartFile('compare-table-office.svg', selection, asking, image)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('a pinned selection of another time keeps its own dates', () => {
    expect(yearBefore(selection.filters, { from: null, to: null })?.filters).toEqual(a);
  });
});
