import type { Ask, Raw, RawOf } from './asks';
import { scanFirst } from './first';
import { addTo, Groups, noSums, pickedSums, widenedSums } from './groups';
import type { Live, Rows } from './live';
import { partNumber } from './plan';
import type { ColumnField, Numbers, Sets } from './types';

/** Counts what is asked over the rows of a filter. Pure. */
export function scan(rows: Rows, live: Live, ask: Ask): Raw {
  switch (ask.kind) {
    case 'totals':
      return scanTotals(rows, live, ask.part);
    case 'tallies':
      return {
        kind: 'tallies',
        counts: ask.fields.map((field) => tallied(rows, live, field, ask.bare ? partNumber[field] : 0)),
      };
    case 'periods':
      return scanPeriods(rows, live, ask);
    case 'pairs':
      return scanPairs(rows, live, ask);
    case 'extent':
      return scanExtent(rows, live);
    case 'first':
      return scanFirst(rows, live, ask);
  }
}

/** Stretches of `live.rows` (or, where every row is kept, of rows): the kept ones and those of a part. */
function stretches({ rows, range, begins, ends }: Live, part: number): [from: number, to: number][] {
  if (!rows) return [[range.from, range.to]];
  const kept: [number, number] = [0, ends[0] as number];
  const only: [number, number] = [begins[part] as number, ends[part] as number];
  return part === 0 || only[0] === only[1] ? [kept] : [kept, only];
}

/** How often each code of a field occurs among the kept rows and those that only `part` does not keep. */
function tallied({ fields }: Rows, live: Live, field: ColumnField, part: number): Uint32Array {
  const { codes, size } = fields[field];
  const counts = new Uint32Array(size);
  for (const [from, to] of stretches(live, part)) {
    if (live.rows) tallyRows(codes, live.rows, counts, from, to);
    else tallyAll(codes, counts, from, to);
  }
  return counts;
}

function tallyAll(codes: Numbers, counts: Uint32Array, from: number, to: number): void {
  for (let row = from; row < to; row++)
    counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
}

function tallyRows(codes: Numbers, rows: Uint32Array, counts: Uint32Array, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const code = codes[rows[at] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
}

function scanTotals(rows: Rows, live: Live, part: number): RawOf<'totals'> {
  const sums = noSums(1);
  const { starts, spans, sizeMin, sizeMax } = rows;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const { directive, dataset } = rows.fields;
  const directives = new Uint32Array(directive.size);
  const datasets = new Uint32Array(dataset.size);
  for (const [from, to] of stretches(live, part)) {
    for (let at = from; at < to; at++) {
      const row = live.rows ? (live.rows[at] as number) : at;
      addTo(
        sums,
        0,
        sizeMin.values[sizeMin.codes[row] as number] as number,
        sizeMax.values[sizeMax.codes[row] as number] as number,
      );
      const day = starts[row] as number;
      const end = day + (spans[row] as number);
      if (day < first) first = day;
      if (end > last) last = end;
    }
    for (const [{ codes }, counts] of [
      [directive, directives],
      [dataset, datasets],
    ] as const) {
      if (live.rows) tallyRows(codes, live.rows, counts, from, to);
      else tallyAll(codes, counts, from, to);
    }
  }
  return { kind: 'totals', sums, first, last, directives, datasets };
}

function scanExtent({ starts }: Rows, live: Live): RawOf<'extent'> {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [from, to] of stretches(live, partNumber.starts))
    for (let at = from; at < to; at++) {
      const day = starts[live.rows ? (live.rows[at] as number) : at] as number;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  return { kind: 'extent', first, last };
}

function scanPeriods(rows: Rows, live: Live, ask: Extract<Ask, { kind: 'periods' }>): RawOf<'periods'> {
  const { split, periods, width } = ask;
  const { starts, sizeMin, sizeMax } = rows;
  const precisions = rows.fields.precision.codes;
  const column = split ? rows.fields[split] : null;
  const groups = new Groups(width.periods * width.precisions * width.words);
  let sums = noSums(1_024);
  const add = (key: number, min: number, max: number) => {
    const group = groups.of(key);
    if (group === sums.counts.length) sums = widenedSums(sums);
    addTo(sums, group, min, max);
  };
  for (const [from, to] of stretches(live, partNumber.starts))
    for (let at = from; at < to; at++) {
      const row = live.rows ? (live.rows[at] as number) : at;
      const base =
        ((periods[starts[row] as number] as number) * width.precisions + (precisions[row] as number)) *
        width.words;
      const min = sizeMin.values[sizeMin.codes[row] as number] as number;
      const max = sizeMax.values[sizeMax.codes[row] as number] as number;
      if (!column) {
        add(base, min, max);
        continue;
      }
      const code = column.codes[row] as number;
      if (!column.sets) {
        add(base + code, min, max);
        continue;
      }
      const { starts: begins, members } = column.sets;
      for (let one = begins[code] as number; one < (begins[code + 1] as number); one++)
        add(base + (members[one] as number), min, max);
    }
  const { keys, numbers } = groups.inOrder();
  return { kind: 'periods', keys, sums: pickedSums(sums, numbers) };
}

function scanPairs(rows: Rows, live: Live, ask: Extract<Ask, { kind: 'pairs' }>): RawOf<'pairs'> {
  const [down, across] = [rows.fields[ask.down], rows.fields[ask.across]];
  const [, width] = ask.cells;
  // Codes are paired first and taken apart after: there are far fewer pairs of codes than rows.
  const most = across.size;
  const pairs = new Groups(down.size * most);
  let found = new Uint32Array(1_024);
  for (const [from, to] of stretches(live, 0))
    for (let at = from; at < to; at++) {
      const row = live.rows ? (live.rows[at] as number) : at;
      const pair = pairs.of((down.codes[row] as number) * most + (across.codes[row] as number));
      if (pair === found.length) found = twice(found);
      found[pair] = (found[pair] as number) + 1;
    }
  const cells = new Map<number, number>();
  const { keys, numbers } = pairs.inOrder();
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    const count = found[numbers[at] as number] as number;
    for (const one of membersOf(down.sets, Math.floor(key / most)))
      for (const other of membersOf(across.sets, key % most)) {
        const cell = one * width + other;
        cells.set(cell, (cells.get(cell) ?? 0) + count);
      }
  }
  const inOrder = Float64Array.from(cells.keys()).sort();
  return { kind: 'pairs', keys: inOrder, counts: Uint32Array.from(inOrder, (cell) => cells.get(cell) ?? 0) };
}

const membersOf = (sets: Sets | null, code: number): ArrayLike<number> & Iterable<number> =>
  sets ? sets.members.subarray(sets.starts[code], sets.starts[code + 1]) : [code];

function twice(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(counts.length * 2);
  made.set(counts);
  return made;
}
