import { describe, expect, test } from 'vitest';
import type { DistrictArea, DistrictData } from '@/lib/explore/district-chart';
import { districtLinks, restLinks, trailLinks } from '@/lib/explore/district-links';
import { defaultView } from '@/lib/explore/view';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

/** Zhanjiang, in view by itself: the data set covers it. */
const home: DistrictArea = {
  scopeId: '440800',
  level: 'county',
  levels: ['county'],
  trail: [
    { label: 'China', placeId: 'CN', isHome: false },
    { label: 'Guangdong', placeId: '440000', isHome: false },
    { label: 'Zhanjiang', placeId: '440800', isHome: true },
  ],
  wholeId: null,
};
/** The same for a data set of the whole country. */
const away: DistrictArea = {
  ...home,
  trail: home.trail.map((step) => ({ ...step, isHome: step.placeId === 'CN' })),
  wholeId: '440800',
};
const at = (...places: string[]) => ({
  filters: { ...noFilters, place: choice(places) },
  view: { ...defaultView, page: 3 },
});

describe('a click on a district', () => {
  test('filters by it alone, on the first page', () => {
    expect(districtLinks(at(), home).hrefOf('440883')).toBe('/?place=440883');
    expect(districtLinks(at('440882', '440881'), home).hrefOf('440883')).toBe('/?place=440883');
  });
  test('leads back to the area when it is chosen already', () => {
    expect(districtLinks(at('440883'), home).hrefOf('440883')).toBe('/');
    expect(districtLinks(at('440883'), away).hrefOf('440883')).toBe('/?place=440800');
  });
});

describe('a shift-click on a district', () => {
  test('adds it, or drops it', () => {
    expect(districtLinks(at('440883'), away).addOf('440882')).toBe('/?place=440882~440883');
    expect(districtLinks(at('440883'), home).addOf('440882')).toBe('/?place=440882~440883');
    expect(districtLinks(at('440882', '440883'), away).addOf('440882')).toBe('/?place=440883');
  });
  test('puts it in place of the area that holds it', () => {
    expect(districtLinks(at('440800'), away).addOf('440882')).toBe('/?place=440882');
    expect(districtLinks(at('440000'), away).addOf('440882')).toBe('/?place=440882');
  });
  test('keeps the map on its area, where the filter alone would move it', () => {
    const country: DistrictArea = {
      ...away,
      scopeId: 'CN',
      level: 'province',
      levels: ['province', 'prefecture', 'county'],
      trail: away.trail.slice(0, 1),
      wholeId: null,
    };
    const province: DistrictArea = {
      ...country,
      scopeId: '440000',
      level: 'prefecture',
      levels: ['prefecture', 'county'],
      trail: away.trail.slice(0, 2),
      wholeId: '440000',
    };
    expect(districtLinks(at(), country).addOf('440000')).toBe('/?place=440000&area=CN');
    const one = { ...at('440000'), view: { ...defaultView, area: 'CN' } };
    expect(districtLinks(one, country).addOf('410000')).toBe('/?place=410000~440000');
    expect(districtLinks(one, country).addOf('440000')).toBe('/');
    // A plain click goes to the map of the unit, or back to all.
    expect(districtLinks(one, country).hrefOf('410000')).toBe('/?place=410000');
    expect(districtLinks(one, country).hrefOf('440000')).toBe('/');
    expect(districtLinks(at('440000'), province).addOf('440300')).toBe('/?place=440300&area=440000');
    const city = { ...at('440800'), view: { ...defaultView, area: '440000' } };
    expect(districtLinks(city, province).addOf('440300')).toBe('/?place=440300~440800');
    expect(trailLinks(city, { ...province, trail: away.trail }).map(({ href }) => href)).toEqual([
      '/',
      '/?place=440000',
      '/?place=440800',
    ]);
    // Two prefectures of one province on the map of the country.
    const fine = { ...country, level: 'prefecture' as const };
    expect(districtLinks(at('440300'), fine).addOf('440800')).toBe('/?place=440300~440800&area=CN');
    // What leaves the unit out with all that is over it gives way.
    const left = { ...at(), filters: { ...noFilters, place: choice([], ['110000', '440000']) } };
    expect(districtLinks(left, province).addOf('440300')).toBe('/?place=440300~!110000&area=440000');
  });
  test('leads back to the area when the last is dropped', () => {
    expect(districtLinks(at('440883'), away).addOf('440883')).toBe('/?place=440800');
    expect(districtLinks(at('440883'), home).addOf('440883')).toBe('/');
  });
});

describe('the trail', () => {
  const hrefs = (selection: ReturnType<typeof at>, area: DistrictArea) =>
    trailLinks(selection, area).map(({ href }) => href);
  test('leads up, and what is in view leads nowhere', () => {
    expect(hrefs(at(), home)).toEqual(['/?place=CN', '/?place=440000', null]);
    expect(hrefs(at('440800'), away)).toEqual(['/', '/?place=440000', null]);
  });
  test('leads out of several districts to the area', () => {
    expect(hrefs(at('440882', '440883'), away)).toEqual(['/', '/?place=440000', '/?place=440800']);
  });
  test('goes up with the level that suits the wider area', () => {
    const selection = { ...at('440800'), view: { ...defaultView, level: 'county' as const } };
    expect(hrefs(selection, away)).toEqual(['/', '/?place=440000', null]);
  });
});

test('what no unit holds leads to the places themselves, and back', () => {
  const chart = {
    area: away,
    coarse: { placeId: '440800' },
    around: { places: [{ placeId: '440000' }, { placeId: 'CN' }] },
    between: { words: '', count: 0, places: [] },
    outsideValues: { '440900': '@440900' },
  } as unknown as DistrictData;
  const links = restLinks(at('440800'), chart);
  expect(links.coarse).toBe('/?place=@440800');
  expect(links.around).toBe('/?place=@440000~@CN');
  expect(restLinks(at('@440800'), chart).coarse).toBe('/?place=440800');
  expect(restLinks(at('@440000', '@CN'), chart).around).toBe('/?place=440800');
  expect(links.outsideOf('440900')).toBe('/?place=@440900');
  expect(links.outsideOf('110000')).toBe('/?place=110000');
  const many = Array.from({ length: 61 }, (_, i) => ({ placeId: `${i}`, label: '', count: 1 }));
  expect(restLinks(at(), { ...chart, between: { words: '', count: 61, places: many } }).between).toBeNull();
});
