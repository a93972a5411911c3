import type { GroupSums, Raw, RawOf } from './asks';
import { firstOf } from './first';
import { noSums } from './groups';

/** Adds up the answers to one question over several ranges of rows. @throws TypeError when there is none. */
export function summed(parts: readonly Raw[]): Raw {
  return parts.reduce((sum, part) => add(sum, part));
}

function add(a: Raw, b: Raw): Raw {
  if (a.kind === 'totals' && b.kind === 'totals') {
    return {
      kind: 'totals',
      sums: merged([0], a.sums, [0], b.sums, 1),
      first: Math.min(a.first, b.first),
      last: Math.max(a.last, b.last),
      directives: added(a.directives, b.directives),
      datasets: added(a.datasets, b.datasets),
    };
  }
  if (a.kind === 'extent' && b.kind === 'extent')
    return { kind: 'extent', first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
  if (a.kind === 'tallies' && b.kind === 'tallies')
    return {
      kind: 'tallies',
      counts: a.counts.map((counts, at) => added(counts, b.counts[at] as Uint32Array)),
    };
  if (a.kind === 'periods' && b.kind === 'periods') return addPeriods(a, b);
  if (a.kind === 'pairs' && b.kind === 'pairs') return addPairs(a, b);
  if (a.kind === 'first' && b.kind === 'first') return firstOf([a, b]);
  throw new TypeError('answers of different kinds can’t be added up');
}

/** Takes the answer about some rows from that about more of them. What no row is left for is absent. */
export function difference<Counted extends RawOf<'periods'> | RawOf<'pairs'>>(
  all: Counted,
  some: Counted,
): Counted;
export function difference(all: Raw, some: Raw): Raw {
  if (all.kind === 'pairs' && some.kind === 'pairs') {
    const counts = all.counts.slice();
    someOf(all.keys, some.keys, (place, at) => {
      counts[place] = (counts[place] as number) - (some.counts[at] as number);
    });
    const left = leftOf(counts);
    return {
      kind: 'pairs',
      keys: all.keys.filter((_, at) => left[at]),
      counts: counts.filter((_, at) => left[at]),
    };
  }
  if (all.kind !== 'periods' || some.kind !== 'periods')
    throw new TypeError('answers of this kind can’t be taken from each other');
  const sums = mapSums(all.sums, (numbers) => numbers.slice() as typeof numbers);
  someOf(all.keys, some.keys, (place, at) => {
    for (const part of sumParts)
      sums[part][place] = (sums[part][place] as number) - (some.sums[part][at] as number);
  });
  const left = leftOf(sums.counts);
  const keep = <Numbers extends Uint32Array | Float64Array>(numbers: Numbers) =>
    numbers.filter((_, at) => left[at]) as Numbers;
  return { kind: 'periods', keys: keep(all.keys), sums: mapSums(sums, keep) };
}

const sumParts = ['counts', 'sizeMin', 'sizeMax', 'unknown', 'open'] as const;

const mapSums = (
  { counts, sizeMin, sizeMax, unknown, open }: GroupSums,
  map: <Numbers extends Uint32Array | Float64Array>(numbers: Numbers) => Numbers,
): GroupSums => ({
  counts: map(counts),
  sizeMin: map(sizeMin),
  sizeMax: map(sizeMax),
  unknown: map(unknown),
  open: map(open),
});

const leftOf = (counts: Uint32Array) => Array.from(counts, (count) => count > 0);

/** Calls with the place of each of some keys among ascending ones that have them all. */
function someOf(all: Float64Array, some: Float64Array, act: (place: number, at: number) => void): void {
  let place = 0;
  for (let at = 0; at < some.length; at++) {
    while ((all[place] as number) < (some[at] as number)) place++;
    act(place, at);
  }
}

const added = (a: Uint32Array, b: Uint32Array) => a.map((count, at) => count + (b[at] as number));

function addPeriods(a: RawOf<'periods'>, b: RawOf<'periods'>): RawOf<'periods'> {
  const { keys, placesOfA, placesOfB } = united(a.keys, b.keys);
  return { kind: 'periods', keys, sums: merged(placesOfA, a.sums, placesOfB, b.sums, keys.length) };
}

function addPairs(a: RawOf<'pairs'>, b: RawOf<'pairs'>): RawOf<'pairs'> {
  const { keys, placesOfA, placesOfB } = united(a.keys, b.keys);
  const counts = new Uint32Array(keys.length);
  placesOfA.forEach((place, at) => {
    counts[place] = (counts[place] as number) + (a.counts[at] as number);
  });
  placesOfB.forEach((place, at) => {
    counts[place] = (counts[place] as number) + (b.counts[at] as number);
  });
  return { kind: 'pairs', keys, counts };
}

/** All keys of two ascending lists, and where each of them stands among all. */
function united(a: Float64Array, b: Float64Array) {
  const keys = new Float64Array(a.length + b.length);
  const placesOfA = new Uint32Array(a.length);
  const placesOfB = new Uint32Array(b.length);
  let [i, j, size] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    keys[size] = Math.min(one, other);
    if (one <= other) placesOfA[i++] = size;
    if (other <= one) placesOfB[j++] = size;
    size++;
  }
  return { keys: keys.slice(0, size), placesOfA, placesOfB };
}

type Places = ArrayLike<number>;

function merged(placesOfA: Places, a: GroupSums, placesOfB: Places, b: GroupSums, size: number): GroupSums {
  const sums = noSums(size);
  for (const [places, part] of [
    [placesOfA, a],
    [placesOfB, b],
  ] as const)
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      sums.counts[place] = (sums.counts[place] as number) + (part.counts[at] as number);
      sums.sizeMin[place] = (sums.sizeMin[place] as number) + (part.sizeMin[at] as number);
      sums.sizeMax[place] = (sums.sizeMax[place] as number) + (part.sizeMax[at] as number);
      sums.unknown[place] = (sums.unknown[place] as number) + (part.unknown[at] as number);
      sums.open[place] = (sums.open[place] as number) + (part.open[at] as number);
    }
  return sums;
}
