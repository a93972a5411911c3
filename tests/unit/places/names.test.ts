import { expect, test } from 'vitest';
import { foldLatin, stemZh } from '@/lib/places/names';
import { ratePer100k } from '@/lib/places/population';
import { ancestorsOf, isWithin } from '@/lib/places/tree';
import { joinSyllables, pinyinName } from '@/scripts/geo/readings';

test.each([
  ['湛江市', '湛江'],
  ['延边朝鲜族自治州', '延边'],
  ['积石山保安族东乡族撒拉族自治县', '积石山'],
  ['三都水族自治县', '三都'],
  ['鄂温克族自治旗', '鄂温克'],
  ['东乡族自治县', '东乡'],
  ['广西壮族自治区', '广西'],
  ['内蒙古自治区', '内蒙古'],
  ['管城回族区', '管城'],
  ['神农架林区', '神农架'],
  ['北林区', '北林'],
  ['清新区', '清新'],
  ['浦东新区', '浦东'],
  ['香港特别行政区', '香港'],
  ['沙县区', '沙县'],
  ['城区', '城区'],
  ['蔚县', '蔚县'],
])('takes the kind off %s', (name, stem) => {
  expect(stemZh(name)).toBe(stem);
});

test('folds Latin names to keys', () => {
  expect(foldLatin("Lü'an Shi-Er")).toBe('luanshier');
  expect(foldLatin('Zhenjiang City')).toBe('zhenjiangcity');
});

test('joins syllables with an apostrophe before a vowel', () => {
  expect(joinSyllables(['xi', 'an'])).toBe("Xi'an");
  expect(joinSyllables(['tai', 'er', 'zhuang'])).toBe("Tai'erzhuang");
  expect(joinSyllables(['an', 'yang'])).toBe('Anyang');
});

test('reads names by custom before the dictionary', () => {
  const dictionary = (text: string) => [...text].map(() => 'dou');
  expect(pinyinName('蔚县', dictionary)).toBe('Yuxian');
  expect(pinyinName('都都市', dictionary)).toBe('Dudu');
});

test('gives a rate for 100,000 people, and none without people', () => {
  expect(ratePer100k(117, 7_030_900)).toBeCloseTo(1.664, 3);
  expect(ratePer100k(0, 1_000)).toBe(0);
  expect(ratePer100k(5, null)).toBeNull();
  expect(ratePer100k(5, 0)).toBeNull();
  expect(ratePer100k(5, Number.NaN)).toBeNull();
});

test('reads ancestors and scopes from paths', () => {
  expect(ancestorsOf('CN/')).toEqual([]);
  expect(ancestorsOf('CN/440000/440800/')).toEqual(['CN', '440000']);
  expect(isWithin('CN/440000/440800/', 'CN/440000/')).toBe(true);
  expect(isWithin('CN/440000/', 'CN/440000/')).toBe(true);
  expect(isWithin('CN/440000/', 'CN/440000/440800/')).toBe(false);
});
