import { RecordBatchStreamReader, tableFromIPC } from 'apache-arrow';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { publicViewer } from '@/lib/auth/viewer';
import { type RecordFormat, recordFormats } from '@/lib/exports/formats';
import { noteExport } from '@/lib/exports/mutations';
import { openExport } from '@/lib/exports/records';
import { madeUp } from '../factories/incidents';
import { bytesOf, unzip } from '../support/archive';
import { addViewer } from '../support/editing';
import { type ExportWorld, exportWorld } from '../support/exports';

/** What must not leave: an ID number with its check digit, a mobile number, an e-mail address. */
const canaries = ['11010519491231002X', '13912345678', 'li.na@example.cn'];
const canary = canaries.join(', ');
const [incident, query] = ['zj-2019-09-13-a', '?dataset=zhanjiang-log'];
/** How many texts of the incident itself hold the canaries, and of all that a package has. */
const held = { incident: 6 + 3, package: 9 + 7 + 1 + 4 + 4 + 4 };

let world: ExportWorld;
let viewers: Record<'visitor' | 'reader' | 'coder' | 'editor', Viewer>;
let directive: string;
let source: string;

beforeAll(async () => {
  world = await exportWorld();
  const [reader, coder, editor] = [
    await addViewer(world.pool, 'reader'),
    await addViewer(world.pool, 'coder'),
    await addViewer(world.pool, 'editor'),
  ];
  viewers = { visitor: publicViewer, reader, coder, editor };
  await plant();
});
afterAll(() => world.end());
afterEach(() => world.pool.query('UPDATE incidents SET import_batch_id = NULL WHERE ref = $1', [incident]));

/** Puts the canaries into every free text of one record and of all that belongs to it, past all checks. */
async function plant(): Promise<void> {
  const set = (table: string, columns: string, where: string, ref: string) =>
    world.pool.query(
      `UPDATE ${table} SET ${columns
        .split(' ')
        .map((column) => `${column} = '${column} ' || $2`)
        .join(', ')} WHERE ${where}`,
      [ref, canary],
    );
  const one = async (text: string) =>
    (await world.pool.query<{ ref: string }>(text, [incident])).rows[0]?.ref ?? '';
  await set(
    'incidents',
    'title title_zh summary source_category size_text coding_note',
    'ref = $1',
    incident,
  );
  await world.pool.query('UPDATE incidents SET extra = $2 WHERE ref = $1', [
    incident,
    JSON.stringify({
      witness: `named Li Na, ${canary}`,
      '13912345678': 'plain',
      list: [Number(canaries[1])],
      town: '湛江',
    }),
  ]);
  const ofIncident = 'incident_id = (SELECT id FROM incidents WHERE ref = $1)';
  await world.pool.query(
    `INSERT INTO responses (incident_id, ordinal, kind) SELECT id, 90, 'detention' FROM incidents WHERE ref = $1`,
    [incident],
  );
  await set('responses', 'size_text', `${ofIncident} AND ordinal = 90`, incident);
  directive =
    await one(`SELECT min(d.ref) AS ref FROM directives d JOIN directive_incidents l ON l.directive_id = d.id
    JOIN incidents i ON i.id = l.incident_id WHERE i.ref = $1 AND d.status = 'published'`);
  await set('directives', 'title title_zh summary issuer_text coding_note', 'ref = $1', directive);
  await world.pool.query(`UPDATE directives SET addressees = ARRAY[$2, 'the bureau', $2] WHERE ref = $1`, [
    directive,
    canary,
  ]);
  source = 'a-letter';
  await world.pool.query(
    `INSERT INTO sources (id, ref, outlet, headline, kind, language)
      VALUES (gen_random_uuid(), $1, 'A paper', 'A letter', 'social-media', 'zh')`,
    [source],
  );
  await set('sources', 'outlet headline headline_zh note', 'ref = $1', source);
  await world.pool.query(
    `INSERT INTO claims (incident_id, ordinal, field, value, source_id, basis)
      SELECT i.id, 90, 'summary', 'x', s.id, 'stated' FROM incidents i, sources s WHERE i.ref = $1 AND s.ref = $2`,
    [incident, source],
  );
  await set('claims', 'value printed locator note', `${ofIncident} AND ordinal = 90`, incident);
  await world.pool.query(
    `INSERT INTO directive_claims (directive_id, ordinal, field, value, source_id, basis)
      SELECT d.id, 90, 'summary', 'x', s.id, 'stated' FROM directives d, sources s WHERE d.ref = $1 AND s.ref = $2`,
    [directive, source],
  );
  await set(
    'directive_claims',
    'value printed locator note',
    'directive_id = (SELECT id FROM directives WHERE ref = $1) AND ordinal = 90',
    directive,
  );
}

