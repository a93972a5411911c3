import 'server-only';
import type { ClientBase } from 'pg';
import { dbOf } from '@/lib/db/query';
import { recorder } from '@/lib/exports/package/manifest';
import { zipFile } from '@/lib/exports/zip';
import { type BackupManifest, manifestFile } from './manifest';
import { copyOut, historyOf, listTables, plainTexts, schemaOf } from './queries';
import { type BackupTable, fileOf } from './tables';

/** What a backup that was written holds. */
export type WrittenBackup = { tables: number; rows: number; bytes: number };

/** Bytes that are packed at once: always as many, since how a text is packed must not hang on how it came. */
const pieceBytes = 64 * 1024;

/**
 * The whole database as one ZIP, in pieces, from one snapshot: a file a table and `manifest.json`. The same data make
 * the same bytes. The client is one of the owner of the tables and is in no transaction. `tell` is told what was
 * written when all was.
 */
export async function* backupPieces(
  client: ClientBase,
  tell: (written: WrittenBackup) => void,
): AsyncGenerator<Uint8Array> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await plainTexts(client);
  const db = dbOf(client);
  const tables = await listTables(db);
  const about = { schema: await schemaOf(db), history: await historyOf(db) };
  const kept = recorder();
  const entries = tables.map((table) => kept.file(fileOf(table), (count) => rowsOf(client, table, count)));
  const manifest = () => {
    const content: BackupManifest = { backup: 'daybook', version: 1, ...about, files: kept.files };
    return [`${JSON.stringify(content, null, 2)}\n`];
  };
  let bytes = 0;
  for await (const piece of zipFile([...entries, { name: manifestFile, content: manifest }], null)) {
    bytes += piece.length;
    yield piece;
  }
  await client.query('COMMIT');
  const rows = kept.files.reduce((all, file) => all + (file.rows ?? 0), 0);
  tell({ tables: tables.length, rows, bytes });
}

/** The rows of a table as CSV, in pieces of one size. */
async function* rowsOf(
  client: ClientBase,
  table: BackupTable,
  tell: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  const copy = copyOut(client, table);
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of copy as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length < pieceBytes) continue;
    const all = Buffer.concat(parts);
    let from = 0;
    for (; from + pieceBytes <= length; from += pieceBytes) yield all.subarray(from, from + pieceBytes);
    parts = [all.subarray(from)];
    length -= from;
  }
  if (length > 0) yield Buffer.concat(parts);
  tell(copy.rowCount);
}
