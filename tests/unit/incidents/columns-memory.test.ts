import { describe, expect, test } from 'vitest';
import { wordsNotFull } from '@/lib/incidents/columns/bits';
import { Memory } from '@/lib/incidents/columns/memory';

const sizeOf = ({ length }: Uint32Array) => length;

describe('counts that are remembered', () => {
  test('are worked out once, until there is no room for those that were asked for longest ago', () => {
    const memory = new Memory();
    const worked: string[] = [];
    const get = (name: string) =>
      memory.get(name, sizeOf, () => {
        worked.push(name);
        return new Uint32Array(1_500_000);
      });
    const first = get('a');
    expect(get('a')).toBe(first);
    get('b');
    get('a');
    get('c');
    expect(worked).toEqual(['a', 'b', 'c']);
    get('a');
    get('b');
    expect(worked).toEqual(['a', 'b', 'c', 'b']);
  });

  test('are given also where they are more than there is room for', () => {
    const memory = new Memory();
    expect(memory.get('large', sizeOf, () => new Uint32Array(5_000_000))).toHaveLength(5_000_000);
    expect(memory.get('small', sizeOf, () => Uint32Array.of(1))).toEqual(Uint32Array.of(1));
  });
});

test('words that lack a bit lie between the first and the last of them', () => {
  const full = 0xffffffff;
  expect(wordsNotFull(Uint32Array.of(full, 7, full, 0, full, full))).toEqual([1, 4]);
  expect(wordsNotFull(Uint32Array.of(0, full))).toEqual([0, 1]);
  const none = wordsNotFull(Uint32Array.of(full, full));
  expect(none[0]).toBe(none[1]);
  expect(wordsNotFull(new Uint32Array(0))).toEqual([0, 0]);
});
