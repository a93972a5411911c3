import { expect, test } from 'vitest';
import { storedCodesOf } from '@/lib/codebook/vocabularies';
import { sizeClass, sizeSpan } from '@/lib/incidents/size-class';

test('the span of classes of size holds each size of theirs, and ends with them', () => {
  for (const code of storedCodesOf('sizeClass').filter((one) => one !== 'unknown')) {
    const { least, most } = sizeSpan([code]) ?? { least: 0, most: 0 };
    expect([sizeClass(least), sizeClass(most)]).toEqual([code, code]);
    expect(sizeClass(least - 1)).not.toBe(code);
  }
  expect(sizeSpan(['2-9', '50-99'])).toEqual({ least: 2, most: 99 });
  expect(sizeSpan(['2-9', 'unknown'])).toBeNull();
});
