import { expect, test } from 'vitest';
import { findPlaces, placeLabel } from '@/lib/places/lookup';
import { loadPlaces } from '@/prisma/seed/places';

const { places } = loadPlaces();
const ids = (text: string, count = 1) =>
  findPlaces(places, text)
    .slice(0, count)
    .map(({ place }) => place.id);

test.each([
  ['code', '440883'],
  ['code with spaces around it', ' 440883 '],
  ['Chinese with the kind', '吴川市'],
  ['Chinese without the kind', '吴川'],
  ['Chinese with another kind', '吴川县'],
  ['English with the kind, although a county of that name comes first', 'Wuchuan City'],
])('finds Wuchuan by %s', (_by, text) => {
  expect(ids(text)).toEqual(['440883']);
});

test('finds by English in any case, with diacritics, spaces, apostrophes or a word for the kind', () => {
  expect(ids('LEIZHOU')).toEqual(['440882']);
  expect(ids('Leizhou city')).toEqual(['440882']);
  expect(ids('Xiashan District')).toEqual(['440803']);
  expect(ids('Ürümqi')).toEqual(['650100']);
  expect(ids('luan')).toEqual(['341500']);
  expect(ids("Lu'an")).toEqual(['341500']);
  expect(ids('Inner mongolia')).toEqual(['150000']);
  expect(ids('Lvliang')).toEqual(['141100']);
  expect(ids('Zoige')).toEqual(['513232']);
});

test('finds by pinyin where the Latin name is another', () => {
  expect(ids('Huhehaote')).toEqual(['150100']);
  expect(ids('Zhanjiang shi')).toEqual(['440800']);
  expect(ids('leizhoushi')).toEqual(['440882']);
  expect(ids('Xizang')).toEqual(['540000']);
});

test('finds autonomous units by the short Chinese name, and single-character names whole', () => {
  expect(ids('延边')).toEqual(['222400']);
  expect(ids('蔚县')).toEqual(['130726']);
  expect(ids('内蒙古')).toEqual(['150000']);
});

test('puts the real Zhenjiang before Zhanjiang, of which it is a printed slip', () => {
  const found = findPlaces(places, 'Zhenjiang');
  expect(found.map(({ place }) => place.id).slice(0, 3)).toEqual(['321100', '440204', '440800']);
  expect(found.map(({ by }) => by).slice(0, 3)).toEqual(['name', 'name', 'alias']);
  const city = findPlaces(places, 'Zhenjiang City').map(({ place }) => place.id);
  expect(city[0]).toBe('321100');
  expect(city).toContain('440800');
});

test('puts the higher level first among equals', () => {
  expect(ids('Jilin', 2)).toEqual(['220000', '220200']);
  expect(ids('Jilin city', 2)).toEqual(['220200', '220000']);
  expect(ids('Wuchuan', 2)).toEqual(['150125', '440883']);
  expect(ids('朝阳', 2)).toEqual(['211300', '110105']);
});

test('finds a place by a code of another list or year', () => {
  expect(findPlaces(places, '320602')[0]).toMatchObject({ by: 'alias', place: { id: '320613' } });
});

test('finds by the beginning and the middle of a name, after whole names', () => {
  const found = findPlaces(places, 'Changq');
  expect(found.some(({ place }) => place.id === '440883.changqi')).toBe(true);
  expect(found.every(({ by }) => by === 'part')).toBe(true);
  expect(ids('Yifu')).toEqual(['440803.yifu-plaza']);
  expect(ids('殡仪馆')).toEqual(['440982.funeral-home']);
});

test('finds nothing for an empty text or an unknown name, and no more than asked', () => {
  expect(findPlaces(places, '  ')).toEqual([]);
  expect(findPlaces(places, "'")).toEqual([]);
  expect(findPlaces(places, 'Atlantis')).toEqual([]);
  expect(findPlaces(places, 'an', 7)).toHaveLength(7);
});

test('labels a place in the language of the interface', () => {
  const wuchuan = places.find(({ id }) => id === '440883') ?? { nameEn: '', nameZh: '' };
  expect(placeLabel(wuchuan, 'en')).toBe('Wuchuan');
  expect(placeLabel(wuchuan, 'zh')).toBe('吴川市');
});
