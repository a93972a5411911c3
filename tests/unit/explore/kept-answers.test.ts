import { describe, expect, it, vi } from 'vitest';
import { keptAnswer, mostKept } from '@/lib/explore/kept-answers';

describe('kept answers', () => {
  it('are worked out once for an owner and a key, also while they are awaited', async () => {
    const owner = {};
    const work = vi.fn(async () => ({ n: 1 }));
    const [first, second] = await Promise.all([keptAnswer(owner, 'a', work), keptAnswer(owner, 'a', work)]);
    expect(second).toBe(first);
    expect(work).toHaveBeenCalledTimes(1);
    await keptAnswer(owner, 'b', work);
    await keptAnswer({}, 'a', work);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('do not hold failures', async () => {
    const owner = {};
    await expect(keptAnswer(owner, 'a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await keptAnswer(owner, 'a', async () => 2)).toBe(2);
  });

  it('of many drop that which was asked for longest ago', async () => {
    const owner = {};
    for (let key = 0; key < mostKept; key++) await keptAnswer(owner, String(key), async () => key);
    expect(await keptAnswer(owner, '0', async () => -1)).toBe(0);
    await keptAnswer(owner, 'one more', async () => 1);
    expect(await keptAnswer(owner, '0', async () => -1)).toBe(0);
    expect(await keptAnswer(owner, '1', async () => -1)).toBe(-1);
  });

  it('that are dropped while they are worked out do not take another away when they fail', async () => {
    const owner = {};
    let fail = (_: Error) => {};
    const failing = new Promise((_, reject) => {
      fail = reject;
    });
    const first = keptAnswer(owner, 'a', () => failing);
    for (let key = 0; key < mostKept; key++) await keptAnswer(owner, String(key), async () => key);
    expect(await keptAnswer(owner, 'a', async () => 2)).toBe(2);
    fail(new Error('down'));
    await expect(first).rejects.toThrow('down');
    expect(await keptAnswer(owner, 'a', async () => 3)).toBe(2);
  });
});
