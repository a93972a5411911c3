import { addDays, type CivilDate } from '@/lib/dates/civil';
import { demoCoverage } from './calendar';
import { type Random, randomOf } from './random';

/** Some days of one province in which one issue flares up. */
export type DemoBurst = { from: CivilDate; days: number; province: number; issue: string };

/** Of all incidents, how many belong to a burst. */
export const shareOfBursts = 0.06;

const count = 36;
const issues = [
  'wage-arrears',
  'land-acquisition',
  'stalled-housing',
  'environment',
  'layoffs',
  'finance-fraud',
  'pay',
  'demolition',
] as const;

/** The bursts of a seed: places and days are drawn, so nothing real is meant. */
export function demoBursts(seed: number, provinces: number): DemoBurst[] {
  return Array.from({ length: count }, (_, number) => {
    const random = randomOf(seed, -1_000 - number);
    return {
      from: addDays(demoCoverage.from, random.whole(60, 5_750)),
      days: random.whole(4, 16),
      province: random.whole(0, provinces - 1),
      issue: random.pick(issues),
    };
  });
}

/** A day of a burst: most come at its beginning. */
export function drawBurstDay(random: Random, { from, days }: DemoBurst): CivilDate {
  return addDays(from, Math.floor(random.next() * random.next() * days));
}
