import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { type Asking, explore, exploreMatrix } from '@/lib/explore/explore';
import { loadReference } from '@/lib/explore/reference';
import { shapesFile } from '@/lib/explore/shapes';
import { defaultView, type ExploreView, mapLevels, selectionQuery } from '@/lib/explore/view';
import { matrixCsv } from '@/lib/exports/series';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import { type PlaceField, type SplitField, splitFields } from '@/lib/incidents/dimensions';
import { type IncidentFilters, without } from '@/lib/incidents/selection';
import { choice, noChoice } from '@/lib/url/params';
import { buildFilters } from '../factories/filters';
import { buildDirectives, buildIncidents, insertMadeUp, madeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { seededDatabase } from '../support/database';

const places = [
  'CN',
  '440000',
  '440800',
  '440882',
  '440883.changqi.su',
  '441900',
  '110000',
  '110105',
  '429004',
];

let pool: Pool;
let end: () => Promise<void>;
let asking: Asking;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const chance = random(440800);
  const directives = buildDirectives(chance, 40);
  await insertMadeUp(pool, directives, buildIncidents(chance, 600, { places, directives }));
  const reference = await loadReference(publicViewer);
  asking = { viewer: publicViewer, locale: 'en', origin: 'http://localhost', reference };
});
afterAll(() => end());

function filtersFor(count: number): IncidentFilters[] {
  const chance = random(count);
  return Array.from({ length: count }, () =>
    buildFilters(chance, { places, datasets: [madeUp.slug, 'zhanjiang-log'] }),
  );
}

describe('districts and the matrix', () => {
  test('of every level, districts add up, and each keeps what it counts', async () => {
    const counter = sqlCounter(database, publicViewer);
    const found = new Set<string>();
    for (const [at, made] of filtersFor(24).entries()) {
      const area = [[], ['CN'], ['440000'], ['440800']][at % 4] ?? [];
      const filters = { ...made, place: choice(area) };
      const all = (await counter.totals({ ...filters, place: noChoice })).incidents;
      for (const level of mapLevels) {
        const view = { ...defaultView, level };
        const { districts } = await explore({ filters, view }, asking);
        if (!districts) throw new Error('no places');
        const { units, coarse, around, between, outside, outsideValues } = districts;
        const name = selectionQuery({ filters, view });
        const apart = [coarse, around, between, ...outside];
        const sum = [...units, ...apart].reduce((sum, { count }) => sum + count, 0);
        expect([sum, districts.total], name).toEqual([all, all]);
        found.add(`${districts.area.scopeId} ${districts.area.level}`);
        const kept = async (...values: string[]) =>
          (await counter.totals({ ...filters, place: choice(values) })).incidents;
        for (const { code, count } of units.filter(({ count }) => count > 0))
          expect(await kept(code), `${code} of ${name}`).toBe(count);
        for (const { placeId, count } of outside)
          expect(await kept(outsideValues[placeId] ?? placeId), `outside ${placeId} of ${name}`).toBe(count);
        const own = between.places.map(({ placeId }) => `@${placeId}`);
        if (own.length > 0) expect(await kept(...own), `between of ${name}`).toBe(between.count);
        expect(await kept(`@${coarse.placeId}`), `the whole area of ${name}`).toBe(coarse.count);
        const wider = around.places.map(({ placeId }) => `@${placeId}`);
        if (wider.length > 0) expect(await kept(...wider), `around ${name}`).toBe(around.count);
      }
    }
    expect([...found].sort()).toEqual(
      expect.arrayContaining([
        '440000 county',
        '440000 prefecture',
        '440800 county',
        'CN county',
        'CN prefecture',
        'CN province',
      ]),
    );
  });

  test('the matrix of two fields fits their counts, and each cell keeps what it counts', async () => {
    const counter = sqlCounter(database, publicViewer);
    const chance = random(41);
    for (const filters of filtersFor(60)) {
      const matrix: [SplitField, SplitField] = [chance.pick(splitFields), chance.pick(splitFields)];
      const selection = { filters, view: { ...defaultView, matrix } };
      const name = selectionQuery(selection);
      const chart = await exploreMatrix(selection, asking);
      const { rows, columns, cells, total } = chart;
      // Of states of work those are counted that the filter keeps.
      const bare = matrix.filter((field) => field !== 'status').reduce<IncidentFilters>(without, filters);
      const kept = async (more: Partial<IncidentFilters>) =>
        (await counter.totals({ ...bare, ...more })).incidents;
      expect(await kept({}), `total of ${name}`).toBe(total);
      const add = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);
      if (!columns.several)
        rows.heads.forEach((head, i) => {
          expect(add(cells[i] ?? []), `row ${head.code} of ${name}`).toBe(head.total);
        });
      if (!rows.several) {
        expect(add(rows.heads.map((head) => head.total)), `rows of ${name}`).toBe(total);
        columns.heads.forEach((head, j) => {
          expect(add(cells.map((row) => row[j] ?? 0)), `column ${head.code} of ${name}`).toBe(head.total);
        });
      }
      for (const [side, field] of [
        [rows, matrix[0]],
        [columns, matrix[1]],
      ] as const)
        for (const { code, values, total } of side.heads)
          if (values.length > 0)
            expect(await kept({ [field]: choice(values) }), `${field}=${code} of ${name}`).toBe(total);
      if (matrix[0] === matrix[1] || rows.heads.length === 0 || columns.heads.length === 0) continue;
      const [row, column] = [chance.pick(rows.heads), chance.pick(columns.heads)];
      const count = cells[rows.heads.indexOf(row)]?.[columns.heads.indexOf(column)];
      if (row.values.length > 0 && column.values.length > 0)
        expect(
          await kept({ [matrix[0]]: choice(row.values), [matrix[1]]: choice(column.values) }),
          `${row.code} and ${column.code} of ${name}`,
        ).toBe(count);
      const sum = csvRows(matrixCsv(chart).text).reduce((sum, line) => sum + Number(line.incidents), 0);
      expect(sum, `CSV of ${name}`).toBe(add(cells.flat()));
    }
  });
});

