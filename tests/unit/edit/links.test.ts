import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLinks } from '@/lib/edit/links';
import { recordAt } from '@/lib/edit/restore';

const all: string[] = ['a', 'b', 'c', 'd', 'e', 'f'];
const links = fc.uniqueArray(fc.constantFrom(...all));

describe('links that a form changed while others did too', () => {
  it('are those of now with what it added and without what it took away', () => {
    fc.assert(
      fc.property(links, links, links, (now, from, to) => {
        const after = withLinks(now, from, to);
        expect(new Set(after).size).toBe(after.length);
        for (const ref of all) {
          const touched = from.includes(ref) !== to.includes(ref);
          expect(after.includes(ref)).toBe(touched ? to.includes(ref) : now.includes(ref));
        }
      }),
    );
  });

  it('stay as they are when the form changed none, and become what it holds when nobody else did', () => {
    fc.assert(
      fc.property(links, links, (now, to) => {
        expect(withLinks(now, to, to)).toEqual(now);
        expect([...withLinks(now, now, to)].sort()).toEqual([...to].sort());
      }),
    );
  });
});

it('a version of old has the links that only other records’ forms changed since', () => {
  const changes: Parameters<typeof recordAt>[1] = [
    { version: 2, changes: { links: { from: ['a'], to: ['a', 'b'] } } },
    {
      version: 3,
      changes: { links: { from: ['a', 'b', 'x'], to: ['b', 'x'] }, title: { from: 'A', to: 'B' } },
    },
  ];
  const present = { title: 'B', links: ['b', 'x', 'y'] };
  expect(recordAt(present, changes, 1, 'links')).toEqual({ title: 'A', links: ['x', 'y', 'a'] });
  expect(recordAt(present, changes, 3, 'links')).toEqual(present);
});
