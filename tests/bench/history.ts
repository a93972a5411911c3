import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Pool } from 'pg';
import { v7 as randomId } from 'uuid';
import { appendChanges } from '@/lib/audit/mutations';
import { verifyHistory } from '@/lib/audit/queries';
import type { NewChange } from '@/lib/audit/types';
import type { Viewer } from '@/lib/auth/viewer';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { pool } from '@/lib/db/pool';
import { roleNames } from '@/lib/db/postgres/roles';
import { type Db, database, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import type { EditInput } from '@/lib/incidents/edit/input';
import { updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import { seed } from '@/prisma/seed/seed';

/**
 * What the history costs, on a throw-away database: an edit of an incident in a transaction, by the way of the
 * product, with its entry against the same without, by one client and by eight, in turns, so that a machine that is
 * uneven is so for both. The edit is one UPDATE, which is the least there can be, or one after the record was read
 * and locked, as an edit needs it that tells what was there before, or the whole of what the form asks for when it
 * saves. Prints what the entry adds as a ratio of medians,
 * then the cost of a large act and of verification.
 * Usage: npm run bench -- history [--edits 400] [--turns 40]
 */
const argument = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return Number(at < 0 ? usual : (process.argv[at + 1] ?? usual));
};
const edits = argument('edits', 400);
const turns = argument('turns', 40);
const mostAdded = 0.3;
const kinds = ['update', 'read and update', 'save of the form'] as const;
type Kind = (typeof kinds)[number];
const result: Record<string, number> = {};
/** Statements that add to the history are left out while this is true. */
let silent = false;
let doubts = 0;
const saves = new Map<string, EditInput<'update'>>();
const editor: Viewer = {
  kind: 'account',
  id: '0191d2a0-0000-7000-8000-000000000001',
  name: 'An Editor',
  role: 'editor',
};

const home = mkdtempSync(path.join(tmpdir(), 'daybook-bench-'));
const server = await startEmbedded(home);
try {
  const { owner, app } = await server.createDatabase('bench');
  await migrate(owner, roleNames.app);
  process.env.DATABASE_URL = app;
  const seeding = new Pool({ connectionString: owner, max: 1 });
  await seed(seeding);
  await seeding.end();
  leaveEntriesOut();
  for (const kind of kinds) for (const clients of [1, 8]) await compareEdits(kind, clients);
  silent = false;
  await timeLargeAct();
  await pool().end();
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
console.log(JSON.stringify(result));

/** Lets an edit of the product run without its entry, and otherwise as it is. */
function leaveEntriesOut(): void {
  const send = Client.prototype.query as (...sent: unknown[]) => unknown;
  Object.assign(Client.prototype, {
    query(this: Client, ...sent: unknown[]) {
      const [asked] = sent as [string | { text?: string }];
      const text = typeof asked === 'string' ? asked : (asked.text ?? '');
      if (silent && text.includes('append_changes(')) return Promise.resolve({ rows: [] });
      return send.apply(this, sent);
    },
  });
}

async function saveForm(id: string): Promise<void> {
  const [row] = await database.query<{ ref: string }>(sql`SELECT ref FROM incidents WHERE id = ${id}::uuid`);
  const { ref, version, incident } = await openIncident(row?.ref ?? '', editor);
  doubts += 1;
  const codingNote = `Doubt number ${doubts}`;
  saves.set(id, {
    ref,
    version,
    reason: null,
    notDuplicate: false,
    careReason: null,
    incident: { ...incident, codingNote },
  });
}
async function compareEdits(kind: Kind, clients: number): Promise<void> {
  const ids = await database.query<{ id: string }>(
    sql`SELECT id FROM incidents ORDER BY ref LIMIT ${clients}`,
  );
  const times = { without: [] as number[], with: [] as number[] };
  for (let turn = -1; turn < turns; turn += 1)
    for (const way of ['without', 'with'] as const) {
      silent = way === 'without';
      const taken = await Promise.all(ids.map(({ id }) => editOften(kind, id, way === 'with')));
      if (turn >= 0) times[way].push(...taken.flat());
    }
  const [without, noted] = [median(times.without), median(times.with)];
  const added = noted / without - 1;
  console.log(
    `${kind}, ${clients} at once: an edit takes ${without.toFixed(2)} ms without and ${noted.toFixed(2)} ms with its entry: ` +
      `${(added * 100).toFixed(0)} % added, ${(added / mostAdded).toFixed(2)} of the budget`,
  );
  result[`added to ${kind}, ${clients} at once`] = Number(added.toFixed(3));
}

/** Edits one incident again and again; returns how long each edit took. */
async function editOften(kind: Kind, id: string, noted: boolean): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < edits / turns; n += 1) {
    if (kind === 'save of the form') await saveForm(id);
    const save = saves.get(id);
    const start = performance.now();
    if (save) await updateIncident(editor, save);
    else await transaction((db) => edit(db, kind, id, noted));
    times.push(performance.now() - start);
  }
  return times;
}

async function edit(db: Db, kind: Kind, id: string, noted: boolean): Promise<void> {
  if (kind === 'read and update')
    await db.query(sql`SELECT * FROM incidents WHERE id = ${id}::uuid FOR UPDATE`);
  const title = `Title ${Math.random()}`;
  const [made] = await db.query<{ version: number }>(sql`UPDATE incidents
    SET title = ${title}, version = version + 1, updated_at = now() WHERE id = ${id}::uuid RETURNING version`);
  if (noted) await appendChanges(db, [change(id, made?.version ?? 0, title)]);
}

function change(subjectId: string, version: number, title: string): NewChange {
  return {
    subjectId,
    version,
    subjectType: 'incident',
    action: 'incident.updated',
    actor: { id: '0191d2a0-0000-7000-8000-000000000001', name: 'A. Coder', role: 'coder' },
    batchId: null,
    changes: { title: { from: 'Some two hundred workers gather before the office', to: title } },
    reason: 'The source says otherwise.',
  };
}

async function timeLargeAct(): Promise<void> {
  const many = Array.from({ length: 10_000 }, (_, n) => change(randomId(), 1, `Title ${n}`));
  const appended = await timed(() => transaction((db) => appendChanges(db, many)));
  console.log(`10,000 entries in one act: ${appended.toFixed(0)} ms`);
  let entries = 0;
  const verified = await timed(async () => {
    entries = (await verifyHistory(database)).entries;
  });
  console.log(`verifying ${entries} entries: ${verified.toFixed(0)} ms`);
  result['entries appended a second'] = Math.round(10_000_000 / appended);
  result['entries verified a second'] = Math.round((entries * 1_000) / verified);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: number[]): number {
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}
