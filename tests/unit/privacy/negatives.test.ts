import { describe, expect, test } from 'vitest';
import { findPersonalData } from '@/lib/privacy/detect';
import { parseSeed, readSeedFiles } from '@/prisma/seed/load';
import { loadPlaces } from '@/prisma/seed/places';
import { recordsOf, worldOf } from '../demo/world';

describe('what is no personal data', () => {
  test.each([
    '2019-09-13',
    '2019-09-13 to 2019-09-20',
    '1989-06-04 100',
    '13.09.2019 100',
    '2010-2025',
    'more than 10,000 people',
    '3500 0000 people',
    'zj-2019-09-13-a',
    'demo-00000001',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    '00000000-0000-0000-0000-013800138000',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'a1b2c3d4e13800138000f5a6',
    '440883',
    '440883102',
    '440883102001',
    '440883 440882 440881',
    '440106101 440106102',
    '¥13800138000',
    'RMB 13800138000',
    '13800138000元',
    '13800138000 yuan',
    '192.168.100.15',
    'https://weibo.com/13800138000/0759-2281234?card=4111111111111111',
    'www.example.org/11010519491231002X',
    '',
  ])('%s', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  test('the texts of the seed', async () => {
    const { places } = loadPlaces();
    const files = await readSeedFiles();
    expect(parseSeed(files, new Set(places.map(({ id }) => id))).incidents.length).toBeGreaterThan(0);
    expect(foundIn([files, places])).toEqual([]);
  });

  test('the texts of 2,000 incidents of the demo set', async () => {
    expect(foundIn(recordsOf(await worldOf(1), 2_000))).toEqual([]);
  });
});

/** What is found in all the strings that a value holds. */
function foundIn(value: unknown): string[] {
  if (typeof value === 'string') return findPersonalData(value).map(({ kind }) => `${kind}: ${value}`);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(foundIn) : [];
}
