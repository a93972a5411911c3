import { describe, expect, it } from 'vitest';
import { makeReadCounter } from '@/lib/http/reads';

const minute = 60_000;

describe('reads of one visitor', () => {
  it('are answered up to the limit, and again from the next minute on', () => {
    const count = makeReadCounter(3);
    const at = 10 * minute + 15_000;
    expect([count('a', at), count('a', at), count('a', at)]).toEqual([null, null, null]);
    expect(count('a', at)).toEqual({ retryAfter: 45 });
    expect(count('a', 11 * minute - 1)).toEqual({ retryAfter: 1 });
    expect(count('a', 11 * minute)).toBeNull();
  });

  it('are counted for each visitor apart', () => {
    const count = makeReadCounter(1);
    expect(count('a', 0)).toBeNull();
    expect(count('b', 0)).toBeNull();
    expect(count('a', 0)).not.toBeNull();
  });
});
