import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeWhole } from '@/scripts/steps/write-file';

const folder = mkdtempSync(path.join(tmpdir(), 'daybook-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(broken: boolean): AsyncGenerator<string | Uint8Array> {
  yield '工人';
  yield new Uint8Array([33]);
  if (broken) throw new Error('broken off');
}

test('a file has its name when it is whole, and the rights it is given', async () => {
  const file = path.join(folder, 'whole.txt');
  expect(await writeWhole(file, pieces(false), 0o600)).toBe(7);
  expect(readFileSync(file, 'utf8')).toBe('工人!');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(writeWhole(path.join(folder, 'half.txt'), pieces(true))).rejects.toThrow('broken off');
  expect(readdirSync(folder)).not.toContain('half.txt');
  await expect(writeWhole(file, pieces(true))).rejects.toThrow('broken off');
  expect(readFileSync(file, 'utf8')).toBe('工人!');
});
