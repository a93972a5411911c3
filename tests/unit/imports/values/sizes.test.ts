import { describe, expect, test } from 'vitest';
import { readSize } from '@/lib/imports/values/sizes';

const size = (min: number | null, max: number | null, approx = false) => ({ min, max, approx });

describe('a size as it is printed', () => {
  test.each([
    ['60', size(60, 60)],
    ['1,200 people', size(1200, 1200)],
    ['over 60', size(60, null)],
    ['more than 1,000', size(1000, null)],
    ['>50', size(50, null)],
    ['50+', size(50, null)],
    ['60余人', size(60, null)],
    ['60多名', size(60, null)],
    ['三百余人', size(300, null)],
    ['超过100人', size(100, null)],
    ['close to 30', size(null, 30, true)],
    ['近30人', size(null, 30, true)],
    ['近万人', size(null, 10_000, true)],
    ['up to 40', size(null, 40)],
    ['不到50人', size(null, 50)],
    ['about 50', size(50, 50, true)],
    ['约30人', size(30, 30, true)],
    ['30人左右', size(30, 30, true)],
    ['约三四百人', size(300, 400, true)],
    ['100-1000 Persons', size(100, 1000)],
    ['101-1,000', size(101, 1000)],
    ['100至1000人', size(100, 1000)],
    ['between 100 and 200', size(100, 200)],
    ['1.2万人', size(12_000, 12_000)],
    ['1-2千人', size(1000, 2000)],
    ['500-1千人', size(500, 1000)],
    ['hundreds', size(200, null, true)],
    ['数百人', size(200, null, true)],
    ['tens of thousands of people', size(20_000, null, true)],
    ['上千人', size(1000, null, true)],
    ['100s', size(200, null, true)],
    ['999', size(999, 999)],
    ['dozens', size(24, null, true)],
    ['两百', size(200, 200)],
  ])('%s', (text, read) => expect(readSize(text)).toEqual(read));

  test.each([[''], ['unknown'], ['no report'], ['N/A'], ['.'], ['-99'], ['不详']])(
    '%s says that nothing is known',
    (text) => expect(readSize(text)).toEqual(size(null, null)),
  );

  test.each([
    ['0'],
    ['many'],
    ['200-100'],
    ['12 or 20 or so of them'],
    ['99999999999'],
    ['4 buses'],
    ['三成'],
  ])('%s is not understood, and never 0', (text) => expect(readSize(text)).toBeNull());
});
