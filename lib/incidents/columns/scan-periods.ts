import type { Ask, RawOf } from './asks';
import { fewGroups, Groups, SpareRoom, Sums } from './groups';
import type { Live, Rows } from './live';
import { loops } from './loops';
import { partNumber } from './plan';
import { eachStep, roomToRead, type Stretch, step } from './reading';
import type { Sets } from './types';
import { ofWholes } from './wholes';

type PeriodsAsk = Extract<Ask, { kind: 'periods' }>;

/** One for all that this thread scans. */
const spare = new SpareRoom();

/** Counts the kept rows by period of their first day, precision and code, without the filter on when they begin. */
export function scanPeriods(rows: Rows, live: Live, ask: PeriodsAsk): RawOf<'periods'> {
  return ofWholes(live.without(partNumber.starts), ask, (stretch) => scanStretch(rows, stretch, ask));
}

function scanStretch(rows: Rows, stretch: Stretch, { split, periods, width }: PeriodsAsk): RawOf<'periods'> {
  const column = split ? rows.fields[split] : null;
  const most = width.periods * width.precisions * width.words;
  // Few keys are the numbers of their groups themselves.
  const groups = most > fewGroups ? new Groups(most) : null;
  const sums = new Sums(rows, groups ? undefined : most, spare);
  const { bases, words, mins, maxs, read } = loops;
  const add = (count: number) => {
    if (groups)
      for (let at = 0; at < count; at++)
        loops.groups[at] = groups.of((bases[at] as number) * width.words + (words[at] as number));
    else loops.makeGroups(width.words, count);
    sums.add(count, (groups?.size ?? most) - 1);
  };
  const take = column?.sets ? spread(column.sets, add) : add;
  eachStep(stretch, (from, to) => {
    const { list } = stretch;
    read(rows.fields.precision.codes, list, from, to, words);
    read(rows.starts, list, from, to);
    loops.makeBases(periods, width.precisions, to - from);
    read(rows.sizeMin.codes, list, from, to, mins);
    read(rows.sizeMax.codes, list, from, to, maxs);
    if (column) read(column.codes, list, from, to, words);
    else words.fill(0);
    take(to - from);
  });
  const { keys, numbers } = groups?.inOrder() ?? sums.occurring();
  return { kind: 'periods', keys, sums: sums.of(numbers) };
}

/** Takes rows with the number of their set as their word, and adds each of them once for each word of it. */
function spread({ starts, members }: Sets, add: (count: number) => void): (count: number) => void {
  const rooms = [loops.bases, loops.words, loops.mins, loops.maxs] as const;
  const [bases, sets, mins, maxs] = [roomToRead(), roomToRead(), roomToRead(), roomToRead()];
  return (count) => {
    for (const [at, own] of [bases, sets, mins, maxs].entries()) own.set(rooms[at] as Int32Array);
    let size = 0;
    for (let at = 0; at < count; at++) {
      const set = sets[at] as number;
      const end = starts[set + 1] as number;
      for (let one = starts[set] as number; one < end; one++) {
        loops.bases[size] = bases[at] as number;
        loops.words[size] = members[one] as number;
        loops.mins[size] = mins[at] as number;
        loops.maxs[size] = maxs[at] as number;
        size++;
        if (size < step) continue;
        add(size);
        size = 0;
      }
    }
    add(size);
  };
}
