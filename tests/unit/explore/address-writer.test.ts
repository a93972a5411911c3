import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressWriter, pace } from '@/components/explore/address-writer';

function open() {
  const written: string[] = [];
  const writer = addressWriter({
    pushState: (_state, _title, address) => void written.push(`push ${address}`),
    replaceState: (_state, _title, address) => void written.push(`replace ${address}`),
  });
  return { writer, written };
}

describe('the address of a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is written at once, and of many in a row the last one, fewer than ten a second', () => {
    const { writer, written } = open();
    writer.replace('/a');
    expect(written).toEqual(['replace /a']);
    for (let row = 0; row < 300; row += 1) {
      writer.replace(`/${row}`);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(pace);
    expect(written.at(-1)).toBe('replace /299');
    expect(written.length).toBeLessThanOrEqual(1 + Math.ceil(3_000 / pace) + 1);
  });

  it('is whole before another one is added to the history', () => {
    const { writer, written } = open();
    writer.replace('/a');
    writer.replace('/b');
    writer.push('/c');
    vi.advanceTimersByTime(10 * pace);
    expect(written).toEqual(['replace /a', 'replace /b', 'push /c']);
  });

  it('is left alone once the page has gone elsewhere', () => {
    const { writer, written } = open();
    writer.replace('/a');
    writer.replace('/b');
    expect(writer.isWaiting()).toBe(true);
    writer.drop();
    expect(writer.isWaiting()).toBe(false);
    vi.advanceTimersByTime(10 * pace);
    expect(written).toEqual(['replace /a']);
  });
});
