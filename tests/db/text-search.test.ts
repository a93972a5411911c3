import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, snapshot, sql } from '@/lib/db/query';
import { idsOfText } from '@/lib/incidents/columns/queries';
import { searchMatch } from '@/lib/incidents/text/where';
import { buildDirectives, buildIncidents, insertMadeUp } from '../factories/incidents';
import { type Random, random } from '../factories/random';
import { seededDatabase } from '../support/database';

let end: () => Promise<void>;

beforeAll(async () => {
  const seeded = await seededDatabase();
  end = seeded.end;
  const chance = random(4);
  const directives = buildDirectives(chance, 60);
  const incidents = buildIncidents(chance, 400, { places: ['CN', '440800'], directives });
  await insertMadeUp(seeded.pool, directives, incidents);
});
afterAll(() => end());

/** Parts of words in the texts of incidents, of directives and of both, some in all of them and some in none. */
const phrases = [
  'wage',
  'rent',
  'order',
  'about',
  'case',
  'e',
  'mill',
  'xyz',
  '工资',
  '拆迁',
  '学校',
  '"strike at"',
  '100%',
];

function search(chance: Random): string {
  const picked = chance.some(phrases, 5);
  return picked.map((phrase) => (chance.chance(0.3) ? `-${phrase}` : phrase)).join(' ');
}

test('a search that is counted finds the incidents that the same search keeps in a list', async () => {
  const chance = random(11);
  const found = { some: 0, none: 0 };
  for (let round = 0; round < 150; round++) {
    const q = search(chance);
    if (q === '') continue;
    const [counted, kept] = await snapshot(async (db) => {
      const hex = Buffer.from(await idsOfText(db, q)).toString('hex');
      const rows = await db.query<{ id: string }>(sql`SELECT replace(i.id::text, '-', '') AS id
        FROM incidents i WHERE i.status = 'published' AND ${join(searchMatch(q), ' AND ')}`);
      return [new Set(hex.match(/.{32}/g)), new Set(rows.map(({ id }) => id))];
    });
    expect(counted, q).toEqual(kept);
    if (kept.size > 0) found.some++;
    else found.none++;
  }
  expect(found.some, 'searches that find something').toBeGreaterThan(30);
  expect(found.none, 'searches that find nothing').toBeGreaterThan(10);
});
