import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { findPublished, verifyHistory } from '@/lib/audit/queries';
import { type Db, dbOf } from '@/lib/db/query';
import { findDatabase } from './steps/find-database';
import { atEnd, runCommand, say } from './steps/lifecycle';
import { readVerifyArguments } from './steps/verify-arguments';
import { reportHistory } from './steps/verify-report';

/** Verifies the history in the database of the app; see `scripts/verify-history.mjs`. */
async function verify(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { published } = readVerifyArguments(process.argv.slice(2));
  const db = await openSnapshot(await findDatabase());
  const check = await verifyHistory(db);
  const found = published && { ...published, now: await findPublished(db, published) };
  const { holds, sentences } = reportHistory(check, found);
  for (const sentence of sentences) say(sentence);
  return holds ? 0 : 1;
}

/** One picture of the database, without the time-outs of the web. Closed at the end of the command. */
async function openSnapshot(connectionString: string): Promise<Db> {
  const client = new Client({ connectionString, application_name: 'daybook-verify-history' });
  client.on('error', () => {});
  await client.connect();
  atEnd(() => client.end());
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return dbOf(client);
}

await runCommand(verify);
