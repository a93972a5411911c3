import { totalmem } from 'node:os';
import { describe, expect, test } from 'vitest';
import { machineMemory, sharedMegabytes } from '@/lib/db/postgres/memory';

const gigabyte = 2 ** 30;

describe('the memory that Postgres shares', () => {
  test.each([
    [0.25, 128],
    [1, 256],
    [8, 2048],
    [16, 4096],
    [256, 4096],
  ])('is of %d gigabytes %d megabytes', (gigabytes, megabytes) => {
    expect(sharedMegabytes(gigabytes * gigabyte)).toBe(megabytes);
  });

  test('is reckoned from no more than the machine has', () => {
    expect(machineMemory()).toBeGreaterThan(0);
    expect(machineMemory()).toBeLessThanOrEqual(totalmem());
  });
});
