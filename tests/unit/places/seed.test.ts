import { expect, test } from 'vitest';
import { levelRank } from '@/lib/places/levels';
import { currentCode, otherCodes } from '@/lib/places/other-codes';
import { ancestorsOf } from '@/lib/places/tree';
import { parseDetails, parseDivisions } from '@/prisma/seed/place-files';
import { joinPlaces, loadPlaces } from '@/prisma/seed/places';

const { places, populations } = loadPlaces();
const byId = new Map(places.map((place) => [place.id, place]));

test('holds the country, 34 provinces, 333 prefectures and 2,876 counties', () => {
  const count = (level: string) => places.filter((place) => place.level === level).length;
  expect([count('country'), count('province'), count('prefecture'), count('county')]).toEqual([
    1, 34, 333, 2876,
  ]);
});

test('has no id twice, and every code is its id', () => {
  expect(byId.size).toBe(places.length);
  for (const place of places) expect(place.code).toBe(place.id.includes('.') ? null : place.id);
});

test('puts every place below a parent of a higher level, with the path to match', () => {
  for (const place of places) {
    const parent = place.parentId === null ? undefined : byId.get(place.parentId);
    expect(place.path).toBe(`${parent?.path ?? ''}${place.id}/`);
    if (place.level === 'country') expect(place.parentId).toBeNull();
    else expect(parent && levelRank(parent.level) < levelRank(place.level), place.id).toBe(true);
  }
});

test('gives prefectures codes that end in 00 and provinces codes that end in 0000', () => {
  for (const { id, level } of places) {
    if (level === 'prefecture') expect(id).toMatch(/^\d{4}00$/);
    if (level === 'province') expect(id).toMatch(/^\d{2}0000$/);
    if (level === 'county') expect(id).toMatch(/^\d{4}(?!00)\d{2}$/);
  }
});

test('has no pseudo units: 市辖区, 县, and groups of directly administered counties', () => {
  for (const id of ['110100', '310100', '500200', '419000', '429000', '469000', '659000', '440801']) {
    expect(byId.has(id), id).toBe(false);
  }
  expect(byId.get('110105')?.parentId).toBe('110000');
  expect(byId.get('429021')?.parentId).toBe('420000');
});

test('holds the nine units of Zhanjiang in both languages', () => {
  const units = places.filter((place) => place.parentId === '440800');
  expect(units.map(({ id, nameEn, nameZh }) => `${id} ${nameEn} ${nameZh}`)).toEqual([
    '440802 Chikan 赤坎区',
    '440803 Xiashan 霞山区',
    '440804 Potou 坡头区',
    '440811 Mazhang 麻章区',
    '440823 Suixi 遂溪县',
    '440825 Xuwen 徐闻县',
    '440881 Lianjiang 廉江市',
    '440882 Leizhou 雷州市',
    '440883 Wuchuan 吴川市',
  ]);
});

test('spells Latin names as they are customary', () => {
  const customary: Record<string, string> = {
    '610000': 'Shaanxi',
    '140000': 'Shanxi',
    '150000': 'Inner Mongolia',
    '540000': 'Tibet',
    '650100': 'Urumqi',
    '230100': 'Harbin',
    '150100': 'Hohhot',
    '150600': 'Ordos',
    '540100': 'Lhasa',
    '130726': 'Yuxian',
    '130225': 'Laoting',
    '341500': "Lu'an",
    '341600': 'Bozhou',
    '222400': 'Yanbian',
    '610100': "Xi'an",
    '330382': 'Yueqing',
    '441422': 'Dabu',
    '410104': 'Guancheng',
    '310115': 'Pudong',
    '810000': 'Hong Kong',
  };
  for (const [id, name] of Object.entries(customary)) expect(byId.get(id)?.nameEn).toBe(name);
});

