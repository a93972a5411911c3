import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawOf } from '@/lib/incidents/columns/asks';
import { dateRank } from '@/lib/incidents/columns/first';
import { type Live, liveRows, type Rows, rowsOf } from '@/lib/incidents/columns/live';
import { type Condition, isSameCondition, type Plan, partNumber } from '@/lib/incidents/columns/plan';
import { LiveRows } from '@/lib/incidents/columns/scanner';
import type { Columns, Numbers } from '@/lib/incidents/columns/types';
import { random } from '../../factories/random';

const count = 9_000;
const fields = ['type', 'issue', 'place', 'size'] as const;
type Field = (typeof fields)[number];
const sizes: Record<Field, number> = { type: 4, issue: 300, place: 70_000, size: 6 };

/** Rows with codes of all widths; some are dead. */
function madeRows(seed: number, dead: number): Rows {
  const chance = random(seed);
  const filled = (numbers: Numbers, most: number) => numbers.map(() => chance.int(0, most - 1)) as Numbers;
  const column = (codes: Numbers, field: Field) => ({
    words: Array.from({ length: sizes[field] }, (_, at) => String(at)),
    codes: filled(codes, sizes[field]),
    sets: null,
  });
  return rowsOf({
    rows: count,
    dead: Uint32Array.from(new Set(Array.from({ length: dead }, () => chance.int(0, count - 1)))).sort(),
    starts: filled(new Uint16Array(count), 1_000),
    spans: filled(new Uint8Array(count), 40),
    keys: filled(new Uint32Array(count), 2 ** 32),
    sizeMin: { codes: filled(new Uint8Array(count), 4), values: Float64Array.of(0, 10, 200, 3_000) },
    sizeMax: { codes: filled(new Uint8Array(count), 3), values: Float64Array.of(0, 60, 5_000) },
    fields: {
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

const listed = (live: Live, part: number) =>
  live.rows ? [...live.rows.subarray(live.begins[part], live.ends[part])] : null;

function expectSame(live: Live, rows: Rows, plan: Plan): void {
  const { kept, missedBy } = plainly(rows, plan);
  if (live.rows) expect(listed(live, 0)?.join()).toBe(kept.join());
  else expect(kept).toHaveLength(count);
  for (const { part } of plan)
    if (part !== live.lone) expect((listed(live, part) ?? []).join()).toBe((missedBy.get(part) ?? []).join());
}

describe('the rows that a filter keeps', () => {
  test('and those that one part alone does not keep are found, in whatever order it grew and shrank', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(0, 1, 300),
        fc.uniqueArray(codesCondition, { selector: ({ field }) => field, maxLength: 4 }),
        fc.uniqueArray(daysCondition, { selector: ({ on }) => on === 'begins', maxLength: 2 }),
        fc.option(fc.nat()),
        fc.array(fc.nat({ max: 127 }), { minLength: 1, maxLength: 4 }),
        (seed, dead, codes, days, text, choices) => {
          const rows = madeRows(seed, dead);
          const whole = planFrom(codes, days, text);
          const remembering = new LiveRows(rows);
          for (const choice of choices) {
            const plan = whole.filter((_, at) => (choice >> at) % 2 === 1);
            expectSame(remembering.of({ name: `${choice}`, plan }, { from: 0, to: count }), rows, plan);
            expectSame(liveRows(rows, plan, { from: 0, to: count }), rows, plan);
          }
        },
      ),
      { numRuns: 20 },
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
        fc.constantFrom('as they come', 'rising', 'falling'),
        fc.option(fc.integer({ min: 0, max: count - 1 })),
        fc.record({ from: fc.nat({ max: 5_000 }), to: fc.integer({ min: 5_001, max: count }) }),
        (seed, dead, codes, days, order, rise, after, range) => {
          const rows = madeRows(seed, dead);
          if (rise !== 'as they come') rows.starts.sort();
          if (rise === 'falling') rows.starts.reverse();
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
          const unknown = new LiveRows(rows);
          const known = new LiveRows(rows);
          known.of({ name: '', plan }, range);
          for (const lives of [unknown, known]) {
            const [found] = lives.answer({ name: '', plan }, range, [ask]) as [RawOf<'first'>];
            expect(found.total).toBe(kept.length);
            expect([...found.keys]).toEqual(wanted.map(key));
            expect([...found.ranks]).toEqual(wanted.map(rank));
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('are found among those of a filter with fewer parts only where all of these are the same', () => {
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
