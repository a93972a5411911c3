import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { grains } from '@/lib/dates/periods';
import { type Db, snapshot } from '@/lib/db/query';
import { defaultView, selectionQuery } from '@/lib/explore/view';
import { Blocks } from '@/lib/incidents/columns/blocks';
import { columnCounter } from '@/lib/incidents/columns/counter';
import { liveRows, newlyKnown, rowsOf } from '@/lib/incidents/columns/live';
import { patchColumns } from '@/lib/incidents/columns/load/patch';
import { localScanner } from '@/lib/incidents/columns/local';
import { idsOfText } from '@/lib/incidents/columns/queries';
import { scan } from '@/lib/incidents/columns/scan';
import type { Scanner } from '@/lib/incidents/columns/scanner';
import { summed } from '@/lib/incidents/columns/sum';
import { rowsOfText } from '@/lib/incidents/columns/text';
import type { Columns } from '@/lib/incidents/columns/types';
import { packedArrowOf } from '@/lib/incidents/columns/wire/packed';
import { columnsFromArrow } from '@/lib/incidents/columns/wire/read';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import type { Counter } from '@/lib/incidents/counts/types';
import { splitFields } from '@/lib/incidents/dimensions';
import { listIncidents, listRows } from '@/lib/incidents/queries';
import type { Sort } from '@/lib/incidents/row';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { buildFilters } from '../factories/filters';
import { buildDirectives, buildIncidents, insertMadeUp, madeUp } from '../factories/incidents';
import { type Random, random } from '../factories/random';
import { freshColumns, withOwnClient } from '../support/columns';
import { seededDatabase } from '../support/database';

/** Filters that are tried: 100 on each of so many states of the data. More of them: DAYBOOK_AGREEMENT=50. */
const states = Number(process.env.DAYBOOK_AGREEMENT ?? 5);
const filtersEach = 100;

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
  '321100',
];

let pool: Pool;
let end: () => Promise<void>;
let chance: Random;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  chance = random(20260101);
  const directives = buildDirectives(chance, 50);
  const incidents = buildIncidents(chance, 900, { places, directives });
  // Some ids begin alike, so that their first 32 bits do not tell which row is meant.
  for (const [at, incident] of incidents.slice(0, 120).entries()) {
    incident.externalId = null;
    incident.id = `0000000${at % 8}${incident.id.slice(8)}`;
  }
  await insertMadeUp(pool, directives, incidents);
});
afterAll(() => end());

test(`SQL, columns and columns by parts give the same numbers under ${states * filtersEach} filters`, async () => {
  let columns = await freshColumns();
  let patches = 0;
  for (let state = 0; state < states; state++) {
    if (state > 0) {
      await change(state);
      const patched = await withOwnClient((client) => patchColumns(client, columns));
      if (patched) patches++;
      columns = patched ?? (await freshColumns());
    }
    const bySet = columns;
    await snapshot((db) => agree(db, bySet, state));
  }
  expect(patches, 'states that were reached by a patch').toBeGreaterThan(0);
}, 400_000);

