import { draw, type Random, weighted } from './random';

/** The number of participants of a demo incident, as an incident holds it. */
export type DemoSize = {
  sizeMin: number | null;
  sizeMax: number | null;
  sizeApprox: boolean;
  sizeText: string | null;
};

/** Bounds of the size classes with their shares; the last one is open above and rare. */
const classes = weighted<readonly [from: number, to: number]>([
  [[1, 1], 6],
  [[2, 9], 22],
  [[10, 49], 30],
  [[50, 99], 14],
  [[100, 499], 16],
  [[500, 999], 5],
  [[1_000, 1_999], 2.5],
  [[2_000, 4_999], 1.5],
  [[5_000, 9_999], 0.7],
  [[10_000, 40_000], 0.3],
]);

type Manner = 'exact' | 'about' | 'over' | 'range' | 'fewer' | 'word';

const manners = weighted<Manner>([
  ['exact', 34],
  ['about', 22],
  ['over', 18],
  ['range', 16],
  ['fewer', 4],
  ['word', 6],
]);

/** Printed words that stand for a lower bound by rule. */
const words = [
  ['dozens', 24],
  ['hundreds', 200],
  ['thousands', 2_000],
] as const;

const unknown: DemoSize = { sizeMin: null, sizeMax: null, sizeApprox: false, sizeText: null };

/**
 * Draws a size; two in five are not reported, and some of those have words that give no number. `act` says
 * whether it takes one person, more than one, or any number.
 */
export function drawSize(random: Random, act: 'one' | 'several' | 'any'): DemoSize {
  if (random.chance(0.4))
    return act !== 'one' && random.chance(0.2) ? { ...unknown, sizeText: 'a group' } : unknown;
  if (act === 'one') return bounds(1, 1, false, 'one person');
  const drawn = draw(random, classes);
  const [from, to] = act === 'several' && drawn[1] === 1 ? [10, 49] : drawn;
  const people = rounded(random.whole(from, to), random);
  switch (people < 5 ? 'exact' : draw(random, manners)) {
    case 'exact':
      return bounds(people, people, false, people === 1 ? 'one person' : `${people} people`);
    case 'about':
      return bounds(people, people, true, `about ${people}`);
    case 'over':
      return bounds(people, null, false, `over ${people}`);
    case 'fewer':
      return bounds(null, people, false, `fewer than ${people + 1}`);
    case 'range': {
      const more = Math.max(people + 1, rounded(Math.ceil(people * (1.2 + random.next())), random));
      return bounds(people, more, random.chance(0.3), `${people} to ${more}`);
    }
    case 'word': {
      const [word, least] = random.pick(words);
      return bounds(least, null, true, word);
    }
  }
}

const bounds = (
  sizeMin: number | null,
  sizeMax: number | null,
  sizeApprox: boolean,
  sizeText: string,
): DemoSize => ({ sizeMin, sizeMax, sizeApprox, sizeText });

/** Large numbers are mostly printed as round ones. Never rounds below the first two digits. */
function rounded(people: number, random: Random): number {
  if (people < 20 || random.chance(0.2)) return people;
  const step = people < 100 ? 10 : people < 1_000 ? 50 : people < 10_000 ? 500 : 1_000;
  return Math.max(step, Math.floor(people / step) * step);
}
