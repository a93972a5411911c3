import 'server-only';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { verifyHistory } from '@/lib/audit/queries';
import { dbOf } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { backupMessages } from '@/lib/i18n/messages/backup';
import { dataVersion } from '@/lib/incidents/columns/queries';
import type { BackupManifest } from './manifest';
import { filledTables, historyOf, listTables, plainTexts, quoted, schemaOf } from './queries';
import type { OpenBackup } from './read';
import { type BackupTable, fileOf } from './tables';

/**
 * Puts a backup into an empty, migrated database, in one transaction: all of it, or nothing. Afterwards the history is
 * verified, and whoever keeps a picture of the data learns that they changed. The client is one of the owner of the
 * tables and is in no transaction.
 * @throws AppError `conflict` where the database holds rows, `invalid` where the backup does not fit it.
 */
export async function restoreBackup(
  client: ClientBase,
  { manifest, read }: OpenBackup,
): Promise<{ tables: number; rows: number }> {
  const db = dbOf(client);
  await client.query('BEGIN');
  try {
    await plainTexts(client);
    const tables = await listTables(db);
    await client.query(`LOCK TABLE ${tables.map(({ name }) => quoted(name)).join(', ')} IN EXCLUSIVE MODE`);
    refuseOtherSchema(manifest, await schemaOf(db), tables);
    const filled = await filledTables(db, tables);
    if (filled.length > 0) throw new AppError('conflict', backupMessages.notEmpty(filled));
    const before = await dataVersion(db);
    let rows = 0;
    for (const table of tables) rows += await fill(client, table, manifest, read);
    await checkHistory(client, manifest);
    if (rows > 0 && (await dataVersion(db)) <= before)
      throw new Error('the version of the data has not risen with the restore');
    await client.query('COMMIT');
    return { tables: tables.length, rows };
  } catch (thrown) {
    // Of two errors the first is the one that tells what happened.
    await client.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
}

function refuseOtherSchema(manifest: BackupManifest, schema: string, tables: readonly BackupTable[]): void {
  if (manifest.schema !== schema)
    throw new AppError('invalid', backupMessages.otherSchema(manifest.schema, schema));
  const here = tables.map(fileOf);
  const there = manifest.files.map(({ name }) => name);
  const odd = [
    ...here.filter((name) => !there.includes(name)),
    ...there.filter((name) => !here.includes(name)),
  ];
  if (odd.length > 0) throw new AppError('invalid', backupMessages.otherTables(odd));
}

/** Fills a table from its file. Its first line names the columns, which have to be those of the table. */
async function fill(
  client: ClientBase,
  table: BackupTable,
  { files }: BackupManifest,
  read: OpenBackup['read'],
): Promise<number> {
  const file = fileOf(table);
  const columns = table.columns.map(quoted).join(', ');
  const copy = client.query(
    copyFrom(`COPY ${quoted(table.name)} (${columns}) FROM STDIN (FORMAT csv, HEADER MATCH)`),
  );
  try {
    await pipeline(read(file), copy);
  } catch (thrown) {
    throw new AppError('invalid', backupMessages.doesNotFit(file), { cause: thrown });
  }
  const expected = files.find(({ name }) => name === file)?.rows;
  if (copy.rowCount !== expected) throw new AppError('invalid', backupMessages.damaged(file));
  return copy.rowCount;
}

async function checkHistory(client: ClientBase, { history }: BackupManifest): Promise<void> {
  const db = dbOf(client);
  const { fault } = await verifyHistory(db);
  const { entries, head } = await historyOf(db);
  if (fault || entries !== history.entries || head !== history.head)
    throw new AppError('invalid', backupMessages.brokenHistory(fault?.seq ?? entries));
}
