import { codesOf } from '@/lib/codebook/vocabularies';
import { parsePartialDate } from '@/lib/dates/periods';
import { dimensionKeys, dimensions, unknown } from '@/lib/incidents/dimensions';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { type Choice, choice } from '@/lib/url/params';
import { categories, madeUpSources } from './incidents';
import type { Random } from './random';

const dates = [
  '2017',
  '2018-03',
  '2019',
  '2019-Q2',
  '2019-W09',
  '2019-06-08',
  '2020-02',
  '2020-02-29',
  '2021-12-31',
];
const texts = [
  'wages',
  '拆迁',
  'the mill',
  '"strike at"',
  'plaza -river',
  '100%',
  'a_b',
  "o'clock",
  'rent',
  '-工资',
];

const dayOf = (text: string) => parsePartialDate(text)?.from ?? '';

/** A filter with a few parts set at random, exclusions and unknown values among them. */
export function buildFilters(
  chance: Random,
  from: { places: readonly string[]; datasets: readonly string[] },
): IncidentFilters {
  const some = (codes: readonly string[]): Choice => {
    const picked = chance.some(codes, 3);
    return chance.chance(0.75) ? choice(picked) : choice([], picked.slice(0, 2));
  };
  const filters: IncidentFilters = { ...noFilters };
  for (const key of dimensionKeys)
    if (chance.chance(0.11)) filters[key] = some(codesOf(dimensions[key].vocabulary));
  if (chance.chance(0.35))
    filters.place = some([...from.places.map((id) => (chance.chance(0.15) ? `@${id}` : id)), unknown]);
  if (chance.chance(0.2)) filters.dataset = some(from.datasets);
  if (chance.chance(0.1)) filters.destination = some([...from.places, unknown]);
  if (chance.chance(0.1)) filters.source = some([...madeUpSources, unknown]);
  if (chance.chance(0.1)) filters.category = some([...categories, unknown]);
  const [first, second] = [chance.pick(dates), chance.pick(dates)].sort((a, b) =>
    dayOf(a) < dayOf(b) ? -1 : 1,
  );
  if (chance.chance(0.35)) filters.from = first ?? null;
  if (chance.chance(0.35)) filters.to = second ?? null;
  if (chance.chance(0.3)) filters.match = 'certain';
  if (chance.chance(0.15)) filters.starts = chance.pick(['2019', '2019-02', '2018-11..2019-03', '2020-Q1']);
  if (chance.chance(0.15)) filters.q = chance.pick(texts);
  return filters;
}
