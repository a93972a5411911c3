import type { Ask, RawOf } from './asks';
import { fewGroups, Groups, Sums } from './groups';
import type { Live, Rows } from './live';
import { partNumber } from './plan';
import { eachStep, read, roomToRead, step } from './reading';
import type { Sets } from './types';

type PeriodsAsk = Extract<Ask, { kind: 'periods' }>;

/** Keys of groups with the codes of the bounds of a row each: as many as there is room for are added at once. */
type Keyed = { keys: Uint32Array; mins: Uint32Array; maxs: Uint32Array };

const keyed = (): Keyed => ({ keys: roomToRead(), mins: roomToRead(), maxs: roomToRead() });

/** Counts the kept rows by period of their first day, precision and code, without the filter on when they begin. */
export function scanPeriods(rows: Rows, live: Live, { split, periods, width }: PeriodsAsk): RawOf<'periods'> {
  const column = split ? rows.fields[split] : null;
  const most = width.periods * width.precisions * width.words;
  // Few keys are the numbers of their groups themselves.
  const groups = most > fewGroups ? new Groups(most) : null;
  const sums = new Sums(rows, groups ? undefined : most);
  const add = ({ keys, mins, maxs }: Keyed, count: number) => {
    if (groups) for (let at = 0; at < count; at++) keys[at] = groups.of(keys[at] as number);
    sums.add(keys, mins, maxs, count, groups ? groups.size - 1 : most - 1);
  };
  const stretch = live.without(partNumber.starts).stretch();
  const [precisions, codes] = [roomToRead(), roomToRead()];
  const own = keyed();
  const spread = column?.sets ? spreadOver(column.sets, add) : null;
  eachStep(stretch, (from, to) => {
    const { list } = stretch;
    const { keys, mins, maxs } = own;
    read(rows.starts, list, from, to, keys);
    read(rows.fields.precision.codes, list, from, to, precisions);
    read(rows.sizeMin.codes, list, from, to, mins);
    read(rows.sizeMax.codes, list, from, to, maxs);
    if (column) read(column.codes, list, from, to, codes);
    baseKeys(keys, periods, precisions, width, to - from);
    if (spread) spread(own, codes, to - from);
    else {
      if (column)
        for (let at = 0; at < to - from; at++) keys[at] = (keys[at] as number) + (codes[at] as number);
      add(own, to - from);
    }
  });
  const { keys, numbers } = groups?.inOrder() ?? sums.occurring();
  return { kind: 'periods', keys, sums: sums.of(numbers) };
}

/** Makes the first day of rows the key of the first group of their period and precision. */
function baseKeys(
  days: Uint32Array,
  periods: Uint32Array,
  precisions: Uint32Array,
  width: PeriodsAsk['width'],
  count: number,
): void {
  for (let at = 0; at < count; at++) {
    const period = periods[days[at] as number] as number;
    days[at] = (period * width.precisions + (precisions[at] as number)) * width.words;
  }
}

/** Adds each row once for each word of its set. */
function spreadOver({ starts, members }: Sets, add: (some: Keyed, count: number) => void) {
  const made = keyed();
  return ({ keys, mins, maxs }: Keyed, codes: Uint32Array, count: number): void => {
    let size = 0;
    for (let at = 0; at < count; at++) {
      const code = codes[at] as number;
      const end = starts[code + 1] as number;
      for (let one = starts[code] as number; one < end; one++) {
        made.keys[size] = (keys[at] as number) + (members[one] as number);
        made.mins[size] = mins[at] as number;
        made.maxs[size] = maxs[at] as number;
        size++;
        if (size < step) continue;
        add(made, size);
        size = 0;
      }
    }
    add(made, size);
  };
}
