import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ask, RawOf } from '@/lib/incidents/columns/asks';
import { dateRank } from '@/lib/incidents/columns/first';
import { type Live, liveRows, type Rows, rowsOf } from '@/lib/incidents/columns/live';
import { type Condition, isSameCondition, type Plan, partNumber } from '@/lib/incidents/columns/plan';
import type { Stretch } from '@/lib/incidents/columns/reading';
import { LiveRows } from '@/lib/incidents/columns/scanner';
import type { Columns, Numbers } from '@/lib/incidents/columns/types';
import { random } from '../../factories/random';

const count = 17_000;
const all = { from: 0, to: count };
const fields = ['type', 'issue', 'place', 'size'] as const;
type Field = (typeof fields)[number];
const sizes: Record<Field, number> = { type: 4, issue: 300, place: 70_000, size: 6 };

/** Rows with codes of all widths; some are dead, and the first `sorted` stand in order. */
function madeRows(seed: number, dead: number, sorted: number): Rows {
  const chance = random(seed);
  const filled = (numbers: Numbers, most: number) => numbers.map(() => chance.int(0, most - 1)) as Numbers;
  const column = (codes: Numbers, field: Field) => ({
    words: Array.from({ length: sizes[field] }, (_, at) => String(at)),
    codes: filled(codes, sizes[field]),
    sets: null,
  });
  const days = Array.from({ length: count }, () => ({
    start: chance.int(0, 999),
    span: chance.int(0, 39),
    key: chance.int(0, 2 ** 32 - 1),
  }));
  const inOrder = days
    .slice(0, sorted)
    .sort((a, b) => a.start - b.start || a.span - b.span || a.key - b.key)
    .concat(days.slice(sorted));
  return rowsOf({
    origin: seed,
    rows: count,
    sorted,
    dead: Uint32Array.from(new Set(Array.from({ length: dead }, () => chance.int(0, count - 1)))).sort(),
    starts: Uint16Array.from(inOrder, ({ start }) => start),
    spans: Uint8Array.from(inOrder, ({ span }) => span),
    keys: Uint32Array.from(inOrder, ({ key }) => key),
    sizeMin: { codes: filled(new Uint8Array(count), 4), values: Float64Array.of(0, 10, 200, 3_000) },
    sizeMax: { codes: filled(new Uint8Array(count), 3), values: Float64Array.of(0, 60, 5_000) },
    fields: {
      directive: column(new Uint8Array(count), 'type'),
      dataset: column(new Uint8Array(count), 'type'),
      precision: column(new Uint8Array(count), 'type'),
      type: column(new Uint8Array(count), 'type'),
      issue: column(new Uint16Array(count), 'issue'),
      place: column(new Uint32Array(count), 'place'),
      size: column(new Uint8Array(count), 'size'),
    },
  } as unknown as Columns);
}

const codesCondition = fc.record({
  field: fc.constantFrom(...fields),
  seed: fc.nat(),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});
const daysCondition = fc.record({
  on: fc.constantFrom('touches', 'within', 'begins'),
  low: fc.integer({ min: -50, max: 1_000 }),
  length: fc.integer({ min: 0, max: 900 }),
});

function planFrom(
  codes: readonly { field: Field; seed: number; share: number }[],
  days: readonly { on: string; low: number; length: number }[],
  text: number | null,
): Plan {
  const plan: Condition[] = codes.map(({ field, seed, share }) => {
    const chance = random(seed);
    const ok = Uint8Array.from({ length: sizes[field] }, () => (chance.int(0, 999) < share * 1_000 ? 1 : 0));
    return { part: partNumber[field], on: 'codes', field, ok };
  });
  for (const { on, low, length } of days)
    plan.push({
      part: partNumber[on === 'begins' ? 'starts' : 'dates'],
      on,
      low,
      high: low + length,
    } as Condition);
  if (text !== null) {
    const chance = random(text);
    plan.push({
      part: partNumber.q,
      on: 'rows',
      ok: Uint8Array.from({ length: count }, () => chance.int(0, 1)),
    });
  }
  return plan;
}

/** What a filter keeps, asked of each row by itself. */
function plainly(rows: Rows, plan: Plan): { kept: number[]; missedBy: Map<number, number[]> } {
  const dead = new Set(rows.dead);
  const kept: number[] = [];
  const missedBy = new Map<number, number[]>();
  for (let row = 0; row < count; row++) {
    if (dead.has(row)) continue;
    const missing = plan.filter((one) => !keeps(rows, one, row));
    if (missing.length === 0) kept.push(row);
    const [alone] = missing;
    if (missing.length === 1 && alone) missedBy.set(alone.part, [...(missedBy.get(alone.part) ?? []), row]);
  }
  return { kept, missedBy };
}