/** Asks three counters the same questions under random filters. */
async function agree(db: Db, columns: Columns, state: number): Promise<void> {
  const textRows = async (q: string) => rowsOfText(columns, await idsOfText(db, q));
  const bySql = sqlCounter(db, publicViewer);
  // Each has columns of its own, so that neither answers from what the other remembers.
  const sent = columnsFromArrow(await packedArrowOf(columns, async () => {}));
  const others = {
    columns: columnCounter({ ...columns }, localScanner(columns), textRows),
    parts: columnCounter({ ...columns }, scannerByParts(columns, 3), textRows),
    // What a browser has been sent: it knows no texts, so that it is not asked for any.
    browser: columnCounter(sent, localScanner(sent), async () => new Uint8Array(sent.rows)),
  };
  const property = fc.asyncProperty(fc.integer(), async (seed) => {
    const picks = random(seed);
    const filters = buildFilters(picks, { places, datasets: [madeUp.slug, 'zhanjiang-log'] });
    const [a, b] = [picks.pick(splitFields), picks.pick(splitFields)];
    const grain = picks.pick(grains);
    const questions: [string, (counter: Counter, filters: IncidentFilters) => Promise<unknown>][] = [
      ['totals', (counter, f) => counter.totals(f)],
      ['facets', (counter, f) => counter.facets(f)],
      ['beginnings', (counter, f) => counter.beginnings(f)],
      ['days', (counter, f) => counter.byDay(f, null)],
      [`${grain} by ${a}`, (counter, f) => counter.byDay(f, a, grain)],
      ['places', (counter, f) => counter.byPlace(f, 'place')],
      ['destinations', (counter, f) => counter.byPlace(f, 'destination')],
      ['sources', (counter, f) => counter.sources(f)],
    ];
    if (a !== b) questions.push([`${a} by ${b}`, (counter, f) => counter.pairs(f, a, b)]);
    const sort: Sort = { key: picks.pick(['date', 'size'] as const), descending: picks.chance(0.5) };
    const offset = picks.pick([0, 0, 3, 40]);
    const [row] = await listIncidents(db, filters, publicViewer, { sort, limit: 1, offset });
    const wanted = [{ sort, limit: 25, offset }, ...(row ? [{ sort, limit: 10, after: row.position }] : [])];
    for (const rows of wanted) {
      const name = `rows ${JSON.stringify(rows)}`;
      questions.push([
        name,
        async (counter, f) => {
          const found = await listRows(db, counter, f, publicViewer, rows);
          const total = found.total ?? (await counter.totals(f)).incidents;
          return { refs: found.rows.map(({ ref }) => ref), total };
        },
      ]);
    }
    const address = selectionQuery({ filters, view: defaultView });
    for (const [name, ask] of questions) {
      const expected = await ask(bySql, filters);
      for (const [way, counter] of Object.entries(others).filter(
        ([way]) => way !== 'browser' || filters.q === '',
      ))
        expect(await ask(counter, filters), `${name} by ${way} under ${address}`).toEqual(expected);
    }
  });
  await fc.assert(property, { numRuns: filtersEach, seed: 1_000 + state });
}

/** Scans rows by parts, as several threads do, and counts by blocks, as where there are many rows. */
function scannerByParts(columns: Columns, parts: number): Scanner {
  const rows = rowsOf(columns);
  const ranges = Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map((edge) => Math.floor((columns.rows * edge) / parts));
    return { from: from as number, to: to as number };
  });
  const known = ranges.map((range) => newlyKnown(rows, range, new Blocks(rows, range, 64)));
  return async ({ plan }, asks) => {
    const answers = ranges.map((range, part) => {
      const live = liveRows(rows, plan, range, known[part]);
      return asks.map((ask) => scan(rows, live, ask));
    });
    return asks.map((_, at) =>
      summed(answers.map((answer) => answer[at] as NonNullable<(typeof answer)[0]>)),
    );
  };
}

/** Changes some records, so that the next state differs in every field. */
async function change(state: number): Promise<void> {
  const some = (
    share: number,
  ) => `SELECT id FROM incidents WHERE hashtext(id::text || '${state}') % 100 < ${share}
    AND hashtext(id::text || '${state}') >= 0`;
  await pool.query(
    `UPDATE incidents SET type = 'strike', issues = '{}', place_id = '440882' WHERE id IN (${some(2)})`,
  );
  await pool.query(`UPDATE incidents SET starts_on = starts_on + 3, ends_on = ends_on + 3
    WHERE date_precision = 'day' AND id IN (${some(2)})`);
  await pool.query(`UPDATE incidents SET status = CASE status WHEN 'published' THEN 'draft' ELSE 'published' END
    WHERE id IN (${some(3)})`);
  await pool.query(`DELETE FROM responses WHERE incident_id IN (${some(4)})`);
  await pool.query(`DELETE FROM directive_incidents WHERE incident_id IN (${some(4)})`);
}
