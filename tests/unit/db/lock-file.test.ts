import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findServer, isServerOf, parseLockFile, removeStaleLock } from '@/lib/db/postgres/lock-file';

const text = (pid: number, folder: string) =>
  `${pid}\n${folder}\n1790000000\n45893\n\n127.0.0.1\n  3342   11\nready   \n`;

describe('the lock of Postgres', () => {
  test('names process, folder and port', () => {
    expect(parseLockFile(text(123, '/data/pg'))).toEqual({ pid: 123, folder: '/data/pg', port: 45893 });
  });

  test.each(['', '\n', 'x\n/data/pg\n', '0\n/data/pg\n', '-5\n/data/pg\n', '123', '123\n\n'])(
    'that is not whole is none: %j',
    (half) => {
      expect(parseLockFile(half)).toBeNull();
    },
  );

  test('without a port yet still names the process', () => {
    expect(parseLockFile('123\n/data/pg\n')).toEqual({ pid: 123, folder: '/data/pg', port: 0 });
  });
});

describe('a process is the server of a folder', () => {
  test.each([
    ['/x/native/bin/postgres -D /data/pg -p 45893', true],
    ['/my programs/bin/postgres -D /data/pg', true],
    // Another folder, of which this one is the beginning; another program; nothing (a zombie, or gone).
    ['/x/native/bin/postgres -D /data/pg2 -p 45893', false],
    ['/x/native/bin/postgres -D /other/data/pg -p 45893', false],
    ['postgres: checkpointer', false],
    ['vim /data/pg/postgresql.conf', false],
    ['node -D /data/pg', false],
    ['', false],
    [null, false],
  ])('%j: %s', (command, expected) => {
    expect(isServerOf(command, '/data/pg')).toBe(expected);
  });
});

describe('a stale lock', () => {
  let folder: string;
  const lock = () => path.join(folder, 'postmaster.pid');
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'daybook-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('of a process that is gone is removed', () => {
    writeFileSync(lock(), text(2 ** 22 + 1, folder));
    expect(findServer(folder)).toBeNull();
    removeStaleLock(folder);
    expect(existsSync(lock())).toBe(false);
  });

  test('is removed though its number belongs to another program by now', () => {
    writeFileSync(lock(), text(process.pid, folder));
    expect(findServer(folder)).toBeNull();
    removeStaleLock(folder);
    expect(existsSync(lock())).toBe(false);
  });

  test('that is missing is no trouble', () => {
    expect(findServer(folder)).toBeNull();
    expect(() => removeStaleLock(folder)).not.toThrow();
  });
});
