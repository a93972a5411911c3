import { addDays } from '@/lib/dates/civil';
import { draw, type Random, weighted } from './random';
import type { DemoSource } from './sources';

/** A claim of the demo set, as `claims` and `directive_claims` hold it. */
export type DemoClaim = {
  field: string;
  value: string;
  printed: string | null;
  source_id: string;
  locator: string | null;
  basis: string;
  followed: boolean;
  note: string | null;
};

/** A coded value for which there can be evidence. */
export type Coded = { field: string; value: string };

const bases = weighted([
  ['stated', 6],
  ['inferred', 3],
  ['rule', 1],
]);

/**
 * Evidence for about two of the coded values, from one or two sources. Printed words are short and say that
 * they are invented. Now and then a second source disagrees; what it says is not followed.
 */
export function drawClaims(random: Random, coded: readonly Coded[], toSource: () => DemoSource): DemoClaim[] {
  if (coded.length === 0) return [];
  const source = toSource();
  const from = random.whole(0, coded.length - 1);
  const count = Math.min(coded.length, random.whole(1, 3));
  const claims: DemoClaim[] = [];
  for (let n = 0; n < count; n++) {
    const one = coded[(from + n) % coded.length];
    if (one) claims.push(claimOf(random, one, n > 0 && random.chance(0.3) ? toSource() : source));
  }
  const dated = coded.find(({ field }) => field === 'startsOn');
  if (dated && random.chance(0.03))
    claims.push({
      ...claimOf(random, { field: 'startsOn', value: addDays(dated.value, random.whole(1, 5)) }, toSource()),
      followed: false,
      note: 'Made up: the two invented sources disagree.',
    });
  return claims;
}

function claimOf(random: Random, { field, value }: Coded, source: DemoSource): DemoClaim {
  return {
    field,
    value,
    printed: random.chance(0.85) ? `invented words no. ${random.whole(1, 999)}` : null,
    source_id: source.id,
    locator: random.chance(0.8) ? `¶${random.whole(1, 30)}` : null,
    basis: draw(random, bases),
    followed: true,
    note: null,
  };
}
