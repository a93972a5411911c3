import { describe, expect, it, vi } from 'vitest';
import { keptAnswer } from '@/lib/explore/kept-answers';

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

  it('drop the oldest of many', async () => {
    const owner = {};
    for (let key = 0; key <= 40; key++) await keptAnswer(owner, String(key), async () => key);
    expect(await keptAnswer(owner, '40', async () => -1)).toBe(40);
    expect(await keptAnswer(owner, '0', async () => -1)).toBe(-1);
  });
});
