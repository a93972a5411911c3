import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isDaybook, lockDataFolder } from '@/scripts/steps/lock';
import { hashOf, isFresh, leaveStamp } from '@/scripts/steps/stamp';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-steps-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

describe('the hash of sources', () => {
  test('changes with the contents, the name and the number of files', () => {
    const file = write('src/a.ts', '1');
    const seen = [hashOf([folder])];
    writeFileSync(file, '2');
    seen.push(hashOf([folder]));
    write('src/b.ts', '');
    seen.push(hashOf([folder]));
    rmSync(file);
    write('src/c.ts', '2');
    seen.push(hashOf([folder]));
    expect(new Set(seen).size).toBe(4);
  });

  test('leaves out what is itself made, and passes over what does not exist', () => {
    write('src/a.ts', '1');
    const before = hashOf([folder]);
    write('made/x.ts', '1');
    const exclude = [path.join(folder, 'made')];
    expect(hashOf([folder, path.join(folder, 'nowhere')], exclude)).toBe(before);
  });

  test('is compared with the stamp of the last work', () => {
    const stamp = path.join(folder, '.stamp');
    expect(isFresh(stamp, 'a')).toBe(false);
    leaveStamp(stamp, 'a');
    expect([isFresh(stamp, 'a'), isFresh(stamp, 'b')]).toEqual([true, false]);
  });
});

describe('the lock of the data folder', () => {
  test.each([
    ['/usr/bin/node --conditions=react-server --import tsx scripts/serve.ts', true],
    ['/usr/bin/node scripts/serve.ts --dev', true],
    ['/usr/bin/node --import tsx scripts/verify-history.ts --head 1:0', true],
    ['/usr/bin/node scripts/preserve.ts', false],
    ['/usr/bin/node server.js', false],
    [null, false],
  ])('counts %j as a Daybook: %s', (command, expected) => {
    expect(isDaybook(command)).toBe(expected);
  });

  test('is taken over from a process that is gone, or whose number another program has', () => {
    for (const pid of [2 ** 22 + 1, process.pid]) {
      write('daybook.pid', JSON.stringify({ pid, url: 'http://localhost:3000' }));
      expect(() => lockDataFolder(folder)).not.toThrow();
    }
  });

  test('that cannot be read is taken over', () => {
    write('daybook.pid', '{"pid":');
    expect(() => lockDataFolder(folder)).not.toThrow();
  });
});
