import { describe, expect, it } from 'vitest';
import { formatHead, parseHead } from '@/lib/audit/head';

describe('an entry that is published', () => {
  it('is read as it was written', () => {
    const head = { seq: 41, hash: 'ab'.repeat(32) };
    expect(parseHead(formatHead(head))).toEqual(head);
    expect(parseHead(` 41:${'AB'.repeat(32)}\n`)).toEqual(head);
  });

  it.each([
    '',
    '41',
    `0:${'a'.repeat(64)}`,
    `41:${'a'.repeat(63)}`,
    `41:${'g'.repeat(64)}`,
    `4e1:${'a'.repeat(64)}`,
  ])('is not “%s”', (text) => {
    expect(parseHead(text)).toBeNull();
  });
});