function keeps({ fields: columns, starts, spans }: Rows, condition: Condition, row: number): boolean {
  if (condition.on === 'codes') return condition.ok[columns[condition.field].codes[row] as number] === 1;
  if (condition.on === 'rows') return condition.ok[row] === 1;
  const { on, low, high } = condition;
  const first = starts[row] as number;
  const last = first + (spans[row] as number);
  if (on === 'begins') return first >= low && first <= high;
  return on === 'within' ? first >= low && last <= high : last >= low && first <= high;
}

/** The rows of a stretch. */
const listed = ({ list, from, to }: Stretch): number[] =>
  Array.from({ length: to - from }, (_, at) => (list ? (list[from + at] as number) : from + at));

function expectSame(live: Live, plan: Plan, { kept, missedBy }: ReturnType<typeof plainly>): void {
  for (const part of [0, ...plan.map(({ part }) => part)]) {
    const found = live.without(part);
    const wanted = [...kept, ...(missedBy.get(part) ?? [])].sort((a, b) => a - b);
    expect(found.count).toBe(wanted.length);
    expect(listed(found.stretch()).join()).toBe(wanted.join());
    const { whole, more, less } = found.parts();
    const { from, width } = found.blocks;
    const inBlocks = whole.flatMap((block) =>
      listed({ list: null, from: from + block * width, to: from + (block + 1) * width }),
    );
    const gone = new Set(listed(less));
    const counted = [...inBlocks.filter((row) => !gone.has(row)), ...listed(more)].sort((a, b) => a - b);
    expect(counted.join()).toBe(wanted.join());
  }
}

