import { expect, test } from 'vitest';
import { placeWords, trailsOf } from '@/lib/places/trails';
import type { PlaceNode } from '@/lib/places/tree';

const place = (
  id: string,
  nameEn: string,
  nameZh: string,
  level: PlaceNode['level'],
  path: string,
): PlaceNode => ({
  id,
  code: /^\d+$/.test(id) ? id : null,
  nameEn,
  nameZh,
  level,
  parentId: null,
  path,
  aliases: [],
});
const tree = [
  place('CN', 'China', '中国', 'country', 'CN/'),
  place('440000', 'Guangdong', '广东省', 'province', 'CN/440000/'),
  place('440900', 'Maoming', '茂名市', 'prefecture', 'CN/440000/440900/'),
  place('440982', 'Huazhou', '化州市', 'county', 'CN/440000/440900/440982/'),
  place(
    '440982.home',
    'Huazhou Funeral Home',
    '化州市殡仪馆',
    'site',
    'CN/440000/440900/440982/440982.home/',
  ),
];

test('a trail leads from the place up to its province', () => {
  const trails = trailsOf(tree, ['440982', 'CN', 'nowhere']);
  expect(trails['440982']?.map(({ id }) => id)).toEqual(['440982', '440900', '440000']);
  expect(trails.CN?.map(({ id }) => id)).toEqual(['CN']);
  expect(trails.nowhere).toBeUndefined();
});

test('words go from narrow to wide in English, from wide to narrow in Chinese, and say no name twice', () => {
  const trails = trailsOf(tree, ['440982.home', '440982']);
  expect(placeWords(trails, '440982', 'en')).toBe('Huazhou, Maoming, Guangdong');
  expect(placeWords(trails, '440982', 'zh')).toBe('广东省茂名市化州市');
  expect(placeWords(trails, '440982.home', 'zh')).toBe('广东省茂名市化州市殡仪馆');
  expect(placeWords(trails, 'nowhere', 'zh')).toBe('nowhere');
});
