import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import type { Viewer } from '@/lib/auth/viewer';
import { database, sql } from '@/lib/db/query';
import { redactEntry } from '@/lib/history/redaction/mutations';
import { passagesOf } from '@/lib/history/redaction/passages';
import { openEntry } from '@/lib/history/redaction/queries';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { addViewer } from '../support/editing';
import { append, connected, newChange } from '../support/history';

const { DATABASE_URL: app, DATABASE_OWNER_URL: owner } = process.env;
let seeded: SeededDatabase;
let admin: Viewer;

beforeAll(async () => {
  seeded = await seededDatabase();
  admin = await addViewer(seeded.pool, 'admin');
});
afterAll(() => seeded.end());

const mobile = '13812345678';
const said = `Call ${mobile}, “the caller”\nsaid, or 138 1234 5678.`;
let entry = 0;

/** An entry that holds a number in several places, and one after it. */
beforeEach(async () => {
  await connected(app, (client) =>
    append(client, [
      newChange({
        reason: `The number was ${mobile}.`,
        changes: {
          summary: { from: null, to: said },
          claims: {
            from: [],
            to: [{ field: 'summary', printed: `at ${mobile}`, followed: true, note: null }],
          },
          sizeMin: { from: 20, to: 30 },
        },
      }),
      newChange(),
    ]),
  );
  entry = (await last()) - 1;
});

const last = async () =>
  (await database.query<{ seq: number }>(sql`SELECT max(seq) AS seq FROM changes`))[0]?.seq ?? 0;
const whole = async (seq: number) =>
  (await database.query<Record<string, unknown>>(sql`SELECT * FROM changes WHERE seq = ${seq}::bigint`))[0];
const fault = async () => (await verifyHistory(database)).fault;
const redactMobile = () =>
  redactEntry(admin, { entry, passages: [mobile, '138 1234 5678'], reason: 'A number of a person.' });

describe('passages taken out of an entry', () => {
  test('are gone from all its texts and its reason, nothing else is, and the chain holds', async () => {
    const before = await whole(entry);
    expect(passagesOf(await openEntry(String(entry), admin)).map(({ text }) => text)).toEqual([
      mobile,
      '138 1234 5678',
    ]);
    const { told } = await redactMobile();
    expect(told).toBe(await last());
    const after = await whole(entry);
    expect(after).toEqual({
      ...before,
      reason: 'The number was […].',
      changes: {
        summary: { from: null, to: 'Call […], “the caller”\nsaid, or […].' },
        claims: { from: [], to: [{ field: 'summary', printed: 'at […]', followed: true, note: null }] },
        sizeMin: { from: 20, to: 30 },
      },
      redacted_by: told,
    });
    expect(await whole(told)).toMatchObject({
      subject_type: 'history',
      action: 'history.redacted',
      actor_name: admin.kind === 'account' ? admin.name : '',
      reason: 'A number of a person.',
      changes: { entry: { from: null, to: entry }, hash: { from: null, to: before?.hash } },
    });
    expect(await verifyHistory(database)).toMatchObject({ fault: null, head: { seq: told } });
    expect(JSON.stringify(await openEntry(String(entry), admin))).not.toContain(mobile);
  });

  test('can be followed by others, each with an entry that tells of it', async () => {
    const first = await redactMobile();
    const second = await redactEntry(admin, { entry, passages: ['the caller'], reason: 'Said who it was.' });
    expect(second.told).toBeGreaterThan(first.told);
    expect(await whole(entry)).toMatchObject({ redacted_by: second.told });
    expect(await fault()).toBeNull();
  });

  test('are refused where the entry holds none of them, is not there, or tells of a redaction itself', async () => {
    const { told } = await redactMobile();
    const before = await last();
    for (const wrong of [
      { entry, passages: ['not in it'] },
      // Names of fields and codes of others are no texts of the entry.
      { entry, passages: ['"from"'] },
      { entry: told, passages: ['A number'] },
      { entry: before + 1, passages: [mobile] },
    ])
      await expect(redactEntry(admin, { ...wrong, reason: 'x' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await last()).toBe(before);
  });

  test.each(['reader', 'coder', 'editor'] as const)('are refused to a %s', async (role) => {
    const viewer = await addViewer(seeded.pool, role);
    await expect(redactEntry(viewer, { entry, passages: [mobile], reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(openEntry(String(entry), viewer)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('whoever uses redaction as a way in', () => {
  test('as the role of the app, alters nothing by itself, says why, and puts nothing in', async () => {
    await connected(app, async (client) => {
      await client.query(`SELECT set_config('daybook.redacting', '${entry}', false)`);
      await expect(
        client.query(`UPDATE changes SET reason = NULL, redacted_by = seq + 1 WHERE seq = ${entry}`),
      ).rejects.toMatchObject({ code: '42501' });
      for (const [passages, why] of [
        [[], 'x'],
        [['a'], 'x'],
        [[mobile], null],
      ])
        await expect(
          client.query('SELECT redact_change($1, $2, NULL, $3, NULL, $4)', [entry, passages, 'x', why]),
        ).rejects.toMatchObject({ code: '23514' });
    });
    expect(await fault()).toBeNull();
  });

  test.each([
    ['no entry tells of it', `UPDATE changes SET reason = 'x', redacted_by = seq + 1 WHERE seq = $1`],
    [
      'the entry that would tell is not there yet',
      `UPDATE changes SET reason = 'x', redacted_by = 99999999 WHERE seq = $1`,
    ],
    [
      'it has another hash than the one that was told',
      `UPDATE changes SET hash = repeat('a', 64) WHERE seq = $1`,
    ],
    ['the mark was taken off', 'UPDATE changes SET redacted_by = NULL WHERE seq = $1'],
  ])('with the locks taken off, is found where %s', async (_, statement) => {
    if (/hash|NULL/.test(statement)) await redactMobile();
    await connected(owner, async (client, db) => {
      await client.query('BEGIN; ALTER TABLE changes DISABLE TRIGGER USER');
      await client.query(statement, [entry]);
      // An entry that has another hash is found at the latest where the next one does not follow it.
      const found = (await verifyHistory(db)).fault;
      expect([entry, entry + 1]).toContain(found?.seq);
      await client.query('ROLLBACK');
    });
    expect(await fault()).toBeNull();
  });
});