describe('the rows that a filter keeps', () => {
  test('and those that one part alone does not keep are found, in whatever order it grew and shrank', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(0, 1, 300),
        fc.constantFrom(0, 8_191, count - 20, count),
        fc.uniqueArray(codesCondition, { selector: ({ field }) => field, maxLength: 4 }),
        fc.uniqueArray(daysCondition, { selector: ({ on }) => on === 'begins', maxLength: 2 }),
        fc.option(fc.nat()),
        fc.array(fc.nat({ max: 127 }), { minLength: 1, maxLength: 3 }),
        (seed, dead, sorted, codes, days, text, choices) => {
          const rows = madeRows(seed, dead, sorted);
          const whole = planFrom(codes, days, text);
          const remembering = new LiveRows(rows);
          for (const choice of choices) {
            const plan = whole.filter((_, at) => (choice >> at) % 2 === 1);
            const expected = plainly(rows, plan);
            expectSame(remembering.of({ name: `${choice}`, plan }, all), plan, expected);
            expectSame(liveRows(rows, plan, all), plan, expected);
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  test('are counted, and the first of them found, as if each were looked at and all put in order', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(0, 1, 300),
        fc.uniqueArray(codesCondition, { selector: ({ field }) => field, maxLength: 3 }),
        fc.uniqueArray(daysCondition, { selector: ({ on }) => on === 'begins', maxLength: 2 }),
        fc.record({ by: fc.constantFrom('date', 'size'), descending: fc.boolean() }),
        fc.constantFrom(0, 8_191, count - 20, count),
        fc.option(fc.integer({ min: 0, max: count - 1 })),
        fc.record({ from: fc.nat({ max: 5_000 }), to: fc.integer({ min: 5_001, max: count }) }),
        (seed, dead, codes, days, order, sorted, after, range) => {
          const rows = madeRows(seed, dead, sorted);
          const plan = planFrom(codes, days, null);
          const kept = plainly(rows, plan).kept.filter((row) => row >= range.from && row < range.to);
          const rank = (row: number): number => {
            if (order.by === 'date') return dateRank(rows.starts[row] as number, rows.spans[row] as number);
            const [low, high] = [rows.sizeMin, rows.sizeMax].map(
              (one) => one.values[one.codes[row] as number],
            );
            return low || high || (order.descending ? 0 : 2_147_483_647);
          };
          const key = (row: number) => rows.keys[row] as number;
          const ahead = (a: number, b: number) =>
            (order.descending ? -1 : 1) * (rank(a) === rank(b) ? key(a) - key(b) : rank(a) - rank(b));
          const from = after === null ? null : { rank: rank(after), key: key(after) };
          const wanted = kept
            .filter((row) => after === null || ahead(row, after) >= 0)
            .sort(ahead)
            .slice(0, 40);
          const ask = { kind: 'first', order, from, most: 40 } as const;
          const [found] = new LiveRows(rows).answer({ name: '', plan }, range, [ask]) as [RawOf<'first'>];
          expect(found.total).toBe(kept.length);
          expect([...found.keys]).toEqual(wanted.map(key));
          expect([...found.ranks]).toEqual(wanted.map(rank));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('are counted by what an older version knows of the rows that both share, and no other', () => {
    const newer = madeRows(7, 300, count - 20);
    const older = { ...newer, rows: count - 20, dead: newer.dead.subarray(0, 0) };
    const ask: Ask[] = [
      { kind: 'tallies', fields: ['type', 'issue'], part: 0 },
      { kind: 'totals', part: 0 },
      { kind: 'extent' },
    ];
    const [none, range] = [
      { name: '', plan: [] },
      { from: 0, to: count - 20 },
    ];
    const answers = (rows: Rows, known: LiveRows | null) => new LiveRows(rows, known).answer(none, all, ask);
    const known = new LiveRows(older);
    known.answer(none, range, ask);
    expect(answers(newer, known)).toEqual(answers(newer, null));
    const [tallies] = answers(newer, known) as [RawOf<'tallies'>];
    const codes = plainly(newer, []).kept.map((row) => newer.fields.type.codes[row] as number);
    expect([...(tallies.counts[0] as Uint32Array)]).toEqual(
      [0, 1, 2, 3].map((code) => codes.filter((one) => one === code).length),
    );
    const others = madeRows(8, 300, count - 20);
    expect(answers(others, known)).toEqual(answers(others, null));
  });

  test('are the same when the bits of filters that were forgotten are used again', () => {
    const rows = madeRows(5, 30, count - 20);
    const chance = random(9);
    // As many periods, cut elsewhere.
    const periods = (cut: number): Ask => ({
      kind: 'periods',
      split: 'type',
      periods: Uint32Array.from({ length: 1_000 }, (_, day) => (day < cut ? 0 : 1)),
      width: { periods: 2, precisions: sizes.type, words: sizes.type },
    });
    const asksAt = (turn: number): Ask[] => [
      { kind: 'tallies', fields: ['type', 'issue', 'size', 'directive'], part: 'own' },
      { kind: 'totals', part: 0 },
      { kind: 'totals', part: partNumber.type },
      { kind: 'extent' },
      { kind: 'pairs', down: 'type', across: 'issue', cells: [sizes.type, sizes.issue], part: 0 },
      { kind: 'pairs', down: 'type', across: 'size', cells: [sizes.type, sizes.size], part: partNumber.type },
      periods(turn % 2 === 0 ? 400 : 600),
    ];
    // More conditions and filters than are remembered.
    const codes = () => ({ field: chance.pick(fields), seed: chance.int(0, 200), share: 0.5 });
    const days = () => ({
      on: chance.pick(['touches', 'within', 'begins']),
      low: chance.int(0, 900),
      length: 90,
    });
    const plans = Array.from({ length: 260 }, () => {
      const [one, other] = [codes(), codes()];
      return planFrom(
        one.field === other.field ? [one] : [one, other],
        chance.int(0, 1) ? [days()] : [],
        null,
      );
    });
    const remembering = new LiveRows(rows);
    for (let turn = 0; turn < 360; turn++) {
      // One filter is asked for so often that it stays, while what was known of its conditions is forgotten.
      const name = String(turn % 9 === 0 ? 0 : turn < plans.length ? turn : chance.int(0, plans.length - 1));
      const plan = plans[Number(name)] as Plan;
      const answer = remembering.answer({ name, plan }, all, asksAt(turn));
      if (turn % 9 < 2) expect(answer).toEqual(new LiveRows(rows).answer({ name, plan }, all, asksAt(turn)));
    }
  });

  test('are found by what is known of a condition only where it is the same', () => {
    const ok = (code: number) => Uint8Array.from({ length: 4 }, (_, at) => (at === code ? 1 : 0));
    const type = (code: number): Condition => ({
      part: partNumber.type,
      on: 'codes',
      field: 'type',
      ok: ok(code),
    });
    const days = (low: number): Condition => ({ part: partNumber.dates, on: 'touches', low, high: 900 });
    expect(isSameCondition(type(1), type(1))).toBe(true);
    expect(isSameCondition(type(1), type(2))).toBe(false);
    expect(isSameCondition(days(1), days(1))).toBe(true);
    expect(isSameCondition(days(1), days(2))).toBe(false);
    expect(isSameCondition(days(1), { ...days(1), on: 'within' } as Condition)).toBe(false);
  });
});
