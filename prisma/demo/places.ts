import type { PlaceLevel } from '@/lib/places/levels';
import { draw, indexAt, type Random, randomOf, weighted } from './random';

/** A place as the generator needs it; degrees are null where not known. */
export type DemoPlace = {
  id: string;
  nameEn: string;
  nameZh: string;
  level: PlaceLevel;
  parentId: string | null;
  path: string;
  latitude: number | null;
  longitude: number | null;
};

/** The places to draw from: counties with running sums of their weights, those of a province side by side. */
export type DemoPlaces = {
  byId: ReadonlyMap<string, DemoPlace>;
  counties: readonly DemoPlace[];
  sums: Float64Array;
  /** First and last index of the counties of each province. */
  ranges: readonly (readonly [number, number])[];
  /** Places below the county, if there are any. */
  finer: readonly DemoPlace[];
};

/** Where an incident is put, and how exactly. */
export type DemoSpot = {
  place: DemoPlace;
  precision: string;
  latitude: number | null;
  longitude: number | null;
};

/** Provinces that get more than others, invented: by the first two digits of the code. */
const provinceFactors: Record<string, number> = {
  '11': 1.6,
  '31': 1.4,
  '32': 1.3,
  '33': 1.3,
  '37': 1.2,
  '41': 1.3,
  '44': 2.2,
  '51': 1.1,
  '54': 0.3,
  '63': 0.4,
  '64': 0.7,
  '65': 0.5,
};

/** Regions with systems of their own, left out: the demo set is about the mainland. */
const leftOut = /^(71|81|82)/;

/** Prepares the places. Throws when the tree has no country or no counties. */
export function demoPlaces(all: readonly DemoPlace[], seed: number): DemoPlaces {
  const byId = new Map(all.map((place) => [place.id, place]));
  const counties = all
    .filter(({ id, level }) => level === 'county' && !leftOut.test(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!byId.has('CN') || counties.length === 0)
    throw new Error('The demo data set needs the places of the seed, and they are not there.');
  const random = randomOf(seed, -1);
  const sums = new Float64Array(counties.length);
  const ranges = new Map<string, [number, number]>();
  let sum = 0;
  for (const [index, { id }] of counties.entries()) {
    const province = id.slice(0, 2);
    const spread = random.next();
    sum += (provinceFactors[province] ?? 1) * (0.2 + 3 * spread * spread * spread);
    sums[index] = sum;
    const range = ranges.get(province);
    if (range) range[1] = index;
    else ranges.set(province, [index, index]);
  }
  const finer = all.filter(({ level }) => level === 'township' || level === 'village' || level === 'site');
  return { byId, counties, sums, ranges: [...ranges.values()], finer };
}

/** Draws a county, of one province where its index in `ranges` is given. */
export function drawCounty(
  random: Random,
  { counties, sums, ranges }: DemoPlaces,
  province?: number,
): DemoPlace {
  const [low, high] = (province === undefined ? undefined : ranges[province]) ?? [0, counties.length - 1];
  const from = low > 0 ? (sums[low - 1] ?? 0) : 0;
  const value = from + random.next() * ((sums[high] ?? 0) - from);
  const county = counties[indexAt(sums, value, low, high)];
  if (!county) throw new Error('There is no county to draw.');
  return county;
}

type Depth = 'county' | 'within' | 'parent' | 'province' | 'country' | 'unknown' | 'finer';

const depths = weighted<Depth>([
  ['county', 79],
  ['within', 4],
  ['parent', 8],
  ['province', 5],
  ['country', 2],
  ['unknown', 1.5],
  ['finer', 0.5],
]);

/**
 * How exactly the place is known, from a county that was drawn. A site, a village or a town that the tree does
 * not have keeps its county and gets a point of its own near the county's.
 */
export function drawSpot(random: Random, county: DemoPlace, places: DemoPlaces): DemoSpot {
  const depth = draw(random, depths);
  const country = named(places, 'CN');
  if (depth === 'unknown') return spot(country, 'unknown');
  if (depth === 'country') return spot(country);
  if (depth === 'province') return spot(named(places, county.path.split('/')[1] ?? 'CN'));
  if (depth === 'parent') return spot(named(places, county.parentId ?? 'CN'));
  if (depth === 'finer' && places.finer.length > 0) return spot(random.pick(places.finer));
  if (depth !== 'within') return spot(county);
  const precision = random.pick(['site', 'village', 'township'] as const);
  if (county.latitude === null || county.longitude === null) return spot(county, precision);
  const near = (degrees: number) => Number((degrees + (random.next() - 0.5) * 0.1).toFixed(4));
  return { place: county, precision, latitude: near(county.latitude), longitude: near(county.longitude) };
}

/** Where petitioners took their matter, by the place they came from; null = nowhere else. */
export function drawDestination(
  random: Random,
  from: DemoPlace,
  places: DemoPlaces,
  far: boolean,
): string | null {
  if (!random.chance(far ? 0.75 : 0.35)) return null;
  const above = from.path
    .split('/')
    .filter((id) => id !== '' && id !== from.id && id !== 'CN' && places.byId.has(id));
  const beijing = random.chance(0.3) ? '110101' : '110000';
  const choice = far || above.length === 0 || random.chance(0.3) ? beijing : random.pick(above);
  return choice === from.id || !places.byId.has(choice) ? null : choice;
}

const spot = (place: DemoPlace, precision: string = place.level): DemoSpot => ({
  place,
  precision,
  latitude: null,
  longitude: null,
});

function named({ byId }: DemoPlaces, id: string): DemoPlace {
  const place = byId.get(id);
  if (!place) throw new Error(`The demo data set needs the place ${id}.`);
  return place;
}
