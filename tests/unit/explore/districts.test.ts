import { describe, expect, test } from 'vitest';
import { districtNumbers, districtSentence } from '@/lib/explore/district-chart';
import {
  areKept,
  countDistricts,
  districtScope,
  isUnitChosen,
  keepsWhole,
  levelsWithin,
  shownLevel,
  unitsWithin,
} from '@/lib/explore/districts';
import { nLine } from '@/lib/explore/frame';
import { byProvince } from '@/lib/explore/place-fields';
import { noFilters } from '@/lib/incidents/selection';
import type { PlaceNode } from '@/lib/places/tree';
import { type Choice, choice, noChoice } from '@/lib/url/params';
import { placeNode } from './samples';

const all = [
  placeNode('CN', 'country', 'CN/'),
  placeNode('440000', 'province', 'CN/440000/'),
  placeNode('440800', 'prefecture', 'CN/440000/440800/'),
  placeNode('440882', 'county', 'CN/440000/440800/440882/'),
  placeNode('440883', 'county', 'CN/440000/440800/440883/'),
  placeNode('440883.su', 'village', 'CN/440000/440800/440883/440883.su/'),
  placeNode('440900', 'prefecture', 'CN/440000/440900/'),
  placeNode('440982', 'county', 'CN/440000/440900/440982/'),
  placeNode('440982.home', 'site', 'CN/440000/440900/440982/440982.home/'),
  placeNode('110000', 'province', 'CN/110000/'),
];
const places = new Map(all.map((place) => [place.id, place]));
const scopeOf = (filter: string[], coverage: (string | null)[] = ['440800']) =>
  districtScope(places, choice(filter), coverage)?.id;

test('incidents by province hold those at places of any level below it, and those of the country apart', () => {
  const at = (placeId: string, count: number) => ({ placeId, count });
  const counts = [at('440883.su', 2), at('440000', 3), at('440900', 4), at('110000', 5), at('CN', 6)];
  expect([...byProvince(counts, places)]).toEqual([
    ['440000', 9],
    ['110000', 5],
    ['@CN', 6],
  ]);
  expect(() => byProvince([at('999999', 1)], places)).toThrow(RangeError);
});

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
  test.each([
    [['440800'], '440000', '440000'],
    [['440883', '440882'], 'CN', 'CN'],
    [['@440000'], '440000', '440000'],
    // Not where nothing is chosen, or something outside it, or the area has no units.
    [[], '440000', '440800'],
    [['440800', '110000'], '440000', 'CN'],
    [['440883.su'], '440883', '440800'],
    [['440800'], '999999', '440800'],
  ])('for the places %j with the map on %s is %s', (filter, asked, scope) => {
    expect(districtScope(places, choice(filter), ['440800'], asked)?.id).toBe(scope);
  });
  test('is the whole country where a data set claims no coverage', () => {
    expect(scopeOf([], ['440800', null])).toBe('CN');
  });
});

describe('the sentence of a district chart', () => {
  const unit = (name: string, count: number) => ({
    code: name,
    name,
    count,
    people: null,
    peopleYear: null,
    rate: null,
    selected: false,
  });
  test.each([
    [[3, 1], 'A has the most: 3 of 9 (33 %).', 'A最多：9 起中有 3 起（33%）。'],
    [
      [3, 3, 1],
      'A and 1 other have the most: 3 of 9 each (33 %).',
      'A等 2 个地区最多：9 起中各有 3 起（33%）。',
    ],
    [
      [3, 3, 3],
      'A and 2 others have the most: 3 of 9 each (33 %).',
      'A等 3 个地区最多：9 起中各有 3 起（33%）。',
    ],
  ])('for %j', (counts, en, zh) => {
    const units = counts.map((count, at) => unit('ABC'[at] ?? '', count));
    expect(districtSentence(units, 'count', 9, 'en')).toBe(en);
    expect(districtSentence(units, 'count', 9, 'zh')).toBe(zh);
  });
});