type Made = { bytes: Buffer; textsHeld: number; texts: Map<string, string> };

/** A file, and all that can be read in it, by the name of its part. */
async function made(format: RecordFormat, viewer: Viewer, asked = query, bom = false): Promise<Made> {
  const wanted = { ...world.wantedBy(asked), viewer };
  const { pieces, textsHeld } = await openExport(format, wanted, { values: 'both', bom });
  const bytes = await bytesOf(pieces);
  return { bytes, textsHeld: textsHeld(), texts: await textsIn(format, bytes) };
}

async function textsIn(format: RecordFormat, bytes: Buffer): Promise<Map<string, string>> {
  if (format === 'zip' || format === 'xlsx')
    return new Map([...(await unzip(bytes))].map(([name, content]) => [name, content.toString()]));
  if (format !== 'parquet') return new Map([[format, bytes.toString()]]);
  const file = new Uint8Array(bytes).buffer;
  const { key_value_metadata } = parquetMetadata(file);
  const rows = await parquetReadObjects({ file });
  return new Map([[format, JSON.stringify([key_value_metadata, rows])]]);
}

/** Which of the canaries can be read, and where. */
const seenIn = ({ texts }: Made): string[] =>
  [...texts].flatMap(([name, text]) =>
    canaries.filter((one) => text.includes(one)).map((one) => `${name}: ${one}`),
  );

const note = (table: string, ref: string, changes: object) =>
  world.pool.query(
    `SELECT append_changes(jsonb_build_array(jsonb_build_object('subject_id', id, 'version', 70,
      'subject_type', $2::text, 'action', $2 || '.changed', 'actor_name', 'A', 'changes', $3::jsonb)))
      FROM ${table} WHERE ref = $1`,
    [ref, table.slice(0, -1), JSON.stringify(changes)],
  );

describe.each(recordFormats)('%s', (format) => {
  test('holds no number or address of a person for whoever may not edit, and says of how many texts', async () => {
    for (const viewer of [viewers.visitor, viewers.reader, viewers.coder]) {
      const file = await made(format, viewer);
      expect(seenIn(file)).toEqual([]);
      expect(file.textsHeld).toBe(format === 'zip' ? held.package : held.incident);
      expect([...file.texts.values()].join('')).toContain('[mobile number removed]');
    }
  });

  test('holds all for an editor, and says nothing', async () => {
    const file = await made(format, viewers.editor);
    expect(file.textsHeld).toBe(0);
    const parts = format === 'zip' ? ['incidents', 'directives', 'responses', 'sources', 'claims'] : [''];
    for (const part of parts)
      for (const one of canaries)
        expect(seenIn(file).join()).toContain(part === '' ? one : `${part}.csv: ${one}`);
    expect([...file.texts.values()].join('')).not.toMatch(/ removed\]|textsHeld|Texts held back/);
  });

  test('is for a visitor what it is for an editor where nothing is found', async () => {
    const asked = '?dataset=made-up&type=petition';
    const [visitor, editor] = [
      await made(format, viewers.visitor, asked),
      await made(format, viewers.editor, asked),
    ];
    expect(visitor.textsHeld).toBe(0);
    expect(visitor.texts).toEqual(editor.texts);
    if (format !== 'zip' && format !== 'xlsx') expect(visitor.bytes.equals(editor.bytes)).toBe(true);
  });
});

test('a CSV for Excel holds none either', async () => {
  expect(seenIn(await made('csv', viewers.visitor, query, true))).toEqual([]);
});

test('keeps what is no number: names, codes, days, and texts without any', async () => {
  const { incidents } = JSON.parse((await made('json', viewers.visitor)).bytes.toString());
  const row = incidents.find(({ ref }: { ref: string }) => ref === incident);
  expect(row).toMatchObject({ startsOn: '2019-09-13', placeId: expect.stringContaining('4408') });
  const marks = '[ID number removed], [mobile number removed], [e-mail address removed]';
  expect(row.title).toBe(`title ${marks}`);
  expect(row.extra).toEqual({
    witness: `named Li Na, ${marks}`,
    '[mobile number removed]': 'plain',
    list: '[[mobile number removed]]',
    town: '湛江',
  });
});

