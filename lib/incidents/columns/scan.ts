import type { Ask, Raw, RawOf } from './asks';
import { scanFirst } from './first';
import { fewGroups, Groups, Sums } from './groups';
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
        counts: ask.fields.map((field) =>
          tallied(rows, live, field, ask.part === 'own' ? partNumber[field] : ask.part),
        ),
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

/** Rows from one place in a list up to another; without a list, from one row up to another. */
type Stretch = { list: Uint32Array | null; from: number; to: number };

/** Where the kept rows are, and those that only a part does not keep. */
function stretches({ rows, range, lone, begins, ends }: Live, part: number): Stretch[] {
  if (!rows || (part !== 0 && part === lone)) return [{ list: null, ...range }];
  const kept = { list: rows, from: 0, to: ends[0] as number };
  const only = { list: rows, from: begins[part] as number, to: ends[part] as number };
  return part === 0 || only.from === only.to ? [kept] : [kept, only];
}

/** How often each code of a field occurs among the kept rows and those that only `part` does not keep. */
function tallied({ fields }: Rows, live: Live, field: ColumnField, part: number): Uint32Array {
  const { codes, size } = fields[field];
  const counts = new Uint32Array(size);
  for (const stretch of stretches(live, part)) tally(codes, counts, stretch);
  return counts;
}

function tally(codes: Numbers, counts: Uint32Array, { list, from, to }: Stretch): void {
  if (list) tallyRows(codes, list, counts, from, to);
  else tallyAll(codes, counts, from, to);
}

/**
 * Rows that follow each other are counted in four places: many have the same code, and a number that was only just
 * written is slow to read.
 */
function tallyAll(codes: Numbers, counts: Uint32Array, from: number, to: number): void {
  const size = counts.length;
  const four = new Uint32Array(size * 4);
  let row = from;
  for (; row + 4 <= to; row += 4) {
    const a = codes[row] as number;
    const b = (codes[row + 1] as number) + size;
    const c = (codes[row + 2] as number) + size * 2;
    const d = (codes[row + 3] as number) + size * 3;
    four[a] = (four[a] as number) + 1;
    four[b] = (four[b] as number) + 1;
    four[c] = (four[c] as number) + 1;
    four[d] = (four[d] as number) + 1;
  }
  for (; row < to; row++) four[codes[row] as number] = (four[codes[row] as number] as number) + 1;
  for (let at = 0; at < four.length; at++)
    counts[at % size] = (counts[at % size] as number) + (four[at] as number);
}

