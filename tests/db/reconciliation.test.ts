import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { type Asking, explore } from '@/lib/explore/explore';
import { loadReference, type Reference } from '@/lib/explore/reference';
import { parseSelectionStrictly } from '@/lib/explore/request';
import { defaultView, pageSize, type Selection, selectionQuery } from '@/lib/explore/view';
import type { IncidentExport } from '@/lib/exports/about';
import { openExport } from '@/lib/exports/records';
import { breakdownCsv, districtsCsv } from '@/lib/exports/series';
import { timeCsv } from '@/lib/exports/time-series';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import { type Dimension, dimensionKeys, dimensions } from '@/lib/incidents/dimensions';
import { listIncidents } from '@/lib/incidents/queries';
import { without } from '@/lib/incidents/selection';
import { startsSpan } from '@/lib/incidents/spans';
import type { Choice } from '@/lib/url/params';
import { buildFilters } from '../factories/filters';
import {
  buildDirectives,
  buildIncidents,
  insertMadeUp,
  type MadeDirective,
  type MadeIncident,
  madeUp,
} from '../factories/incidents';
import { random } from '../factories/random';
import { seededDatabase } from '../support/database';
import { matches, type World } from '../support/matches';

const filterCount = 250;
const incidentCount = 1_200;
const places = [
  'CN',
  '440000',
  '440800',
  '440882',
  '440883',
  '440883.changqi.su',
  '440803',
  '440900',
  '440982',
  '110000',
  '320000',
  '321100',
];

let pool: Pool;
let end: () => Promise<void>;
let directives: MadeDirective[];
let incidents: MadeIncident[];
let reference: Reference;
let world: World;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const chance = random(20190913);
  directives = buildDirectives(chance, 60);
  incidents = buildIncidents(chance, incidentCount, { places, directives });
  await insertMadeUp(pool, directives, incidents);
  reference = await loadReference(asker.viewer);
  asking = { ...asker, reference };
  world = {
    directives: new Map(directives.map((directive) => [directive.id, directive])),
    paths: new Map([...reference.places.values()].map(({ id, path }) => [id, path])),
    dataset: madeUp.slug,
  };
});
afterAll(() => end());

const asker = { viewer: publicViewer, locale: 'en', origin: 'http://localhost' } as const;
let asking: Asking;

function selections(): Selection[] {
  const chance = random(8);
  return Array.from({ length: filterCount }, () => ({
    filters: buildFilters(chance, { places, datasets: [madeUp.slug, 'zhanjiang-log'] }),
    view: { ...defaultView, by: chance.pick(['auto', 'week', 'month', 'quarter', 'year'] as const) },
  }));
}

