import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadBatch, SettledReads } from '@/lib/db/reads';
import { makeReadCounter, settling } from '@/lib/http/read-counter';

const minute = 60_000;

beforeEach(() => vi.useFakeTimers({ now: 10 * minute + 15_000 }));
afterEach(() => vi.useRealTimers());

/** A counter whose batches are kept and answered by `answer`. */
function counterOf(limit: number, answer: (batch: ReadBatch[]) => Promise<SettledReads[]>) {
  const batches: ReadBatch[][] = [];
  const faults: unknown[] = [];
  const count = makeReadCounter({
    limit,
    settle(batch) {
      batches.push(batch);
      return answer(batch);
    },
    hash: (visitor) => `hash of ${visitor}`,
    onFault: (thrown) => faults.push(thrown),
  });
  const many = (visitor: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => count(visitor)));
  return { count, many, batches, faults };
}

/** All processes together, as the database counts them; who passes the limit waits for `wait` seconds. */
function everybody(limit: number, wait: number) {
  const totals = new Map<string, number>();
  return async (batch: ReadBatch[]): Promise<SettledReads[]> =>
    batch.map(({ visitor, count }) => {
      const total = (totals.get(visitor) ?? 0) + count;
      totals.set(visitor, total);
      return { visitor, count: total, wait: total > limit ? wait : 0 };
    });
}

const failing = () => Promise.reject(new Error('no database'));
const refused = (answers: unknown[]) => answers.filter((answer) => answer !== null);

describe('reads of one visitor', () => {
  it('are settled in batches, by a hash, after a second or twenty of them', async () => {
    const { count, many, batches } = counterOf(600, everybody(600, 45));
    await many('a', 3);
    await count('b');
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(settling.within);
    expect(batches).toEqual([
      [
        { visitor: 'hash of a', count: 3 },
        { visitor: 'hash of b', count: 1 },
      ],
    ]);
    await many('a', settling.ahead);
    expect(batches[1]).toEqual([{ visitor: 'hash of a', count: settling.ahead }]);
    await vi.advanceTimersByTimeAsync(5 * settling.within);
    expect(batches).toHaveLength(2);
    await count('a');
    await vi.advanceTimersByTimeAsync(settling.within);
    expect(batches[2]).toEqual([{ visitor: 'hash of a', count: 1 }]);
  });

  it('are answered up to the limit and not once more, also when all come at once', async () => {
    const { many, count } = counterOf(50, everybody(50, 45));
    expect(refused(await many('a', 70))).toEqual(Array(20).fill({ retryAfter: 45 }));
    expect(await count('a')).toEqual({ retryAfter: 45 });
    expect(await count('b')).toBeNull();
  });

  it('are settled one batch at a time, and most answers wait for none', async () => {
    const open: (() => void)[] = [];
    const { many, batches } = counterOf(600, async (batch) => {
      await new Promise<void>((answer) => open.push(answer));
      return everybody(600, 45)(batch);
    });
    // No batch is answered here, so that an answer that waited for one would never come.
    expect(refused(await many('a', 200))).toEqual([]);
    for (let batch = 1; batch <= 2; batch += 1) {
      await vi.advanceTimersByTimeAsync(settling.within);
      expect([open.length, batches.length]).toEqual([1, batch]);
      open.pop()?.();
      await vi.advanceTimersByTimeAsync(0);
    }
    await vi.advanceTimersByTimeAsync(5 * settling.within);
    expect([open.length, batches.length]).toEqual([0, 2]);
    expect(batches.flat().reduce((sum, { count }) => sum + count, 0)).toBe(200);
  });

  it('wait as long as all processes say, beyond the minute', async () => {
    const { count } = counterOf(3, everybody(0, 120));
    expect(await count('a')).toEqual({ retryAfter: 120 });
    vi.setSystemTime(11 * minute);
    expect(await count('a')).toEqual({ retryAfter: 75 });
  });

  it('are counted by the process alone while the database fails, which is said once', async () => {
    const { many, count, batches, faults } = counterOf(30, failing);
    expect(refused(await many('a', 40))).toEqual(Array(10).fill({ retryAfter: 45 }));
    await vi.advanceTimersByTimeAsync(3 * settling.pause);
    expect(await count('a')).toEqual({ retryAfter: 30 });
    expect([faults.length, batches.length]).toEqual([1, 4]);
    vi.setSystemTime(11 * minute);
    expect(refused(await many('a', 30))).toEqual([]);
  });

  it('are decided by the process near the limit when the database takes too long', async () => {
    const { many } = counterOf(3, () => new Promise(() => {}));
    const answers = many('a', 4);
    await vi.advanceTimersByTimeAsync(settling.patience);
    expect(refused(await answers)).toEqual([{ retryAfter: 44 }]);
  });
});
