import { gunzipSync } from 'node:zlib';
import { tableFromIPC } from 'apache-arrow';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { answerColumns } from '@/lib/http/column-answer';
import { columnFile } from '@/lib/incidents/columns/wire/file';
import { buildDirectives, buildIncidents, insertMadeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { seededDatabase } from '../support/database';

let pool: Pool;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const chance = random(7);
  const directives = buildDirectives(chance, 10);
  await insertMadeUp(
    pool,
    directives,
    buildIncidents(chance, 200, { places: ['440800', '110000'], directives }),
  );
  await pool.query(`UPDATE datasets SET redistributable = true`);
});
afterAll(() => end());

const published = async () =>
  Number(
    (await pool.query(`SELECT count(*) AS count FROM incidents WHERE status = 'published'`)).rows[0].count,
  );
const table = async () => tableFromIPC(await (await columnFile(1_000)).stream());
const fault = async (most: number) => {
  try {
    await columnFile(most);
  } catch (thrown) {
    if (thrown instanceof AppError) return `${thrown.code}: ${thrown.message}`;
    throw thrown;
  }
  return null;
};

test('a file of columns holds every published incident by day, as civil days, numbers and words', async () => {
  const read = await table();
  expect(read.numRows).toBe(await published());
  const { rows } =
    await pool.query(`SELECT starts_on - DATE '1970-01-01' AS day, ends_on - DATE '1970-01-01' AS last,
      size_min AS min, type, date_precision AS precision, place_id AS place, array_to_string(groups, ' ') AS groups
    FROM incidents WHERE status = 'published' ORDER BY starts_on`);
  const days = read.getChild('starts_on')?.data[0]?.values as Int32Array;
  expect([...days]).toEqual(rows.map(({ day }) => day));
  expect(String(read.schema.fields[0]?.type)).toBe('Date32<DAY>');
  const plain = (row: Record<string, unknown>) => JSON.stringify(Object.values(row));
  const ends = read.getChild('ends_on')?.data[0]?.values as Int32Array;
  const made = Array.from({ length: read.numRows }, (_, at) => {
    const of = (name: string) => read.getChild(name)?.get(at);
    const group = of('group') === 'unknown' ? '' : of('group').split(' ').sort().join(' ');
    return plain({
      day: days[at],
      last: ends[at],
      min: of('size_min'),
      type: of('type'),
      precision: of('precision'),
      place: of('place'),
      group,
    });
  });
  const wanted = rows.map((row) => plain({ ...row, groups: row.groups.split(' ').sort().join(' ') }));
  expect(made.sort()).toEqual(wanted.sort());
});

test('what is taken back leaves no word behind, and neither ids nor texts are in it', async () => {
  const { rows } = await pool.query(
    `SELECT id, ref, title FROM incidents WHERE status = 'published' LIMIT 1`,
  );
  const [{ id, ref, title }] = rows;
  await pool.query(`UPDATE incidents SET source_category = 'only here' WHERE id = $1`, [id]);
  const holds = async (text: string) => {
    const { stream, planes } = await columnFile(1_000);
    const found = [await stream(), gunzipSync(planes)].map((bytes) => Buffer.from(bytes).includes(text));
    expect(found[0], `${text} in both forms`).toBe(found[1]);
    return found[0];
  };
  expect(await holds('only here')).toBe(true);
  for (const text of [id, ref, title]) expect(await holds(text)).toBe(false);
  await pool.query(`UPDATE incidents SET status = 'draft' WHERE id = $1`, [id]);
  expect((await table()).numRows).toBe(await published());
  expect(await holds('only here')).toBe(false);
});

test('there is none where there are too many incidents, or some that may not be handed on', async () => {
  expect(await fault(100)).toMatch(/^not-found: There are more than 100 incidents/);
  expect(await fault(0)).toMatch(/^not-found: This Daybook hands out no columns/);
  expect(await fault(1_000)).toBeNull();
  await pool.query(`UPDATE datasets SET redistributable = false WHERE slug = 'zhanjiang-log'`);
  expect(await fault(1_000)).toMatch(/^not-found: Some incidents belong to a data set/);
  await pool.query(`UPDATE datasets SET redistributable = true`);
  expect(await fault(1_000)).toBeNull();
});

test('it is kept for good under its version, else under a tag', async () => {
  const file = await columnFile(1_000);
  const ask = (query: string, headers: Record<string, string> = {}) =>
    answerColumns(new Request(`http://localhost/explore.arrow${query}`, { headers }), file);
  const kept = await ask(`?packed=gzip&v=${file.version}`);
  expect(kept.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  expect(kept.headers.get('content-type')).toBe('application/gzip');
  const stream = kept.body?.pipeThrough(new DecompressionStream('gzip'));
  const plain = await ask('');
  expect(plain.headers.get('cache-control')).toBe('private, no-cache');
  expect(plain.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
  expect(Buffer.from(await new Response(stream).arrayBuffer())).toEqual(
    Buffer.from(await plain.arrayBuffer()),
  );
  const planes = await ask(`?packed=planes&v=${file.version}`);
  expect(planes.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  expect(Buffer.from(await planes.arrayBuffer())).toEqual(Buffer.from(file.planes));
  expect(planes.headers.get('etag')).not.toBe(kept.headers.get('etag'));
  const old = await ask(`?v=${file.version - 1}`);
  expect(old.headers.get('cache-control')).toBe('private, no-cache');
  const tag = plain.headers.get('etag') ?? '';
  expect((await ask('', { 'if-none-match': tag })).status).toBe(304);
  expect((await ask('?packed=gzip', { 'if-none-match': tag })).status).toBe(200);
});