async function fileText(format: 'csv' | 'json', wanted: IncidentExport): Promise<string> {
  const { pieces } = await openExport(format, wanted, { values: 'codes', bom: false });
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

/** What the JSON file of a selection holds: made once for each address, since two tests read the same selections. */
type Held = { count: number; rows: { ref: string; dataset: string }[] };
const held = new Map<string, Promise<Held>>();

function jsonOf(selection: Selection): Promise<Held> {
  const name = selectionQuery(selection);
  const made = held.get(name) ?? readJson(selection);
  held.set(name, made);
  return made;
}

async function readJson(selection: Selection): Promise<Held> {
  const { count, incidents: rows } = JSON.parse(await fileText('json', { selection, ...asking })) as {
    count: number;
    incidents: Held['rows'];
  };
  return { count, rows: rows.map(({ ref, dataset }) => ({ ref, dataset })) };
}

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

const isChosen = ({ any, not }: Choice, code: string) =>
  (any.length === 0 || any.includes(code)) && !not.includes(code);

describe('one filter, one number', () => {
  test(`list, CSV, JSON, series and facets agree for ${filterCount} random filters`, async () => {
    let kept = 0;
    for (const selection of selections()) {
      const name = selectionQuery(selection);
      const data = await explore(selection, asking);
      const total = data.totals.incidents;
      kept += total > 0 ? 1 : 0;
      const wanted: IncidentExport = { selection, ...asking };
      const csv = rowsOf(await fileText('csv', wanted));
      expect(csv.length, `CSV rows of ${name}`).toBe(total);
      const json = await jsonOf(selection);
      expect([json.rows.length, json.count], `JSON rows of ${name}`).toEqual([total, total]);

      const starts = selection.filters.starts ? startsSpan(selection.filters.starts) : null;
      const drawn = data.time.buckets.reduce((sum, bucket) => sum + bucket.total, 0);
      expect(drawn, `series of ${name}`).toBe(data.time.total);
      if (!starts) expect(drawn, `series of ${name}`).toBe(total);
      for (const { total: inBucket, stacks } of data.time.buckets)
        expect(Object.values(stacks).reduce((sum, { sure, coarse }) => sum + sure + coarse, 0)).toBe(
          inBucket,
        );

      for (const key of ['type', 'size', 'precision'] satisfies Dimension[]) {
        const sum = [...data.facets[key]]
          .filter(([code]) => isChosen(selection.filters[key], code))
          .reduce((all, [, count]) => all + count, 0);
        expect(sum, `facet ${key} of ${name}`).toBe(total);
      }
      const bySet = [...data.facets.dataset]
        .filter(([slug]) => isChosen(selection.filters.dataset, slug))
        .reduce((all, [, count]) => all + count, 0);
      expect(bySet, `facet dataset of ${name}`).toBe(total);
      if (data.districts && selection.filters.place.any.length + selection.filters.place.not.length === 0) {
        const { units, coarse, around, outside } = data.districts;
        const sum = [...units, coarse, around, ...outside].reduce((all, { count }) => all + count, 0);
        expect(sum, `districts of ${name}`).toBe(total);
      }
    }
    expect(kept, 'filters that keep something').toBeGreaterThan(filterCount / 2);
  });

  test('the filter keeps exactly what a second reading of the rules keeps', async () => {
    for (const selection of selections()) {
      const expected = incidents
        .filter((incident) => matches(incident, selection.filters, world))
        .map(({ ref }) => ref)
        .sort();
      const { rows } = await jsonOf(selection);
      const refs = rows.filter(({ dataset }) => dataset === madeUp.slug).map(({ ref }) => ref);
      expect(refs.sort(), selectionQuery(selection)).toEqual(expected);
    }
  });

  test('each facet counts what choosing the value alone would keep', async () => {
    for (const selection of selections().slice(0, 25)) {
      const { facets } = await explore(selection, asking);
      for (const key of dimensionKeys) {
        // Choosing a value keeps no more than choosing none: only what that keeps need be looked at.
        const bare = without(selection.filters, key);
        const inLog = await zhanjiang({ ...selection, filters: bare });
        const near = incidents.filter((incident) => matches(incident, bare, world));
        for (const [code, count] of facets[key]) {
          const chosen = { ...selection.filters, [key]: { any: [code], not: [] } };
          const expected = near.filter((incident) => matches(incident, chosen, world)).length;
          const ofLog = inLog === 0 ? 0 : await zhanjiang({ ...selection, filters: chosen });
          expect(count, `${key}=${code} under ${selectionQuery(selection)}`).toBe(expected + ofLog);
        }
      }
    }
  });

  test('pages of the table hold every incident once, in the same order as the export', async () => {
    const selection = { filters: { ...selections()[0], ...plain() }, view: defaultView };
    const refs: string[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const rows = await listIncidents(database, selection.filters, publicViewer, {
        sort: defaultView.sort,
        limit: pageSize,
        offset,
      });
      if (rows.length === 0) break;
      refs.push(...rows.map(({ ref }) => ref));
    }
    const json = JSON.parse(await fileText('json', { selection, ...asking }));
    expect(refs).toEqual(json.incidents.map(({ ref }: { ref: string }) => ref));
    expect(new Set(refs).size).toBe(refs.length);
  });

  test('series files repeat the numbers of the charts', async () => {
    for (const selection of selections().slice(0, 20)) {
      const data = await explore(selection, asking);
      const sum = (csv: string, column: string) =>
        rowsOf(csv).reduce((all, row) => all + Number(row[column] ?? 0), 0);
      expect(sum(timeCsv(data.time).text, 'total')).toBe(data.time.total);
      if (data.districts)
        expect(sum(districtsCsv(data.districts).text, 'incidents')).toBe(data.districts.total);
      for (const chart of data.breakdowns)
        expect(sum(breakdownCsv(chart).text, 'incidents')).toBe(
          chart.rows.reduce((all, { count }) => all + count, 0),
        );
    }
  });

  test('an address carries the whole filter: what is parsed back keeps the same records', async () => {
    for (const selection of selections()) {
      const query = new URLSearchParams(selectionQuery(selection));
      expect(parseSelectionStrictly(query, reference.known, 'en')).toEqual(selection);
    }
  });
});

function plain() {
  return { ...buildFilters({ ...random(1), chance: () => false }, { places, datasets: [] }) };
}

/** Incidents of the seeded log that a selection keeps. */
async function zhanjiang(selection: Selection): Promise<number> {
  const { dataset } = selection.filters;
  if (!isChosen(dataset, 'zhanjiang-log')) return 0;
  const log = {
    ...selection,
    filters: { ...selection.filters, dataset: { any: ['zhanjiang-log'], not: [] } },
  };
  return (await sqlCounter(database, publicViewer).totals(log.filters)).incidents;
}

test('the vocabulary of every dimension is the one that the address accepts', () => {
  expect(Object.keys(dimensions)).toEqual(dimensionKeys);
});
