import fc from 'fast-check';
import { v5 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { importedRef, makeIds, rowName } from '@/lib/imports/staging/identity';
import { makeSeen } from '@/lib/imports/staging/seen';

const dataset = 'f81d4fae-7dec-51d0-a765-00a0c91e6bf6';

describe('ids of imported records', () => {
  test('are those that the rest of the app makes of an external id', () => {
    const idOf = makeIds(dataset);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(idOf(name)).toBe(v5(name, dataset));
      }),
    );
  });

  test('tell the same row apart when it stands in a file again', () => {
    expect(rowName({ identity: 'row\u001fa' }, 1)).not.toBe(rowName({ identity: 'row\u001fa' }, 2));
  });
});

describe('refs of imported records', () => {
  const id = '0123abcd-4567-5890-abcd-ef0123456789';
  test.each([
    ['e12', 'zj-e12'],
    ['CHN1234', 'zj-chn1234-0123abcd'],
    ['a/b c', 'zj-a-b-c-0123abcd'],
    ['编号', 'zj-0123abcd45675890'],
    [null, 'zj-0123abcd45675890'],
  ])('of %s', (externalId, ref) => expect(importedRef('zj', externalId, id)).toBe(ref));

  test('can always stand in an address', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (externalId) => {
        expect(importedRef('zj', externalId, id)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('what was seen', () => {
  test('is told by the row in which it stood first, among very many', () => {
    const seen = makeSeen();
    let again = 0;
    for (let row = 1; row <= 300_000; row += 1) again += seen.add(`name ${row}`, row);
    expect(again).toBe(0);
    for (const row of [1, 77, 150_000, 300_000]) expect(seen.add(`name ${row}`, 400_000)).toBe(row);
    expect(seen.times('name 77')).toBe(2);
    seen.add('name 77', 400_001);
    expect(seen.times('name 77')).toBe(3);
    expect(seen.times('name 78')).toBe(1);
  });
});