test('each format that says how many records are left out says how many texts are held back', async () => {
  const of = async (format: RecordFormat) => made(format, viewers.visitor);
  for (const format of ['json', 'geojson'] as const) {
    const { bytes } = await of(format);
    expect(bytes.toString()).toContain(`],"textsHeld":${held.incident},"count":8,"complete":true}`);
  }
  expect((await of('parquet')).texts.get('parquet')).toContain(
    `{"key":"daybook.textsHeld","value":"${held.incident}"}`,
  );
  const arrow = (await of('arrow')).bytes;
  expect(tableFromIPC(arrow).numRows).toBe(8);
  const told = [...RecordBatchStreamReader.from(arrow)].map(({ metadata }) =>
    metadata.get('daybook.textsHeld'),
  );
  expect(told).toEqual([String(held.incident)]);
  const sheets = await readWorkbook((await of('xlsx')).bytes);
  expect(JSON.stringify(sheets[1]?.data)).toContain(
    `In ${held.incident} texts numbers or addresses of persons`,
  );
  const files = (await of('zip')).texts;
  expect(files.get('README.md')).toContain(`In ${held.package} texts numbers or addresses of persons`);
  for (const name of ['manifest.json', 'filter.json'])
    expect(JSON.parse(files.get(name) ?? '').textsHeld, name).toBe(held.package);
});

test('counts and clears over many batches', async () => {
  await world.pool.query(`UPDATE incidents SET summary = summary || ' 13912345678' WHERE dataset_id = $1`, [
    madeUp.id,
  ]);
  const { bytes, textsHeld } = await made('csv', viewers.visitor, '?dataset=made-up');
  const { rows } = await world.pool.query(
    `SELECT count(*)::int AS n FROM incidents WHERE dataset_id = $1 AND status = 'published'`,
    [madeUp.id],
  );
  expect(textsHeld).toBe(rows[0].n);
  expect(bytes.includes('13912345678')).toBe(false);
});

test('the entry of the history keeps its form', async () => {
  await noteExport(viewers.visitor, { format: 'csv', query, count: 8 });
  const { rows } = await world.pool.query(
    `SELECT changes FROM changes WHERE subject_type = 'export' ORDER BY seq DESC LIMIT 1`,
  );
  expect(Object.keys(rows[0].changes).sort()).toEqual(['count', 'filter']);
});

describe('a reason in the history', () => {
  test('of an import lets the texts of what it brought leave', async () => {
    const batch = '0191d2a0-0000-7000-8000-0000000000c1';
    await world.pool.query(
      `INSERT INTO import_batches (id, dataset_id, file_name, sha256, status, committed_at)
        SELECT $1, dataset_id, 'a.csv', repeat('0', 64), 'committed', now() FROM incidents WHERE ref = $2`,
      [batch, incident],
    );
    const commit = (reason: string | null, version: number) =>
      world.pool.query(
        `SELECT append_changes(jsonb_build_array(jsonb_build_object('subject_id', $1::uuid, 'version', $3::int,
          'subject_type', 'import', 'action', 'import.committed', 'actor_name', 'A', 'changes', '{}'::jsonb,
          'reason', $2::text)))`,
        [batch, reason, version],
      );
    await world.pool.query('UPDATE incidents SET import_batch_id = $2 WHERE ref = $1', [incident, batch]);
    await commit(null, 1);
    expect(seenIn(await made('ndjson', viewers.visitor))).toEqual([]);
    await commit('numbers of offices', 2);
    expect(seenIn(await made('ndjson', viewers.visitor))).toHaveLength(3);
    await world.pool.query('UPDATE incidents SET import_batch_id = NULL WHERE ref = $1', [incident]);
    expect(seenIn(await made('ndjson', viewers.visitor))).toEqual([]);
  });

  test('of one record lets its texts leave, and those of no other', async () => {
    const partsSeen = async () =>
      new Set(seenIn(await made('zip', viewers.visitor)).map((seen) => seen.split(':')[0]));
    await note('incidents', incident, { title: { from: 'x', to: 'y' } });
    expect(await partsSeen()).toEqual(new Set());
    await note('directives', directive, { personalData: { from: null, to: 'number of an office' } });
    expect(await partsSeen()).toEqual(new Set(['directives.csv', 'claims.csv']));
    await note('sources', source, { personalData: { from: null, to: 'number of the paper' } });
    expect(await partsSeen()).toEqual(new Set(['directives.csv', 'claims.csv', 'sources.csv']));
    const before = (await made('zip', viewers.visitor)).textsHeld;
    expect(before).toBe(held.incident + 1 + 4);
    expect(seenIn(await made('csv', viewers.visitor))).toEqual([]);
    await world.pool.query(
      `SELECT append_changes(jsonb_build_array(jsonb_build_object('subject_id', id, 'version', 71,
        'subject_type', 'incident', 'action', 'incident.published', 'actor_name', 'A',
        'changes', '{"personalData": {"from": null, "to": "number of an office"}}'::jsonb)))
        FROM incidents WHERE ref = $1`,
      [incident],
    );
    for (const format of recordFormats) {
      const file = await made(format, viewers.visitor);
      expect(file.textsHeld).toBe(0);
      const [visitor, editor] = [file.texts, (await made(format, viewers.editor)).texts];
      expect(visitor).toEqual(editor);
    }
  });
});