test('keeps every other code as an alias of the place that has it now', () => {
  for (const { code, place } of otherCodes) {
    expect(byId.has(code), code).toBe(false);
    expect(byId.get(place)?.aliases).toContain(code);
    expect(currentCode(code)).toBe(place);
  }
  expect(currentCode('440883')).toBe('440883');
});

test('places what the records need below the county', () => {
  expect(byId.get('440883.changqi.su')).toMatchObject({ level: 'village', nameZh: '苏村' });
  expect(ancestorsOf(byId.get('440883.changqi.su')?.path ?? '')).toEqual([
    'CN',
    '440000',
    '440800',
    '440883',
    '440883.changqi',
  ]);
  expect(byId.get('440803.yifu-plaza')?.note).toMatch(/our reading/);
  expect(byId.get('440982.funeral-home')?.parentId).toBe('440982');
});

test('prefers one population for a place, that of 2021 for Zhanjiang', () => {
  const preferred = populations.filter((row) => row.preferred);
  expect(new Set(preferred.map((row) => row.placeId)).size).toBe(preferred.length);
  const city = populations.filter((row) => row.placeId === '440800');
  expect(city.map(({ year, people }) => [year, people]).sort()).toEqual([
    [2000, 6070702],
    [2010, 6993304],
    [2020, 7360000],
    [2021, 7030900],
  ]);
  expect(city.find((row) => row.preferred)?.year).toBe(2021);
  expect(city.find((row) => row.year === 2020)?.sourceRef).toBe('epoch-times-2020-10-22');
});

test('has populations that add up', () => {
  const sum = (year: number, ids: (id: string) => boolean) =>
    populations
      .filter((row) => row.year === year && ids(row.placeId))
      .reduce((all, row) => all + row.people, 0);
  const unit = (id: string) => id.startsWith('4408') && id !== '440800';
  expect(sum(2000, unit)).toBe(6070702);
  // The city's total of 2010 is 1,528 lower than its units together: both as published.
  expect(sum(2010, unit)).toBe(6993304 + 1_528);
  expect(sum(2021, unit) + 346_000).toBe(7030900);
  // The census of 2020 counts two million servicemen in no province.
  expect(sum(2020, (id) => id.endsWith('0000')) + 2_000_000).toBe(1411778724);
});

const head = 'id,code,parent,level,name_en,name_zh,latitude,longitude,pinyin';
const none = { additions: [], places: [], populations: [] };

test('names the row of places.csv that is wrong', () => {
  expect(() => parseDivisions(`${head}\n44,44,CN,province,Guangdong,广东省,,,`)).toThrow(/line 2 \(44\): id/);
  expect(() => parseDivisions(`${head}\n440000,440000,CN,province,A,广东省,95,,`)).toThrow(/latitude/);
  expect(() => parseDivisions(`${head}\n440000,440000,CN,province,A,广东省`)).toThrow(
    /6 values for 9 columns/,
  );
});

test('names the place that hangs in the air, comes twice or lies too high', () => {
  const rows = (...lines: string[]) =>
    parseDivisions([head, 'CN,CN,,country,China,中国,,,', ...lines].join('\n'));
  const gd = '440000,440000,CN,province,Guangdong,广东省,,,';
  expect(() => joinPlaces(rows('440800,440800,440000,prefecture,A,湛江市,,,'), none)).toThrow(/440800/);
  expect(() => joinPlaces(rows(gd, gd), none)).toThrow(/440000 \(Guangdong\) is there twice/);
  expect(() => joinPlaces(rows(gd, '450000,450000,440000,province,A,广西,,,'), none)).toThrow(
    /lies below 440000/,
  );
  const lost = parseDetails(JSON.stringify({ ...none, additions: [{ id: '999999' }] }));
  expect(() => joinPlaces(rows(gd), lost)).toThrow(/additions: there is no place 999999/);
  expect(() => parseDetails(JSON.stringify({ ...none, other: 1 }))).toThrow(/place-details.json/);
});