describe('the sentence of a chart of rates', () => {
  const unit = (name: string, count: number, people: number | null) => ({
    code: name,
    name,
    count,
    people,
    peopleYear: people && 2020,
    rate: people && (count / people) * 100_000,
    selected: false,
  });
  test.each([
    [
      'all populations are known',
      [unit('A', 4, 100_000), unit('B', 1, 100_000)],
      'The highest rate is that of A: 4.0.',
      '比率最高的是A：4.0。',
    ],
    [
      'some are not',
      [unit('A', 4, 100_000), unit('B', 1, 100_000), unit('C', 99, null)],
      'The highest of these rates is that of A: 4.0.',
      '其中比率最高的是A：4.0。',
    ],
    [
      'those that are have no incident',
      [unit('A', 0, 100_000), unit('B', 0, 100_000), unit('C', 99, null)],
      'No incident is known to any of these.',
      '没有事件可归入这些地区。',
    ],
    [
      'none is',
      [unit('C', 99, null)],
      'The population of none of the districts is known.',
      '各地区的人口均不详。',
    ],
  ])('where %s', (_, units, en, zh) => {
    expect(districtSentence(units, 'rate', 9, 'en')).toBe(en);
    expect(districtSentence(units, 'rate', 9, 'zh')).toBe(zh);
  });
});

describe('what a chart of rates counts in', () => {
  const zhanjiang = places.get('440800') as PlaceNode;
  const units = [...places.values()].filter(({ parentId }) => parentId === zhanjiang.id);
  const explained = (populations: Record<string, number>, locale: 'en' | 'zh') =>
    districtNumbers({
      counts: [{ placeId: '440882', count: 3 }],
      scope: zhanjiang,
      home: null,
      units,
      level: 'county',
      places,
      filters: noFilters,
      populations: new Map(Object.entries(populations).map(([id, people]) => [id, { people, year: 2020 }])),
      measure: 'rate',
      kept: 3,
      base: { locale, subtitle: '', source: '', n: '', permalink: '', madeOn: '2026-01-01', synthetic: 0 },
    }).frame.notes[0];
  test('are the districts, or those of them whose population is known', () => {
    const all = { '440882': 100_000, '440883': 100_000 };
    expect(explained(all, 'en')).toBe('Incidents per 100,000 people in the counties of 440800.');
    expect(explained({ '440882': 100_000 }, 'en')).toBe(
      'Incidents per 100,000 people in the one county of 440800 whose population is known.',
    );
    expect(explained({ '440882': 100_000 }, 'zh')).toBe('440800 1 个人口已知的县级地区每10万人的事件数。');
    expect(explained({}, 'en')).toBe('Incidents per 100,000 people in the counties of 440800.');
  });
});

describe('a chart that counts more than the filter keeps', () => {
  const counts = [
    { placeId: '440882', count: 30 },
    { placeId: '440883', count: 20 },
    { placeId: '440800', count: 10 },
    { placeId: '440982', count: 400 },
  ];
  const of = (place: Choice, kept: number, locale: 'en' | 'zh' = 'en') => {
    const scope = places.get('440800') as PlaceNode;
    const n = nLine(kept, locale);
    return districtNumbers({
      counts,
      scope,
      home: scope,
      units: [...places.values()].filter(({ parentId }) => parentId === scope.id),
      level: 'county',
      places,
      filters: { ...noFilters, place },
      populations: new Map(),
      measure: 'count',
      kept,
      base: { locale, subtitle: '', source: '', n, permalink: '', madeOn: '2026-01-01', synthetic: 0 },
    });
  };
  test('says so in its sentence and beside n', () => {
    const { sentence, frame } = of(choice(['@440800']), 10);
    expect(sentence).toBe(
      'Without the filter on Place: 440882 has the most: 30 of 60 (50 %). The filter on Place keeps 10.',
    );
    expect(frame.n).toBe('n = 10 incidents; counted here without the filter on Place: 60');
    const left = of(choice([], ['440882']), 430, 'zh');
    expect([left.sentence, left.frame.n]).toEqual([
      '不计“地点”筛选：440882最多：60 起中有 30 起（50%）。按此筛选保留 430 起。',
      'n = 430 起事件；此图不计“地点”筛选，共 60 起',
    ]);
  });
  test('has nothing to say where the filter keeps all of its area', () => {
    for (const [place, kept] of [
      [noChoice, 460],
      [choice(['440800']), 60],
      [choice([], ['440900']), 60],
    ] as const) {
      const { sentence, frame } = of(place, kept);
      expect([sentence, frame.n]).toEqual(['440882 has the most: 30 of 60 (50 %).', nLine(kept, 'en')]);
    }
  });
  test.each([
    [choice(['440000']), true],
    [choice(['CN'], ['440900']), true],
    [choice(['440882', '440883']), false],
    [choice(['440800'], ['@440800']), false],
    [choice(['440800'], ['440883.su']), false],
    [choice([], ['CN']), false],
    [choice([], ['@CN']), true],
  ])('%j keeps the whole area: %j', (place, whole) => {
    expect(keepsWhole(places.get('440800') as PlaceNode, place, places)).toBe(whole);
  });
});

