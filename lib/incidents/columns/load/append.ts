import { keyOf } from '../ids';
import type { Column, ColumnField, Columns, Numbers, Sets, SizeColumn } from '../types';
import { largestOf } from './arrays';
import { SetTable } from './sets';

/** Up to which row each array of keys is written, by whatever version: rows behind it are free. */
const written = new WeakMap<ArrayBufferLike, number>();

/**
 * Columns in which some rows are dead and the rows of others come behind the last, in the same arrays; words and sets
 * are copied where there are more. Null where something has no room in the arrays, or was written there already.
 */
export function appended(
  columns: Columns,
  gone: ReadonlyMap<string, number>,
  added: Columns,
  idOf: (row: number) => string,
): Columns | null {
  const { rows: from, keys } = columns;
  const rows = from + added.rows;
  if (rows > keys.length || (written.get(keys.buffer) ?? from) > from) return null;
  const writes = [
    writeOf(columns.starts, added.starts, null, added.firstDay - columns.firstDay),
    writeOf(columns.spans, added.spans, null),
  ];
  const size = (own: SizeColumn, more: SizeColumn): SizeColumn => {
    const { all, codes } = joined(Array.from(own.values), Array.from(more.values));
    writes.push(writeOf(own.codes, more.codes, codes));
    return { values: all === null ? own.values : Float64Array.from(all), codes: own.codes };
  };
  const sizes = {
    sizeMin: size(columns.sizeMin, added.sizeMin),
    sizeMax: size(columns.sizeMax, added.sizeMax),
  };
  let placeUnknown = columns.placeUnknown;
  const column = (field: ColumnField): Column => {
    const [own, more] = [columns.fields[field], added.fields[field]];
    const [marks, moreMarks] =
      field === 'place' ? [columns.placeUnknown, added.placeUnknown] : [undefined, undefined];
    const { all, codes } = joined(marked(own.words, marks), marked(more.words, moreMarks));
    const words = all?.map((word) => word.slice(1)) ?? own.words;
    if (field === 'place' && all) placeUnknown = Uint8Array.from(all, (word) => (word[0] === '1' ? 1 : 0));
    const sets = own.sets && more.sets && joinedSets(own.sets, more.sets, codes);
    writes.push(writeOf(own.codes, more.codes, sets ? sets.codes : codes));
    return { words, codes: own.codes, sets: sets ? sets.all : null };
  };
  const fields = Object.fromEntries(
    Object.keys(columns.fields).map((field) => [field, column(field as ColumnField)]),
  ) as Columns['fields'];
  if (writes.some((write) => !write.fits(added.rows))) return null;

  for (const write of writes) write.write(from, added.rows);
  const rowsById = new Map(columns.rowsById);
  for (const id of gone.keys()) rowsById.delete(id);
  for (let row = 0; row < added.rows; row++) {
    const id = idOf(row);
    keys[from + row] = keyOf(id);
    rowsById.set(id, from + row);
  }
  written.set(keys.buffer, rows);
  const dead = Uint32Array.from([...columns.dead, ...gone.values()]).sort();
  return { ...columns, ...sizes, rows, dead, fields, placeUnknown, rowsById };
}

/** Numbers that go behind the last row of an array: codes that are `replaced`, or days that are `moved`. */
function writeOf(into: Numbers, numbers: Numbers, replaced: readonly number[] | null, moved = 0) {
  const largest = largestOf(into);
  const at = (row: number) => {
    const number = numbers[row] as number;
    return replaced ? (replaced[number] as number) : number + moved;
  };
  return {
    fits(rows: number): boolean {
      for (let row = 0; row < rows; row++) if (at(row) < 0 || at(row) > largest) return false;
      return true;
    },
    write(from: number, rows: number): void {
      for (let row = 0; row < rows; row++) into[from + row] = at(row);
    },
  };
}

/** A mark before each word, so that words that are the same but for it are two. */
const marked = (words: readonly string[], marks?: Uint8Array): string[] =>
  words.map((word, code) => `${marks?.[code] ?? 0}${word}`);

/** The positions of more words in a list that is made longer by those that it lacks; `all` null = it lacks none. */
function joined<Word>(own: readonly Word[], more: readonly Word[]): { all: Word[] | null; codes: number[] } {
  const codeOf = new Map(own.map((word, code) => [word, code]));
  const all = [...own];
  const codes = more.map((word) => codeOf.get(word) ?? all.push(word) - 1);
  return { all: all.length > own.length ? all : null, codes };
}

/** The same for sets, whose words become those of `codes`. */
function joinedSets(own: Sets, more: Sets, codes: readonly number[]): { all: Sets; codes: number[] } {
  const table = new SetTable();
  const count = own.starts.length - 1;
  for (let set = 0; set < count; set++) table.of(own.members.subarray(own.starts[set], own.starts[set + 1]));
  const found: number[] = [];
  for (let set = 0; set + 1 < more.starts.length; set++) {
    const words = Array.from(more.members.subarray(more.starts[set], more.starts[set + 1]));
    const wanted = words.map((word) => codes[word] as number).sort((a, b) => a - b);
    found.push(table.of(wanted) - 1);
  }
  if (table.size - 1 === count) return { all: own, codes: found };
  return { all: table.pick(Array.from({ length: table.size - 1 }, (_, at) => at + 1)), codes: found };
}
