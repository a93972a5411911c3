import { describe, expect, test } from 'vitest';
import { countDistricts, districtScope, isUnitChosen } from '@/lib/explore/districts';
import type { PlaceNode } from '@/lib/places/tree';
import { choice, noChoice } from '@/lib/url/params';

const node = (id: string, level: PlaceNode['level'], path: string): PlaceNode => ({
  id,
  code: id,
  nameEn: id,
  nameZh: id,
  level,
  parentId: path.split('/').at(-3) ?? null,
  path,
  aliases: [],
});
const all = [
  node('CN', 'country', 'CN/'),
  node('440000', 'province', 'CN/440000/'),
  node('440800', 'prefecture', 'CN/440000/440800/'),
  node('440882', 'county', 'CN/440000/440800/440882/'),
  node('440883', 'county', 'CN/440000/440800/440883/'),
  node('440883.su', 'village', 'CN/440000/440800/440883/440883.su/'),
  node('440900', 'prefecture', 'CN/440000/440900/'),
  node('440982', 'county', 'CN/440000/440900/440982/'),
  node('440982.home', 'site', 'CN/440000/440900/440982/440982.home/'),
  node('110000', 'province', 'CN/110000/'),
];
const places = new Map(all.map((place) => [place.id, place]));
const scopeOf = (filter: string[], coverage: (string | null)[] = ['440800']) =>
  districtScope(places, choice(filter), coverage)?.id;

describe('the area of a district chart', () => {
  test.each([
    [[], '440800'],
    [['440883'], '440800'],
    [['@440883.su'], '440800'],
    [['440800'], '440800'],
    [['440000'], '440000'],
    [['440883', '440982'], '440000'],
    [['440883', '110000'], 'CN'],
  ])('for the places %j is %s', (filter, scope) => {
    expect(scopeOf(filter)).toBe(scope);
  });
  test('is the whole country where a data set claims no coverage', () => {
    expect(scopeOf([], ['440800', null])).toBe('CN');
  });
});

describe('counts by district', () => {
  const zhanjiang = places.get('440800') as PlaceNode;
  const unitsOf = (scope: PlaceNode) => [...places.values()].filter(({ parentId }) => parentId === scope.id);
  const counts = [
    { placeId: '440883.su', count: 2 },
    { placeId: '440882', count: 3 },
    { placeId: '440800', count: 4 },
    { placeId: '440000', count: 5 },
    { placeId: '440982.home', count: 6 },
    { placeId: '440900', count: 7 },
  ];
  test('a unit counts what lies at or below it; what is known only to the area, or to an area around it, is apart (rule 4)', () => {
    const { units, coarse, coarsePlaces } = countDistricts(counts, zhanjiang, unitsOf(zhanjiang), places);
    expect([...units]).toEqual([
      ['440882', 3],
      ['440883', 2],
    ]);
    expect([coarse, coarsePlaces]).toEqual([9, ['440000', '440800']]);
  });
  test('what lies outside is listed by county, or by its own place where no county is known', () => {
    const { outside } = countDistricts(counts, zhanjiang, unitsOf(zhanjiang), places);
    expect(outside).toEqual([
      { id: '440900', value: '@440900', count: 7 },
      { id: '440982', value: '440982', count: 6 },
    ]);
  });
  test('nothing is lost and nothing counted twice', () => {
    const { units, coarse, between, outside } = countDistricts(counts, zhanjiang, unitsOf(zhanjiang), places);
    const apart = [...between, ...outside].map(({ count }) => count);
    const sum = [...units.values(), ...apart].reduce((a, b) => a + b, coarse);
    expect(sum).toBe(counts.reduce((all, { count }) => all + count, 0));
  });
  test('a place that does not exist is an error, not a hole', () => {
    expect(() =>
      countDistricts([{ placeId: '999', count: 1 }], zhanjiang, unitsOf(zhanjiang), places),
    ).toThrow(RangeError);
  });
});

describe('the units that a place filter keeps', () => {
  const wuchuan = places.get('440883') as PlaceNode;
  test.each([
    [noChoice, true],
    [choice(['440883']), true],
    [choice(['440800']), true],
    [choice(['440883.su']), true],
    [choice(['440882']), false],
    [choice(['@440800']), false],
    [choice([], ['440883']), false],
    [choice([], ['440883.su']), true],
    [choice([], ['440800']), false],
  ])('%j', (filter, chosen) => {
    expect(isUnitChosen(wuchuan, filter, places)).toBe(chosen);
  });
});
