import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findDrift, knownDrift } from '@/lib/db/drift';
import { isEmpty, migrate } from '@/lib/db/migrate';
import { ensureDatabase, roleNames, withClient } from '@/lib/db/postgres/roles';
import { diffToSchema, withEngine } from '@/lib/db/schema-engine';

const name = 'migrate_test';
const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
const server = at(inject('adminUrl'), 'postgres');
const owner = at(inject('ownerUrl'), name);
const app = at(inject('appUrl'), name);

beforeAll(() => ensureDatabase(server, name));
afterAll(() => withClient(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)));

/** Tables, columns, constraints and indexes, as text. */
function shape(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(`
      SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS line
        FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      ORDER BY line`);
    return rows.map(({ line }) => line);
  });
}

describe('migrations', () => {
  test('are applied once, even by two starters at the same time, and not again', async () => {
    const applied = await Promise.all([migrate(owner, roleNames.app), migrate(owner, roleNames.app)]);
    expect(applied.flat()).toEqual([
      '20261125000000_init',
      '20261125000100_constraints',
      '20261125000200_data_version',
      '20261125000300_saved_views',
      '20261125000400_row_order',
      '20261128000000_accounts',
      '20261128000100_history_chain',
      '20261129000000_source_versions',
      '20261129000100_acts',
      '20261129000200_public_points',
      '20261130000000_imports',
      '20261201000000_changed_incidents',
      '20261201000100_filter_indexes',
      '20261201000150_counted_versions',
      '20261201000200_read_counts',
      '20261202000000_category_index',
      '20261203000000_pairs_of_ascii',
      '20261204000000_data_stamps',
      '20261205000000_history_redaction',
      '20261206000000_span_statistics',
    ]);
    const before = await shape(owner);
    expect(await migrate(owner, roleNames.app)).toEqual([]);
    expect(await shape(owner)).toEqual(before);
  });

  test('leave an empty database', async () => {
    expect(await isEmpty(owner)).toBe(true);
  });

  test('are recorded as Prisma records them', async () => {
    const rows = await withClient(owner, async (client) => {
      const result = await client.query<{ migration_name: string; whole: boolean; checksum: string }>(
        `SELECT migration_name, finished_at IS NOT NULL AND rolled_back_at IS NULL AS whole, checksum
          FROM _prisma_migrations ORDER BY migration_name`,
      );
      return result.rows;
    });
    expect(rows.every(({ whole, checksum }) => whole && /^[0-9a-f]{64}$/.test(checksum))).toBe(true);
  });

  test('lead to the schema of Prisma', async () => {
    expect(await findDrift(owner)).toBeNull();
  });

  test('differ from it in what is known to differ, and in all of that', async () => {
    const script = await withEngine(owner, (engine) => diffToSchema(engine, 'prisma/schema.prisma'));
    for (const index of knownDrift.indexes) expect(script).toContain(`DROP INDEX "${index}"`);
    for (const column of knownDrift.columns)
      expect(script).toContain(`ALTER TABLE "${column.split('.')[0]}" DROP COLUMN "${column.split('.')[1]}"`);
  });

  test('are found to be behind when a column is missing', async () => {
    await withClient(owner, (client) => client.query('ALTER TABLE incidents DROP COLUMN coding_note'));
    expect(await findDrift(owner)).toBe(
      '-- AlterTable\nALTER TABLE "incidents" ADD COLUMN     "coding_note" TEXT;\n',
    );
    await withClient(owner, (client) => client.query('ALTER TABLE incidents ADD COLUMN coding_note text'));
  });

  test('that failed half-way are tried again', async () => {
    await withClient(owner, (client) =>
      client.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
        VALUES ('x', 'x', '20990101000000_failed', now(), 0)`),
    );
    await expect(migrate(owner)).resolves.toEqual([]);
  });
});

describe('the role of the app', () => {
  const denied = [
    'CREATE TABLE t ()',
    'DROP TABLE incidents',
    'ALTER TABLE incidents ADD COLUMN x int',
    'TRUNCATE incidents',
    'DELETE FROM _prisma_migrations',
    'CREATE EXTENSION hstore',
    'CREATE ROLE x',
    "COPY incidents TO PROGRAM 'cat'",
  ];

  test.each(denied)('may not %s', async (statement) => {
    const client = new Client({ connectionString: app });
    await client.connect();
    try {
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });

  test('reads and writes rows', async () => {
    await withClient(app, async (client) => {
      await client.query(
        "INSERT INTO places (id, name_en, name_zh, level, path) VALUES ('CN', '', '', 'country', 'CN/')",
      );
      await client.query("UPDATE places SET note = 'x'");
      expect((await client.query('SELECT FROM places')).rowCount).toBe(1);
      await client.query('DELETE FROM places');
    });
  });

  test('cannot enter the other databases of the server', async () => {
    const client = new Client({ connectionString: at(inject('appUrl'), 'postgres') });
    client.on('error', () => {});
    const entering = client.connect().finally(() => client.end().catch(() => {}));
    await expect(entering).rejects.toMatchObject({ code: '42501' });
  });
});
