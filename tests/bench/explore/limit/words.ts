import type { Column, Columns } from '@/lib/incidents/columns/types';
import { provinceOf } from '../questions';

/** What bare loops know beforehand of the words of columns, and of the calendar: nothing of the rows. */
export type Known = {
  columns: Columns;
  /** Months from the first day of the columns on: of each day its number, and the first day of each. */
  monthOf: Uint16Array;
  months: string[];
  /** Of each word of the place its province. */
  provinces: string[];
  /** The positions of the words of two fields in order of word. */
  precisions: number[];
  types: number[];
};

const dayMs = 86_400_000;

export function knownOf(columns: Columns): Known {
  const { fields, firstDay, paths } = columns;
  const monthOf = new Uint16Array(65_536);
  const months: string[] = [];
  for (let day = 0; day < monthOf.length; day++) {
    const first = `${new Date((firstDay + day) * dayMs).toISOString().slice(0, 8)}01`;
    if (first !== months.at(-1)) months.push(first);
    monthOf[day] = months.length - 1;
  }
  return {
    columns,
    monthOf,
    months,
    provinces: fields.place.words.map((id) => provinceOf(paths, id)),
    precisions: inOrder(fields.precision),
    types: inOrder(fields.type),
  };
}

function inOrder({ words }: Column): number[] {
  return words.map((_, code) => code).sort((a, b) => ((words[a] as string) < (words[b] as string) ? -1 : 1));
}

/** Rows by word from rows by code. */
export function byWord({ words, sets }: Column, counts: Uint32Array): Map<string, number> {
  const found = new Map<string, number>();
  if (!sets) {
    for (let code = 0; code < words.length; code++) {
      const count = counts[code] as number;
      const word = words[code] as string;
      if (count > 0) found.set(word, (found.get(word) ?? 0) + count);
    }
    return found;
  }
  const { starts, members } = sets;
  const ofWords = new Uint32Array(words.length);
  for (let set = 0; set < counts.length; set++) {
    const count = counts[set] as number;
    if (count > 0)
      for (let at = starts[set] as number; at < (starts[set + 1] as number); at++)
        ofWords[members[at] as number] = (ofWords[members[at] as number] as number) + count;
  }
  for (let code = 0; code < words.length; code++)
    if (ofWords[code] !== 0) found.set(words[code] as string, ofWords[code] as number);
  return found;
}

/** For each code whether one of its words is wanted. */
export function okFor({ words, sets }: Column, wanted: readonly string[]): Uint8Array {
  const isWanted = Uint8Array.from(words, (word) => (wanted.includes(word) ? 1 : 0));
  if (!sets) return isWanted;
  return Uint8Array.from({ length: sets.starts.length - 1 }, (_, set) =>
    sets.members.subarray(sets.starts[set], sets.starts[set + 1]).some((one) => isWanted[one] === 1) ? 1 : 0,
  );
}
