import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { withCounted } from '@/lib/explore/counted-page';
import { pageCounter } from '@/lib/explore/in-browser';
import { type ExplorePage, openExplore } from '@/lib/explore/open';
import { askReference } from '@/lib/explore/send-reference';
import { defaultView, selectionQuery } from '@/lib/explore/view';
import { columnCounter } from '@/lib/incidents/columns/counter';
import { localScanner } from '@/lib/incidents/columns/local';
import { columnFile } from '@/lib/incidents/columns/wire/file';
import { columnsFromArrow } from '@/lib/incidents/columns/wire/read';
import { buildFilters } from '../factories/filters';
import { buildDirectives, buildIncidents, insertMadeUp, madeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { seededDatabase } from '../support/database';

const places = ['CN', '440000', '440800', '440883', '440883.changqi.su', '110000', '321100'];
const asker = { viewer: publicViewer, locale: 'en', origin: 'http://localhost' } as const;

/** Views that change what is counted; the rest is left to chance. */
const views = [
  {},
  { by: 'month', lane: true },
  { by: 'week', bursts: true },
  { split: 'issue', show: 'share' },
  { draw: 'calendar', matrix: ['place', 'type'] },
  { bars: ['source', 'destination', 'place'], map: 'rate', level: 'county' },
  { compare: { kind: 'year-before' } },
] as const;

let end: () => Promise<void>;
beforeAll(async () => {
  const seeded = await seededDatabase();
  end = seeded.end;
  const chance = random(11);
  const directives = buildDirectives(chance, 30);
  await insertMadeUp(seeded.pool, directives, buildIncidents(chance, 600, { places, directives }));
  await seeded.pool.query('UPDATE datasets SET redistributable = true');
});
afterAll(() => end());

/** The parts of a page that a browser counts. */
function counted({ table, alternatives, columns, savedView, isPartial, selection, ...page }: ExplorePage) {
  return { ...page, selection: { ...selection, view: { ...selection.view, page: 1 } } };
}

test('a browser counts the very page that the server answers', async () => {
  const first = await openExplore(new URLSearchParams(), asker);
  const file = await columnFile();
  expect(first.columns).toBe(file.version);
  const columns = columnsFromArrow(gunzipSync(file.planes));
  const sent = JSON.parse(JSON.stringify(await (await askReference(asker)).open()));
  const countPage = pageCounter(
    columnCounter(columns, localScanner(columns), async () => new Uint8Array(columns.rows)),
    sent,
  );
  let compared = 0;
  for (let seed = 0; seed < 60; seed++) {
    const chance = random(seed);
    const filters = { ...buildFilters(chance, { places, datasets: [madeUp.slug, 'zhanjiang-log'] }), q: '' };
    const view = { ...defaultView, ...views[seed % views.length] } as typeof defaultView;
    const search = selectionQuery({ filters, view });
    const byServer = await openExplore(new URLSearchParams(search), asker);
    const parts = await countPage(search, 'en', asker.origin);
    if (byServer.totals.incidents === 0) {
      expect(parts).toBeNull();
      continue;
    }
    if (!parts) throw new Error(`nothing is counted under ${search}`);
    const page = withCounted(byServer, parts);
    expect(JSON.parse(JSON.stringify(counted(page))), search).toEqual(
      JSON.parse(JSON.stringify(counted(byServer))),
    );
    compared++;
  }
  expect(compared).toBeGreaterThan(20);
  expect(await countPage('?q=word', 'en', asker.origin)).toBeNull();
});
