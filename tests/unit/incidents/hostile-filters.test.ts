import { expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { parseSelection, parseSelectionStrictly } from '@/lib/explore/request';
import { hostileTexts, refused } from '../../support/hostile-texts';

const known = { dataset: () => false, place: () => false, source: () => false };
const params = [
  'q',
  'type',
  'issue',
  'place',
  'dataset',
  'source',
  'status',
  'from',
  'to',
  'starts',
  'sort',
  'by',
  'page',
];

test('every hostile text is read as a value or left out with its name, in every parameter', () => {
  for (const text of [...hostileTexts, ...refused])
    for (const param of params) {
      const query = () => new URLSearchParams([[param, text]]);
      const { ignored } = parseSelection(query(), known);
      for (const one of ignored) expect(one.param).toBe(param);
      try {
        parseSelectionStrictly(query(), known, 'en');
        expect(ignored).toEqual([]);
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown;
        expect(thrown.code).toBe('invalid');
        expect(new Set(thrown.fields.map(({ field }) => field))).toEqual(new Set([param]));
      }
    }
});

test('a name of a parameter that every object has is a name like any other', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    const { filters } = parseSelection(
      new URLSearchParams([
        [name, '1'],
        [`${name}[polluted]`, '1'],
      ]),
      known,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(filters).toEqual(parseSelection(new URLSearchParams(), known).filters);
  }
});