describe('whether a filter keeps what is known only to a wider area', () => {
  const around = [
    { id: '440000', value: '@440000', count: 2 },
    { id: 'CN', value: '@CN', count: 1 },
  ];
  test.each([
    [noChoice, true],
    [choice(['440800']), false],
    [choice(['@440800']), false],
    [choice(['440000']), true],
    [choice(['@CN']), true],
    [choice(['440800', '@440000']), true],
    [choice([], ['440882']), true],
    [choice([], ['CN']), false],
    [choice([], ['@CN']), true],
  ])('%j: %j', (filter, kept) => {
    expect(areKept(around, filter, places)).toBe(kept);
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
    const counted = countDistricts(counts, zhanjiang, unitsOf(zhanjiang), places);
    const { units, coarse, around } = counted;
    expect([...units]).toEqual([
      ['440882', 3],
      ['440883', 2],
    ]);
    expect(coarse).toBe(4);
    expect(around).toEqual([{ id: '440000', value: '@440000', count: 5 }]);
  });
  test('what lies outside is listed by county, or by its own place where no county is known', () => {
    const { outside } = countDistricts(counts, zhanjiang, unitsOf(zhanjiang), places);
    expect(outside).toEqual([
      { id: '440900', value: '@440900', count: 7 },
      { id: '440982', value: '440982', count: 6 },
    ]);
  });
  test('nothing is lost and nothing counted twice', () => {
    const counted = countDistricts(counts, zhanjiang, unitsOf(zhanjiang), places);
    const { units, coarse, around, between, outside } = counted;
    const apart = [...around, ...between, ...outside].map(({ count }) => count);
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

describe('the levels and the units of an area', () => {
  // Guangdong with Dongguan, which has no counties; Hubei with Xiantao, a county that hangs on the province; and
  // Beijing, whose counties have no prefecture.
  const tree = [
    placeNode('CN', 'country', 'CN/'),
    placeNode('110000', 'province', 'CN/110000/'),
    placeNode('110101', 'county', 'CN/110000/110101/'),
    placeNode('110105', 'county', 'CN/110000/110105/'),
    placeNode('420000', 'province', 'CN/420000/'),
    placeNode('420100', 'prefecture', 'CN/420000/420100/'),
    placeNode('420102', 'county', 'CN/420000/420100/420102/'),
    placeNode('429004', 'county', 'CN/420000/429004/'),
    placeNode('440000', 'province', 'CN/440000/'),
    placeNode('440800', 'prefecture', 'CN/440000/440800/'),
    placeNode('440883', 'county', 'CN/440000/440800/440883/'),
    placeNode('440883.su', 'village', 'CN/440000/440800/440883/440883.su/'),
    placeNode('441900', 'prefecture', 'CN/440000/441900/'),
    placeNode('710000', 'province', 'CN/710000/'),
  ];
  const byId = new Map(tree.map((place) => [place.id, place]));
  const at = (id: string) => byId.get(id) as PlaceNode;

  test.each([
    ['CN', ['province', 'prefecture', 'county']],
    ['440000', ['prefecture', 'county']],
    ['110000', ['county']],
    ['440800', ['county']],
    ['441900', []],
  ])('%s has units of the levels %j', (id, levels) => {
    expect(levelsWithin(at(id), byId)).toEqual(levels);
  });

  test('a level that the area does not have gives way to the widest that it has', () => {
    expect(shownLevel('county', ['prefecture', 'county'])).toBe('county');
    expect(shownLevel('province', ['prefecture', 'county'])).toBe('prefecture');
    expect(shownLevel('auto', ['county'])).toBe('county');
  });

  test.each([
    ['CN', 'province', ['110000', '420000', '440000', '710000']],
    ['CN', 'prefecture', ['110000', '420100', '429004', '440800', '441900', '710000']],
    ['CN', 'county', ['110101', '110105', '420102', '429004', '440883', '441900', '710000']],
    ['440000', 'prefecture', ['440800', '441900']],
    ['440000', 'county', ['440883', '441900']],
    ['420000', 'prefecture', ['420100', '429004']],
    ['110000', 'county', ['110101', '110105']],
  ] as const)('%s by %s is %j', (id, level, units) => {
    expect(unitsWithin(at(id), level, byId).map((unit) => unit.id)).toEqual(units);
  });

  test('an area without divisions below it is shown within the one above', () => {
    expect(districtScope(byId, choice(['441900']), [null])?.id).toBe('440000');
    expect(districtScope(byId, choice(['710000']), [null])?.id).toBe('CN');
  });

  test('at every level all incidents are in one unit, between, over the area, or outside', () => {
    const counts = tree.map(({ id }, index) => ({ placeId: id, count: 2 ** index }));
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    for (const scope of ['CN', '440000', '420000', '110000', '440800'])
      for (const level of levelsWithin(at(scope), byId)) {
        const counted = countDistricts(counts, at(scope), unitsWithin(at(scope), level, byId), byId);
        const apart = [...counted.around, ...counted.between, ...counted.outside].map(({ count }) => count);
        const sum = [...counted.units.values(), ...apart].reduce((a, b) => a + b, counted.coarse);
        expect(sum, `${scope} by ${level}`).toBe(total);
      }
  });

  test('what is known only to a prefecture stands between its counties and the province', () => {
    const counts = [
      { placeId: '440883.su', count: 1 },
      { placeId: '440800', count: 2 },
      { placeId: '441900', count: 4 },
      { placeId: '440000', count: 8 },
      { placeId: 'CN', count: 16 },
      { placeId: '110105', count: 32 },
    ];
    const counted = countDistricts(counts, at('440000'), unitsWithin(at('440000'), 'county', byId), byId);
    expect([...counted.units]).toEqual([
      ['440883', 1],
      ['441900', 4],
    ]);
    expect(counted.between).toEqual([{ id: '440800', value: '@440800', count: 2 }]);
    expect(counted.coarse).toBe(8);
    expect(counted.around).toEqual([{ id: 'CN', value: '@CN', count: 16 }]);
    expect(counted.outside).toEqual([{ id: '110105', value: '110105', count: 32 }]);
  });

  test('many places outside are put together, but never to one that holds the area', () => {
    const far = Array.from({ length: 20 }, (_, i) =>
      placeNode(`3201${10 + i}`, 'county', `CN/320000/320100/3201${10 + i}/`),
    );
    const near = Array.from({ length: 20 }, (_, i) =>
      placeNode(`4409${10 + i}`, 'county', `CN/440000/440900/4409${10 + i}/`),
    );
    const places = new Map(
      [
        ...tree,
        placeNode('320000', 'province', 'CN/320000/'),
        placeNode('320100', 'prefecture', 'CN/320000/320100/'),
        placeNode('440900', 'prefecture', 'CN/440000/440900/'),
        ...far,
        ...near,
      ].map((place) => [place.id, place]),
    );
    const counts = [...far, ...near].map(({ id }) => ({ placeId: id, count: 1 }));
    const scope = at('440800');
    const { outside } = countDistricts(counts, scope, unitsWithin(scope, 'county', places), places);
    expect(outside).toEqual([
      { id: '320100', value: '320100', count: 20 },
      { id: '440900', value: '440900', count: 20 },
    ]);
    const { outside: few } = countDistricts(counts.slice(0, 3), scope, [], places);
    expect(few.map(({ id }) => id)).toEqual(['320110', '320111', '320112']);
  });
});
