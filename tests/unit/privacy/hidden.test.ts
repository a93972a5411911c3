import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '@/lib/privacy/detect';
import { bankCard, checkCharacter, mobileNumber, residentId, writtenMobile } from '../../factories/personal';
import { random } from '../../factories/random';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
/** What stands behind each digit of a number, most often nothing. */
const gaps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\ufe0f') },
    { weight: 2, arbitrary: fc.constantFrom(' ', '-', '.', '·', '－', '　', '—', '–', ' - ', '・', '．') },
  ),
  { minLength: 20, maxLength: 20 },
);
const wide = fc.constantFrom(0, 0xfee0);
const around = fc.constantFrom('', '电话', 'No. ', '（', '号码:', 'tel', '\n');

/** A number with gaps between its digits, each of them full-width or not. */
const written = (number: string, between: readonly string[], width: number) =>
  [...number]
    .map(
      (one, at) => String.fromCharCode(one.charCodeAt(0) + (at % 3 === 0 ? width : 0)) + (between[at] ?? ''),
    )
    .join('')
    .replace(/[^\dXx０-９Ｘｘ]+$/, '');

const isFound = (kind: string, number: string, before: string, after: string) => {
  const [first, ...others] = findPersonalData(before + number + after);
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    kind,
    start: before.length,
    end: before.length + number.length,
    text: number,
  });
};

describe('numbers that somebody hides', () => {
  test('the check character of the factory is that of an ID that the standard gives as an example', () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(checkCharacter('44052418800101001')).toBe('4');
  });

  test('resident IDs', () => {
    fc.assert(
      fc.property(seeds, gaps, wide, around, (seed, between, width, before) => {
        isFound('resident-id', written(residentId(random(seed)), between, width), before, '。');
      }),
    );
  });

  test('an ID with one wrong digit is no ID', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (seed, at, more) => {
          const id = residentId(random(seed));
          const wrong = id.slice(0, at) + ((Number(id[at]) + more) % 10) + id.slice(at + 1);
          expect(findPersonalData(wrong).filter(({ kind }) => kind === 'resident-id')).toEqual([]);
        },
      ),
    );
  });

  test('mobile numbers', () => {
    fc.assert(
      fc.property(seeds, gaps, wide, around, (seed, between, width, before) => {
        const number = mobileNumber(random(seed));
        // One that holds a year can be written as a date, and a date is no number.
        fc.pre(!/19|20/.test(number));
        isFound('mobile', written(number, between, width), before, '，');
      }),
    );
  });

  test('mobile numbers as people write them', () => {
    fc.assert(
      fc.property(seeds, around, (seed, before) =>
        isFound('mobile', writtenMobile(random(seed)), before, ' ok'),
      ),
    );
  });

  test('bank cards', () => {
    fc.assert(
      fc.property(seeds, wide, around, (seed, width, before) => {
        const card = bankCard(random(seed)).replace(/\d/g, (one) =>
          String.fromCharCode(one.charCodeAt(0) + width),
        );
        isFound('bank-card', card, before, '。');
      }),
    );
  });
});
