import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import { restoreBackup } from '@/lib/backup/mutations';
import { listTables } from '@/lib/backup/queries';
import { openBackup } from '@/lib/backup/read';
import { type BackupTable, fileOf, inOrder, leftOut } from '@/lib/backup/tables';
import { backupPieces, type WrittenBackup } from '@/lib/backup/write';
import { ensureDatabase, withClient } from '@/lib/db/postgres/roles';
import { dbOf } from '@/lib/db/query';
import { zipFile } from '@/lib/exports/zip';
import { bytesOf, unzip } from '../support/archive';
import { type ExportWorld, exportWorld } from '../support/exports';

const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
const server = at(inject('adminUrl'), 'postgres');
const fresh: string[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'daybook-backup-'));

let world: ExportWorld;
let backup: Buffer;
let written: WrittenBackup;
let owner = '';

beforeAll(async () => {
  world = await exportWorld();
  owner = process.env.DATABASE_OWNER_URL ?? '';
  await world.pool.query(
    `INSERT INTO accounts (id, login, name, role, password_hash) VALUES (gen_random_uuid(), 'kept', 'Kept', 'admin', '$argon2id$v=19$m=1,t=1,p=1$eA$eA');
     INSERT INTO sessions (id, account_id, device) SELECT repeat('a', 64), id, 'Firefox' FROM accounts;
     INSERT INTO write_counts (kind, visitor, hour, count) VALUES ('saved-view', repeat('b', 64), date_trunc('hour', now()), 1);
     UPDATE incidents SET title = E'two\\nlines, "quoted" \\\\N', title_zh = '', extra = '{"b": "1", "a": ""}'
       WHERE ref = 'zj-2019-09-13-a';
     SELECT append_changes(jsonb_build_array(jsonb_build_object('subject_id', gen_random_uuid(), 'version', 1,
       'subject_type', 'incident', 'action', 'incident.changed', 'actor_name', 'x',
       'changes', '{"summary": {"from": null, "to": "call 13812345678"}}'::jsonb)));
     SELECT redact_change((SELECT max(seq) FROM changes), '{13812345678}', NULL, 'x', NULL, 'A number of a person.')`,
  );
  ({ backup, written } = await take(owner));
});
afterAll(async () => {
  await world.end();
  rmSync(folder, { recursive: true, force: true });
  for (const name of fresh)
    await withClient(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
});

async function take(url: string): Promise<{ backup: Buffer; written: WrittenBackup }> {
  return withClient(url, async (client) => {
    let told: WrittenBackup = { tables: 0, rows: 0, bytes: 0 };
    const bytes = await bytesOf(
      backupPieces(client, (all) => {
        told = all;
      }),
    );
    return { backup: bytes, written: told };
  });
}

/** An empty, migrated database. */
async function emptyDatabase(): Promise<string> {
  const name = `restored_${fresh.length}_${process.pid}`;
  await ensureDatabase(server, name, inject('template'));
  fresh.push(name);
  return at(inject('ownerUrl'), name);
}

async function restore(zip: Buffer, url: string): Promise<{ tables: number; rows: number }> {
  const file = path.join(folder, 'backup.zip');
  writeFileSync(file, zip);
  const opened = await openBackup(file);
  try {
    return await withClient(url, (client) => restoreBackup(client, opened));
  } finally {
    opened.close();
  }
}

const rowsOf = (client: Client, { name, columns }: BackupTable) =>
  client
    .query(`SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS sum, count(*)::int AS n
      FROM (SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${name}") t`)
    .then(({ rows }) => rows[0]);

describe('a backup', () => {
  test('restored into an empty database gives the same rows, the same history, and the same bytes again', async () => {
    const url = await emptyDatabase();
    expect(await restore(backup, url)).toEqual({ tables: written.tables, rows: written.rows });
    const tables = await withClient(owner, (client) => listTables(dbOf(client)));
    for (const table of tables) {
      const before = await withClient(owner, (client) => rowsOf(client, table));
      expect(await withClient(url, (client) => rowsOf(client, table)), table.name).toEqual(before);
    }
    expect(tables.find(({ name }) => name === 'incidents')?.columns).not.toContain('search_text');
    await withClient(url, async (client) => {
      const check = await verifyHistory(dbOf(client));
      expect(check.fault).toBeNull();
      expect(check.entries).toBeGreaterThan(10);
      const redacted = await client.query('SELECT changes FROM changes WHERE redacted_by IS NOT NULL');
      expect(redacted.rows).toEqual([{ changes: { summary: { from: null, to: 'call […]' } } }]);
      const { rows } = await client.query(
        `SELECT title, title_zh FROM incidents WHERE ref = 'zj-2019-09-13-a' AND search_text LIKE '%quoted%'`,
      );
      expect(rows).toEqual([{ title: 'two\nlines, "quoted" \\N', title_zh: '' }]);
      for (const table of ['sessions', 'write_counts'])
        expect((await client.query(`SELECT FROM ${table}`)).rowCount, table).toBe(0);
    });
    expect((await take(url)).backup.equals(backup)).toBe(true);
  });

  test('holds every table of the schema but those that are left out by name', async () => {
    const known = await withClient(owner, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
      );
      return rows.map(({ name }) => name);
    });
    const files = await unzip(backup);
    const held = known.filter((name) => files.has(fileOf({ name })));
    expect([...held, ...Object.keys(leftOut)].sort()).toEqual(known);
    expect([...files.keys()].at(-1)).toBe('manifest.json');
  });

  test('needs no sequence to be set: none stands behind a column that it holds', async () => {
    const { rows } = await withClient(owner, (client) =>
      client.query(
        `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'
          AND (column_default LIKE 'nextval%' OR is_identity = 'YES') AND table_name <> ALL($1)`,
        [Object.keys(leftOut)],
      ),
    );
    expect(rows).toEqual([]);
  });
});

