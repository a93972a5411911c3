import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { backupPieces } from '@/lib/backup/write';
import { findDatabase } from './steps/find-database';
import { atEnd, runCommand, say } from './steps/lifecycle';
import { namedArguments } from './steps/named-arguments';
import { writeWhole } from './steps/write-file';

const out = { name: '--out', example: 'daybook.zip' };
/** It holds password hashes and drafts, so that its owner alone may read it. */
const mode = 0o600;
const count = (value: number) => value.toLocaleString('en');

/** Writes a backup of the database of the app; see `scripts/backup.mjs`. */
async function backup(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { given, words } = namedArguments(process.argv.slice(2), [out]);
  if (words.length > 0)
    throw new Error(`“${words[0]}” is too much. Name the file with ${out.name} FILE.zip.`);
  const file = given.get(out.name) ?? `daybook-backup-${new Date().toISOString().slice(0, 10)}.zip`;
  const client = new Client({ connectionString: await findDatabase(), application_name: 'daybook-backup' });
  client.on('error', () => {});
  await client.connect();
  atEnd(() => client.end());
  const began = performance.now();
  let told = { tables: 0, rows: 0, bytes: 0 };
  await writeWhole(
    file,
    backupPieces(client, (written) => {
      told = written;
    }),
    mode,
  );
  say(
    `Backed up ${count(told.rows)} rows of ${told.tables} tables in ${file} (${count(told.bytes)} bytes, ` +
      `${((performance.now() - began) / 1000).toFixed(1)} s). It holds accounts and drafts: keep it to yourself.`,
  );
  return 0;
}

await runCommand(backup);