function tallyRows(codes: Numbers, rows: Uint32Array, counts: Uint32Array, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const code = codes[rows[at] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
}

function scanTotals(rows: Rows, live: Live, part: number): RawOf<'totals'> {
  const sums = new Sums();
  const { starts, spans } = rows;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const { directive, dataset } = rows.fields;
  const directives = new Uint32Array(directive.size);
  const datasets = new Uint32Array(dataset.size);
  for (const stretch of stretches(live, part)) {
    const { list, from, to } = stretch;
    for (let at = from; at < to; at++) {
      const row = list ? (list[at] as number) : at;
      sums.add(at & 3, rows, row);
      const day = starts[row] as number;
      const end = day + (spans[row] as number);
      if (day < first) first = day;
      if (end > last) last = end;
    }
    tally(directive.codes, directives, stretch);
    tally(dataset.codes, datasets, stretch);
  }
  return { kind: 'totals', sums: sums.ofAll(4), first, last, directives, datasets };
}

function scanExtent({ starts }: Rows, live: Live): RawOf<'extent'> {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { list, from, to } of stretches(live, partNumber.starts))
    for (let at = from; at < to; at++) {
      const day = starts[list ? (list[at] as number) : at] as number;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  return { kind: 'extent', first, last };
}

function scanPeriods(rows: Rows, live: Live, ask: Extract<Ask, { kind: 'periods' }>): RawOf<'periods'> {
  const { split, periods, width } = ask;
  const { starts } = rows;
  const precisions = rows.fields.precision.codes;
  const column = split ? rows.fields[split] : null;
  const most = width.periods * width.precisions * width.words;
  // Few keys are the numbers of their groups themselves.
  const groups = most > fewGroups ? new Groups(most) : null;
  const sums = new Sums(groups ? undefined : most);
  const add = (key: number, row: number) => sums.add(groups ? groups.of(key) : key, rows, row);
  for (const { list, from, to } of stretches(live, partNumber.starts))
    for (let at = from; at < to; at++) {
      const row = list ? (list[at] as number) : at;
      const base =
        ((periods[starts[row] as number] as number) * width.precisions + (precisions[row] as number)) *
        width.words;
      if (!column?.sets) {
        add(column ? base + (column.codes[row] as number) : base, row);
        continue;
      }
      const code = column.codes[row] as number;
      const { starts: begins, members } = column.sets;
      for (let one = begins[code] as number; one < (begins[code + 1] as number); one++)
        add(base + (members[one] as number), row);
    }
  const { keys, numbers } = groups?.inOrder() ?? sums.occurring();
  return { kind: 'periods', keys, sums: sums.of(numbers) };
}

function scanPairs(rows: Rows, live: Live, ask: Extract<Ask, { kind: 'pairs' }>): RawOf<'pairs'> {
  const [down, across] = [rows.fields[ask.down], rows.fields[ask.across]];
  const [, width] = ask.cells;
  const [ones, others] = [setsOf(down), setsOf(across)];
  const cells = new Groups(ask.cells[0] * width);
  let found = new Uint32Array(1_024);
  const add = (one: number, other: number, rows: number) => {
    for (let i = ones.starts[one] as number; i < (ones.starts[one + 1] as number); i++)
      for (let j = others.starts[other] as number; j < (others.starts[other + 1] as number); j++) {
        const cell = cells.of((ones.members[i] as number) * width + (others.members[j] as number));
        if (cell === found.length) found = twice(found);
        found[cell] = (found[cell] as number) + rows;
      }
  };
  // Often most rows have the same code in one of the fields (no directive): these are counted by the other one.
  const places = stretches(live, ask.part);
  const [usualDown, usualAcross] = [usualIn(down, places), usualIn(across, places)];
  const isAcross = usualAcross.share >= usualDown.share;
  const [usual, alike] = isAcross ? [usualAcross.code, across.codes] : [usualDown.code, down.codes];
  const rest = isAcross ? down : across;
  const withUsual = new Uint32Array(rest.size);
  for (const { list, from, to } of places)
    for (let at = from; at < to; at++) {
      const row = list ? (list[at] as number) : at;
      if (alike[row] === usual) {
        const code = rest.codes[row] as number;
        withUsual[code] = (withUsual[code] as number) + 1;
      } else add(down.codes[row] as number, across.codes[row] as number, 1);
    }
  withUsual.forEach((count, code) => {
    if (count > 0) add(isAcross ? code : usual, isAcross ? usual : code, count);
  });
  const { keys, numbers } = cells.inOrder();
  return { kind: 'pairs', keys, counts: numbers.map((cell) => found[cell] as number) };
}

/** Rows that are looked at to find out which code is usual. */
const tried = 256;

/** The code that the first rows have most often, and how often. */
function usualIn(
  { codes, size }: Rows['fields'][ColumnField],
  [first]: Stretch[],
): { code: number; share: number } {
  const counts = new Uint32Array(size);
  const { list, from, to } = first ?? { list: null, from: 0, to: 0 };
  for (let at = from; at < Math.min(to, from + tried); at++) {
    const code = codes[list ? (list[at] as number) : at] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const share = counts.reduce((most, count) => Math.max(most, count), 0);
  return { code: Math.max(0, counts.indexOf(share)), share };
}

/** The sets of a field; where rows have one word each, a set of one for each word. */
function setsOf({ sets, size }: Rows['fields'][ColumnField]): Sets {
  const numbers = () => Uint32Array.from({ length: size + 1 }, (_, at) => at);
  return sets ?? { starts: numbers(), members: numbers() };
}

function twice(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(counts.length * 2);
  made.set(counts);
  return made;
}