describe('what can not be restored', () => {
  /** The backup with one file changed, packed anew. */
  async function changed(name: string, change: (content: Buffer) => Buffer): Promise<Buffer> {
    const files = await unzip(backup);
    const entries = [...files].map(([file, content]) => ({
      name: file,
      content: () => [file === name ? change(content) : content],
    }));
    return bytesOf(zipFile(entries, null));
  }
  const isEmpty = (url: string) =>
    withClient(url, async (client) => {
      for (const table of ['places', 'datasets', 'changes'])
        expect((await client.query(`SELECT FROM ${table} LIMIT 1`)).rowCount, table).toBe(0);
    });

  test('is a backup with a wrong byte in any file; the file is named and nothing is written', async () => {
    const url = await emptyDatabase();
    for (const name of ['tables/incidents.csv', 'tables/changes.csv', 'tables/accounts.csv']) {
      const wrong = await changed(name, (content) => {
        const copy = Buffer.from(content);
        const last = copy.length - 3;
        copy[last] = (copy[last] ?? 0) ^ 1;
        return copy;
      });
      await expect(restore(wrong, url), name).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(name),
      });
    }
    await isEmpty(url);
  });

  test('is a backup of which a byte was altered on the disk, wherever it is', async () => {
    const url = await emptyDatabase();
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const wrong = Buffer.from(backup);
      const place = Math.floor(wrong.length * share);
      wrong[place] = (wrong[place] ?? 0) ^ 0x10;
      await expect(restore(wrong, url), String(share)).rejects.toMatchObject({ code: 'invalid' });
    }
    await expect(restore(backup.subarray(0, backup.length - 100), url)).rejects.toMatchObject({
      code: 'invalid',
    });
    await isEmpty(url);
  });

  test('is one of another schema, of other tables, or with an altered history', async () => {
    const url = await emptyDatabase();
    const manifest = (change: (text: string) => string) =>
      changed('manifest.json', (content) => Buffer.from(change(content.toString())));
    await expect(
      restore(await manifest((text) => text.replace(/"schema": "\d+/, '"schema": "2020')), url),
    ).rejects.toMatchObject({ message: expect.stringMatching(/is of the schema 2020_/) });
    await expect(
      restore(await manifest((text) => text.replace(/("head": "\d+:)[0-9a-f]{4}/, '$1ffff')), url),
    ).rejects.toMatchObject({ message: expect.stringMatching(/history of the backup does not hold/) });
    await isEmpty(url);
  });

  test('is any into a database that holds rows', async () => {
    await expect(restore(backup, owner)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/only be restored into an empty database.*incidents.*DAYBOOK_DATA_DIR/),
    });
  });

  test('is a file that is no backup', async () => {
    const file = path.join(folder, 'text.zip');
    writeFileSync(file, 'not a ZIP');
    await expect(openBackup(file)).rejects.toMatchObject({ message: expect.stringContaining('text.zip') });
    writeFileSync(file, (await world.file('zip', '?dataset=zhanjiang-log')).bytes);
    await expect(openBackup(file)).rejects.toMatchObject({ code: 'invalid' });
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });
});

test('tables that point at each other in a circle have no order', () => {
  const table = (name: string, ...needs: string[]): BackupTable => ({ name, needs, columns: [], order: [] });
  expect(inOrder([table('b', 'c'), table('a'), table('c', 'a')]).map(({ name }) => name)).toEqual([
    'a',
    'c',
    'b',
  ]);
  expect(() => inOrder([table('a', 'b'), table('b', 'a')])).toThrow(/a, b/);
});
