import { describe, expect, test } from 'vitest';
import { countAt, openedPlaces, placeBranches } from '@/lib/explore/place-branches';
import type { PlaceLevel } from '@/lib/places/levels';
import type { PlaceNode } from '@/lib/places/tree';

const place = (path: string, level: PlaceLevel): PlaceNode => {
  const ids = path.split('/').slice(0, -1);
  const id = ids.at(-1) ?? '';
  return {
    id,
    code: id,
    nameEn: `Place ${id}`,
    nameZh: `地点${id}`,
    level,
    parentId: ids.at(-2) ?? null,
    path,
    aliases: [],
  };
};
const tree = [
  place('CN/', 'country'),
  place('CN/44/', 'province'),
  place('CN/44/4408/', 'prefecture'),
  place('CN/44/4408/440883/', 'county'),
  place('CN/44/4409/', 'prefecture'),
  place('CN/45/', 'province'),
  place('CN/46/', 'province'),
];
const counts = [
  { placeId: '440883', count: 3 },
  { placeId: '4408', count: 2 },
  { placeId: '44', count: 1 },
  { placeId: '46', count: 9 },
];

describe('branches of the tree of places', () => {
  test('count what lies at or below, and apart what is known to the place alone', () => {
    const branches = placeBranches({ tree, counts, parents: ['CN', '4408', 'nowhere'], locale: 'en' });
    expect(Object.keys(branches).sort()).toEqual(['', '4408', 'CN']);
    expect(branches['']).toEqual([{ id: 'CN', label: 'Place CN', count: 15, own: 0, hasWithin: true }]);
    expect(branches.CN?.map(({ id, count, own }) => [id, count, own])).toEqual([
      ['46', 9, 9],
      ['44', 6, 1],
      ['45', 0, 0],
    ]);
    expect(branches['4408']?.[0]).toMatchObject({ id: '440883', count: 3, hasWithin: false });
  });
  test('open down to the lowest place that holds everything, and above what is chosen', () => {
    expect(openedPlaces(tree, counts, [])).toEqual(['CN']);
    expect(openedPlaces(tree, counts.slice(0, 2), [])).toEqual(['CN', '44', '4408']);
    expect(openedPlaces(tree, [], [])).toEqual(['CN']);
    expect(openedPlaces(tree, counts, ['@440883'])).toEqual(['CN', '44', '4408']);
  });
  test('count each value of a filter', () => {
    expect(countAt(tree, counts, ['44', '@44', '45'])).toEqual({ '44': 6, '@44': 1, '45': 0 });
  });
});
