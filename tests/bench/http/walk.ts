import { codesOf } from '@/lib/codebook/vocabularies';
import { type Dimension, dimensions } from '@/lib/incidents/dimensions';
import { type Random, random } from '../../factories/random';

/** Fields whose values an analyst toggles, as they stand in addresses. */
const fields = [
  'type',
  'issue',
  'group',
  'form',
  'target',
  'response',
  'size',
  'order',
  'office',
] as const satisfies readonly Dimension[];

/** Values of a field that occur in the demo data. */
const valuesOf = (field: Dimension): readonly string[] => codesOf(dimensions[field].vocabulary);

/** Codes of provinces, and of some prefectures below them. */
const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'
    .split(' ')
    .map((code) => `${code}0000`);
const prefectures = [
  '440100',
  '440300',
  '440800',
  '410100',
  '510100',
  '370200',
  '430100',
  '330100',
  '320500',
];

/** A selection as it stands in an address. */
type Step = Map<string, string[]>;

/**
 * The addresses that one person clicks through, without an end: toggles values that there are, goes to a place, chooses
 * dates or a month in the chart, and now and then begins anew. The same seed gives the same walk.
 */
export function* walk(seed: number): Generator<string> {
  const chance = random(seed);
  let step: Step = new Map();
  for (;;) {
    step = next(step, chance);
    yield query(step);
  }
}

function next(step: Step, chance: Random): Step {
  const made = new Map(step);
  const kind = chance.pick([
    'value',
    'value',
    'value',
    'value',
    'place',
    'dates',
    'month',
    'view',
    'anew',
  ] as const);
  if (kind === 'anew' || size(step) > 6) return new Map();
  if (kind === 'value') {
    const field = chance.pick(fields);
    toggle(made, field, chance.pick(valuesOf(field)));
  } else if (kind === 'place') {
    made.set('place', [chance.pick(chance.pick([provinces, prefectures]))]);
  } else if (kind === 'dates') {
    const from = chance.int(2010, 2025);
    made.set('from', [String(from)]);
    made.set('to', [String(Math.min(2025, from + chance.int(0, 4)))]);
    made.delete('starts');
  } else if (kind === 'month') {
    made.set('starts', [`${chance.int(2010, 2025)}-${String(chance.int(1, 12)).padStart(2, '0')}`]);
  } else made.set('by', [chance.pick(['month', 'quarter', 'year'])]);
  return made;
}

const size = (step: Step) => [...step.values()].reduce((sum, values) => sum + values.length, 0);

function toggle(step: Step, field: string, value: string): void {
  const values = step.get(field) ?? [];
  const left = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  if (left.length > 0) step.set(field, left);
  else step.delete(field);
}

function query(step: Step): string {
  const parts = [...step].map(([name, values]) => `${name}=${values.map(encodeURIComponent).join('~')}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
