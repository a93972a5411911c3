import { type Ask, isSameAsk, type Raw, type RawOf } from './asks';
import type { Combined } from './combined';
import { scanFirst } from './first';
import { Groups, Sums } from './groups';
import type { Kept } from './kept-rows';
import type { Live, Rows } from './live';
import { loops } from './loops';
import { partNumber } from './plan';
import { eachStep, type Stretch, splitAt } from './reading';
import { scanPeriods } from './scan-periods';
import { tally } from './tally';
import type { ColumnField, Sets } from './types';
import { ofWholes } from './wholes';

/** Counts what is asked over the rows of a filter. Pure. */
export function scan(rows: Rows, live: Live, ask: Ask): Raw {
  switch (ask.kind) {
    case 'totals':
      return live.remembered(ask.part, 'totals', fewNumbers, () => scanTotals(rows, live, ask.part));
    case 'tallies':
      return {
        kind: 'tallies',
        counts: ask.fields.map((field) =>
          tallied(rows, live, field, ask.part === 'own' ? partNumber[field] : ask.part),
        ),
      };
    case 'periods':
      return rememberedPeriods(rows, live, ask);
    case 'pairs':
      return live.remembered(
        ask.part,
        `pairs ${ask.down} ${ask.across}`,
        ({ keys }) => keys.length * 3,
        () => scanPairs(rows, live, ask),
      );
    case 'extent':
      return scanExtent(rows, live);
    case 'first':
      return scanFirst(rows, live, ask);
  }
}

const fewNumbers = () => 20;
const itsLength = ({ length }: Uint32Array) => length;

/** The same rows may be asked for by other periods, of which there happen to be as many: then they are counted anew. */
function rememberedPeriods(rows: Rows, live: Live, ask: PeriodsAsk): RawOf<'periods'> {
  const { split, width, periods } = ask;
  const known = live.remembered(
    partNumber.starts,
    `periods ${split} ${width.periods}`,
    ({ answer }) => periods.length + answer.keys.length * 9,
    () => ({ ask, answer: scanPeriods(rows, live, ask) }),
  );
  return known.ask === ask || isSameAsk(known.ask, ask) ? known.answer : scanPeriods(rows, live, ask);
}

/** How often each word of a field occurs among the rows that are kept without a part of the filter. */
function tallied(rows: Rows, live: Live, field: ColumnField, part: number): Uint32Array {
  const { sets, words } = rows.fields[field];
  return live.remembered(part, field, itsLength, () =>
    inWords(countedIn(rows, live, field, part), sets, words),
  );
}

/** Counts by word from counts by code. */
function inWords(counts: Uint32Array, sets: Sets | null, words: number): Uint32Array {
  if (!sets) return counts;
  const ofWords = new Uint32Array(words);
  const { starts, members } = sets;
  for (let set = 0; set < counts.length; set++) {
    const count = counts[set] as number;
    if (count === 0) continue;
    for (let at = starts[set] as number; at < (starts[set + 1] as number); at++) {
      const word = members[at] as number;
      ofWords[word] = (ofWords[word] as number) + count;
    }
  }
  return ofWords;
}

/** How often each code of a field does. */
function countedIn({ fields }: Rows, live: Live, field: ColumnField, part: number): Uint32Array {
  const { codes, size } = fields[field];
  const kept = live.without(part);
  // As with states of work, of which only one is here.
  if (size === 1) return Uint32Array.of(kept.count);
  const counts = new Uint32Array(size);
  const combined = kept.blocks.count > 0 ? kept.blocks.combined() : null;
  const codeOf = combined?.codeOf.get(field);
  if (!combined || !codeOf) {
    const { more, less } = kept.parts();
    addBlocks(kept, field, counts);
    tally(codes, more, counts, 1);
    tally(codes, less, counts, -1);
    return counts;
  }
  const together = live.remembered(part, 'combined', itsLength, () => countedTogether(kept, combined));
  for (let at = 0; at < together.length; at++) {
    const code = codeOf[at] as number;
    counts[code] = (counts[code] as number) + (together[at] as number);
  }
  tally(codes, splitAt(kept.parts().more, kept.blocks.to)[1], counts, 1);
  return counts;
}

/** How often each combination occurs among rows that stand in order. */
function countedTogether(kept: Kept, { codes, size }: Combined): Uint32Array {
  const { more, less } = kept.parts();
  const counts = new Uint32Array(size);
  addBlocks(kept, 'combined', counts);
  tally(codes, splitAt(more, kept.blocks.to)[0], counts, 1);
  tally(codes, less, counts, -1);
  return counts;
}

/** Adds the counts of the blocks that count as wholes. A column may have got codes since: those of blocks are the first. */
function addBlocks(kept: Kept, field: ColumnField | 'combined', counts: Uint32Array): void {
  const { blocks } = kept;
  const { whole } = kept.parts();
  if (whole.length === 0) return;
  if (whole.length === blocks.count) {
    counts.set(blocks.tallyOf(field));
    return;
  }
  const tallies = blocks.talliesOf(field);
  for (const block of whole) {
    const one = tallies[block] as ArrayLike<number>;
    for (let code = 0; code < one.length; code++)
      counts[code] = (counts[code] as number) + (one[code] as number);
  }
}

function scanTotals(rows: Rows, live: Live, part: number): RawOf<'totals'> {
  const kept = live.without(part);
  const { whole, more, less } = kept.parts();
  const sums = new Sums(rows, 1);
  sums.addAll(more);
  const taken = new Sums(rows, 1);
  taken.addAll(less);
  sums.addNumbers(taken.first(), -1);
  for (const block of whole) sums.addNumbers(kept.blocks.sumsOf()[block] as Float64Array, 1);
  const { first, last } = kept.days(rows);
  return {
    kind: 'totals',
    sums: sums.of([0]),
    first,
    last,
    directives: tallied(rows, live, 'directive', part),
    datasets: tallied(rows, live, 'dataset', part),
  };
}

function scanExtent(rows: Rows, live: Live): RawOf<'extent'> {
  const { first, lastStart } = live.without(partNumber.starts).days(rows);
  return { kind: 'extent', first, last: lastStart };
}

type PeriodsAsk = Extract<Ask, { kind: 'periods' }>;
type PairsAsk = Extract<Ask, { kind: 'pairs' }>;

function scanPairs(rows: Rows, live: Live, ask: PairsAsk): RawOf<'pairs'> {
  return ofWholes(live.without(ask.part), ask, (stretch) => pairsIn(rows, stretch, ask));
}

function pairsIn(rows: Rows, stretch: Stretch, ask: PairsAsk): RawOf<'pairs'> {
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
  const [usualDown, usualAcross] = [usualIn(down, stretch), usualIn(across, stretch)];
  const isAcross = usualAcross.share >= usualDown.share;
  const usual = isAcross ? usualAcross.code : usualDown.code;
  const withUsual = new Uint32Array((isAcross ? down : across).size);
  const { codes: alike, words: rest, read } = loops;
  eachStep(stretch, (from, to) => {
    read((isAcross ? down : across).codes, stretch.list, from, to, rest);
    read((isAcross ? across : down).codes, stretch.list, from, to);
    for (let at = 0; at < to - from; at++) {
      const code = rest[at] as number;
      if (alike[at] === usual) withUsual[code] = (withUsual[code] as number) + 1;
      else if (isAcross) add(code, alike[at] as number, 1);
      else add(alike[at] as number, code, 1);
    }
  });
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
  { list, from, to }: Stretch,
): { code: number; share: number } {
  const counts = new Uint32Array(size);
  tally(codes, { list, from, to: Math.min(to, from + tried) }, counts, 1);
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
