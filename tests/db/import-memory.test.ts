import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { datasetId } from '@/lib/ids';
import { type SeededDatabase, seededDatabase } from '../support/database';

/*
 * A large file in little memory, by the command, in a process of its own whose peak the system tells (Linux only).
 * Without evidence, whose writing only takes the database longer: with it, the peak was 339 MB.
 */

const count = 200_000;
const folder = mkdtempSync(path.join(tmpdir(), 'daybook-memory-'));
let seeded: SeededDatabase;
let atEnd = () => true;

beforeAll(async () => {
  seeded = await seededDatabase();
});
afterAll(async () => {
  atEnd();
  rmSync(folder, { recursive: true, force: true });
  await seeded.end();
});

/** A log of so many rows, of which no two are alike; about 36 MB. */
function largeFile(): string {
  const place = path.join(folder, 'large.csv');
  const file = openSync(place, 'w');
  writeSync(file, 'id,date,title,summary,place,type,issues,crowd,colour\n');
  const places = ['Leizhou', '徐闻县', '440883', '湛江市'];
  for (let from = 1; from <= count; from += 10_000) {
    let text = '';
    for (let row = from; row < from + 10_000; row += 1) {
      const month = String((row % 12) + 1).padStart(2, '0');
      const day = String((row % 28) + 1).padStart(2, '0');
      text += `${row},${2000 + (row % 20)}-${month}-${day},March number ${row} of a made-up list,"Some people went to the gate of a mill, and ${row % 977} of them stayed for ${row % 13} hours",${places[row % 4]},petition,wage-arrears,over ${(row % 90) + 10},colour ${row}\n`;
    }
    writeSync(file, text);
  }
  closeSync(file);
  return place;
}

/** Most memory that a process has had so far, in MB; null = it is gone. */
function peakOf(id: number | undefined): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return found === undefined ? null : Number(found) / 1024;
  } catch {
    return null;
  }
}

test.skipIf(process.platform !== 'linux')(
  '200,000 rows are written within 600 MB',
  async () => {
    const file = largeFile();
    expect(statSync(file).size).toBeGreaterThan(34_000_000);
    const args = [
      '--max-old-space-size=512',
      '--conditions=react-server',
      '--import',
      'tsx',
      'scripts/import.ts',
    ];
    const child = spawn(
      process.execPath,
      [...args, file, '--dataset', 'large', '--title', 'Large', '--no-evidence'],
      {
        env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    atEnd = () => child.kill('SIGKILL');
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
    let peak = 0;
    const looks = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid) ?? 0);
    }, 50);
    const [code] = await once(child, 'close');
    clearInterval(looks);
    expect(code, said).toBe(0);
    expect(said).toContain('200,000 new');
    expect(peak).toBeGreaterThan(50);
    expect(peak).toBeLessThanOrEqual(600);
    const { rows } = await seeded.pool.query(
      'SELECT count(*)::int AS count FROM incidents WHERE dataset_id = $1',
      [datasetId('large')],
    );
    expect(rows).toEqual([{ count }]);
  },
  300_000,
);
