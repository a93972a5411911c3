import { dayNumber } from '@/lib/dates/civil';
import { type Choice, isEmptyChoice } from '@/lib/url/params';
import { unknown } from '../dimensions';
import { choiceKeys, type FilterPart, type IncidentFilters } from '../selection';
import { dateSpan, startsSpan } from '../spans';
import type { Column, Columns } from './types';

const parts: readonly FilterPart[] = [...choiceKeys, 'dates', 'starts', 'q'];

/** The bit that stands for a part of the filter in a mask of failures. */
export const bitOf = Object.fromEntries(parts.map((part, index) => [part, 1 << index])) as Record<
  FilterPart,
  number
>;

/**
 * For each row the parts of the filter that do not keep it, as bits; 0 = kept. A count that leaves out a part
 * passes over its bit, so that all counts come from one reading. `textRows`: 1 where the search text was found.
 */
export function failures(
  columns: Columns,
  filters: IncidentFilters,
  textRows: Uint8Array | null,
): Uint32Array {
  const fails = new Uint32Array(columns.rows);
  for (const key of choiceKeys) {
    const choice = filters[key];
    if (isEmptyChoice(choice)) continue;
    const column = columns.fields[key];
    if (key === 'place' || key === 'destination') {
      failPlaces(fails, bitOf[key], columns, choice, key);
    } else failChoice(fails, bitOf[key], column, tableOf(column, choice.any), tableOf(column, choice.not));
  }
  failDates(fails, columns, filters);
  if (textRows) {
    for (let row = 0; row < fails.length; row++)
      if (textRows[row] === 0) fails[row] = (fails[row] as number) | bitOf.q;
  }
  return fails;
}

/** Whether each word of a column is one of the values; null = there are no values. */
function tableOf(column: Column, values: readonly string[]): Uint8Array | null {
  if (values.length === 0) return null;
  const wanted = new Set(values);
  return Uint8Array.from(column.words, (word) => (wanted.has(word) ? 1 : 0));
}

function failChoice(
  fails: Uint32Array,
  bit: number,
  { codes, starts }: Column,
  any: Uint8Array | null,
  not: Uint8Array | null,
): void {
  for (let row = 0; row < fails.length; row++) {
    const from = starts ? (starts[row] as number) : row;
    const to = starts ? (starts[row + 1] as number) : row + 1;
    let kept = any === null;
    let left = false;
    for (let at = from; at < to; at++) {
      const code = codes[at] as number;
      if (any?.[code] === 1) kept = true;
      if (not?.[code] === 1) left = true;
    }
    if (!kept || left) fails[row] = (fails[row] as number) | bit;
  }
}

/** Places: a value keeps what lies at or below it, with `@` that place alone; `unknown` where none is known. */
function failPlaces(
  fails: Uint32Array,
  bit: number,
  columns: Columns,
  { any, not }: Choice,
  key: 'place' | 'destination',
): void {
  const column = columns.fields[key];
  const any1 = any.length > 0 ? placeTable(column, any, columns) : null;
  const not1 = not.length > 0 ? placeTable(column, not, columns) : null;
  failChoice(fails, bit, column, any1, not1);
  if (key === 'destination') return;
  // The place of these rows is written as a wide one, and known to be no more than a stand-in.
  const [anyUnknown, notUnknown] = [any.includes(unknown), not.includes(unknown)];
  if (!anyUnknown && !notUnknown) return;
  for (let row = 0; row < fails.length; row++) {
    if (columns.placeUnknown[row] !== 1) continue;
    if (notUnknown) fails[row] = (fails[row] as number) | bit;
    else if (!(not1 && not1[column.codes[row] as number] === 1)) fails[row] = (fails[row] as number) & ~bit;
  }
}

function placeTable(column: Column, values: readonly string[], { paths }: Columns): Uint8Array {
  const alone = new Set(values.flatMap((value) => (value.startsWith('@') ? [value.slice(1)] : [])));
  const below = new Set(values.filter((value) => !value.startsWith('@') && value !== unknown));
  const withUnknown = values.includes(unknown);
  return Uint8Array.from(column.words, (word) =>
    alone.has(word) ||
    (withUnknown && word === unknown) ||
    (paths.get(word) ?? '').split('/').some((id) => id !== '' && below.has(id))
      ? 1
      : 0,
  );
}

/** Rule 3, and the filter on when the interval begins. */
function failDates(fails: Uint32Array, { startsOn, endsOn }: Columns, filters: IncidentFilters): void {
  if (filters.from || filters.to) {
    const span = dateSpan(filters);
    const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
    const [lower, upper] = filters.match === 'certain' ? [startsOn, endsOn] : [endsOn, startsOn];
    for (let row = 0; row < fails.length; row++)
      if ((lower[row] as number) < from || (upper[row] as number) > to)
        fails[row] = (fails[row] as number) | bitOf.dates;
  }
  const starts = filters.starts ? startsSpan(filters.starts) : null;
  if (!starts) return;
  const [from, to] = [dayNumber(starts.from), dayNumber(starts.to)];
  for (let row = 0; row < fails.length; row++)
    if ((startsOn[row] as number) < from || (startsOn[row] as number) > to)
      fails[row] = (fails[row] as number) | bitOf.starts;
}