const csvRows = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

test('each row of a breakdown by place or destination opens as many records as it counts', async () => {
  const counter = sqlCounter(database, publicViewer);
  let rows = 0;
  for (const made of filtersFor(12)) {
    const view: ExploreView = { ...defaultView, bars: ['place', 'destination'] };
    const { breakdowns } = await explore({ filters: made, view }, asking);
    for (const chart of breakdowns) {
      const field = chart.key as PlaceField;
      expect(chart.rows.reduce((sum, { count }) => sum + count, 0)).toBe(chart.total);
      for (const { code, count } of chart.rows) {
        const { incidents } = await counter.totals({ ...made, [field]: choice([code]) });
        expect(incidents, `${field} ${code} of ${selectionQuery({ filters: made, view })}`).toBe(count);
        rows++;
      }
    }
  }
  expect(rows).toBeGreaterThan(30);
});

describe('the outlines of a map', () => {
  const ask = (query: string) => shapesFile(new URLSearchParams(query));

  test('are those of the units of the level, with a tag that stays while they do', async () => {
    const { body, tag } = await ask('scope=440800&level=county');
    const { width, height, shapes } = JSON.parse(body);
    expect([width, height, shapes.length]).toEqual([560, 460, 9]);
    expect(Object.keys(shapes[0]).sort()).toEqual(['code', 'd', 'labelX', 'labelY']);
    expect((await ask('scope=440800&level=county')).tag).toBe(tag);
    expect((await ask('scope=440000&level=county')).tag).not.toBe(tag);
  });

  test('of all counties of the country are small enough to be sent', async () => {
    const { body } = await ask('scope=CN&level=county');
    expect(JSON.parse(body).shapes.length).toBeGreaterThan(2_800);
    expect(gzipSync(body).length).toBeLessThan(150_000);
  });

  test('are not given of what is no area, or of a level that it lacks', async () => {
    for (const query of ['', 'scope=440800', 'scope=440800&level=township', 'scope=../CN&level=province'])
      await expect(ask(query), query).rejects.toMatchObject({ code: 'invalid' });
    await expect(ask('scope=440800&level=province')).rejects.toMatchObject({ code: 'invalid' });
    await expect(ask('scope=999999&level=county')).rejects.toMatchObject({ code: 'invalid' });
  });
});
