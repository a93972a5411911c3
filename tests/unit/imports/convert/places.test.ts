import { beforeAll, describe, expect, test } from 'vitest';
import { countryOf } from '@/lib/imports/convert/countries';
import {
  type FoundPlace,
  type LostPlace,
  makePlaceFinder,
  type PlaceFinder,
} from '@/lib/imports/convert/places';
import { type Locator, makeLocator } from '@/lib/places/locate';
import { loadPlaces } from '@/prisma/seed/places';

let finder: PlaceFinder;
let locator: Locator;
const places = loadPlaces().places.map((place) => ({ ...place, aliases: [...place.aliases] }));
beforeAll(() => {
  locator = makeLocator();
  finder = makePlaceFinder(places, [{ from: 'the mill', to: '440883' }], locator);
});

const nothing = { code: '', names: [], latitude: null, longitude: null };
const find = (said: Partial<Parameters<PlaceFinder['find']>[0]>) => finder.find({ ...nothing, ...said });
const id = (found: FoundPlace | LostPlace | null) => (found && 'id' in found ? found.id : found);

describe('a place of a row', () => {
  test.each([
    [{ code: '440883' }, '440883'],
    [{ code: '440883.0' }, '440883'],
    [{ names: ['吴川市'] }, '440883'],
    [{ names: ['Leizhou'] }, '440882'],
    [{ names: ['Guangdong', 'Zhanjiang', 'Leizhou'] }, '440882'],
    [{ names: ['广东省', '湛江市', '徐闻县'] }, '440825'],
    [{ names: ['广东省湛江市雷州市'] }, '440882'],
    [{ names: ['Leizhou, Zhanjiang, Guangdong'] }, '440882'],
    [{ names: ['Guangdong', '', 'Zhanjiang'] }, '440800'],
    [{ names: ['The Mill'] }, '440883'],
    [{ names: ['France'] }, 'FR'],
    [{ names: ['China', 'Guangdong'] }, '440000'],
    [{ latitude: 21.27, longitude: 110.36 }, '440802'],
  ])('%j', (said, place) => expect(id(find(said))).toBe(place));

  test('is only as exact as what is known of it, and says so', () => {
    expect(find({ names: ['Guangdong', 'Zhanjiang', 'Nowhere village'] })).toMatchObject({
      id: '440800',
      whole: false,
    });
  });

  test('that is not known comes with what may be meant', () => {
    expect(find({ names: ['Nowhere'] })).toMatchObject({ fault: 'place-unknown', text: 'Nowhere' });
    expect(find({ names: ['Wuchu'] })).toMatchObject({ fault: 'place-unknown' });
    expect((find({ names: ['Wuchu'] }) as LostPlace).suggestions).toContain('440883');
  });

  test('that several bear is not guessed', () => {
    expect(find({ names: ['鼓楼区'] })).toMatchObject({ fault: 'place-ambiguous' });
    expect(find({ names: ['Wuchuan'] })).toMatchObject({ fault: 'place-ambiguous' });
    expect(id(find({ names: ['南京市', '鼓楼区'] }))).toBe('320106');
  });

  test('is made finer by its point, and never moved by it', () => {
    expect(id(find({ names: ['Guangdong', 'Unknown town'], latitude: 21.27, longitude: 110.36 }))).toBe(
      '440802',
    );
    expect(find({ names: ['Beijing'], latitude: 21.27, longitude: 110.36 })).toMatchObject({
      id: '110000',
      disagrees: true,
    });
  });

  test('is not said at all', () => expect(find({})).toBeNull());
});

describe('a country', () => {
  test.each([
    ['USA', 'US'],
    ['United States', 'US'],
    ['法国', 'FR'],
    ['FRA', 'FR'],
    ['Republic of Congo', 'CG'],
    ['Atlantis', null],
    ['__proto__', null],
  ])('%s', (text, code) => expect(countryOf(text)).toBe(code));
});

describe('a point', () => {
  test('lies in each division around it, the widest first', () => {
    expect(locator.at(21.27, 110.36).slice(0, 2)).toEqual(['440000', '440800']);
    expect(locator.at(0, 0)).toEqual([]);
  });
});
