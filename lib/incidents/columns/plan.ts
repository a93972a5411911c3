import { dayNumber } from '@/lib/dates/civil';
import { type Choice, isEmptyChoice } from '@/lib/url/params';
import { unknown } from '../dimensions';
import { type ChoiceKey, choiceKeys, type FilterPart, type IncidentFilters } from '../selection';
import { dateSpan, startsSpan } from '../spans';
import type { Column, Columns } from './types';

const filterParts: readonly FilterPart[] = [...choiceKeys, 'dates', 'starts', 'q'];

/** The number of a part of the filter, from 1; 0 stands for none. */
export const partNumber = Object.fromEntries(filterParts.map((part, index) => [part, index + 1])) as Record<
  FilterPart,
  number
>;

/** A condition on one column of rows: what keeps a row, and the part of the filter that it belongs to. */
export type Condition =
  /** `ok[code]` is 1 for the codes that are kept. */
  | { part: number; on: 'codes'; field: ChoiceKey; ok: Uint8Array }
  /** Days from the first day of the columns, both inclusive: `low` is held against the one end, `high` against the other. */
  | { part: number; on: 'touches' | 'within' | 'begins'; low: number; high: number }
  /** `ok[row]` is 1 for the rows that are kept. */
  | { part: number; on: 'rows'; ok: Uint8Array };

/** A filter as conditions on the columns of one version. Plain data, without any word. */
export type Plan = Condition[];

/** Whether two conditions on columns of one version are the same. Pure. */
export function isSameCondition(one: Condition, other: Condition): boolean {
  if (one.part !== other.part || one.on !== other.on) return false;
  if ('ok' in one && 'ok' in other) return areSame(one.ok, other.ok);
  return 'low' in one && 'low' in other && one.low === other.low && one.high === other.high;
}

function areSame(one: Uint8Array, other: Uint8Array): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at === one.length && one.length === other.length;
}

/** What a filter means on columns; `textRows` has 1 for the rows in which its search text was found. Pure. */
export function planOf(columns: Columns, filters: IncidentFilters, textRows: Uint8Array | null): Plan {
  const plan: Plan = [];
  for (const field of choiceKeys) {
    const choice = filters[field];
    if (isEmptyChoice(choice)) continue;
    const column = columns.fields[field];
    plan.push({ part: partNumber[field], on: 'codes', field, ok: keptCodes(columns, field, column, choice) });
  }
  const { firstDay } = columns;
  const days = ({ from, to }: { from: string; to: string }) => ({
    low: dayNumber(from) - firstDay,
    high: dayNumber(to) - firstDay,
  });
  if (filters.from || filters.to) {
    const on = filters.match === 'certain' ? 'within' : 'touches';
    plan.push({ part: partNumber.dates, on, ...days(dateSpan(filters)) });
  }
  const starts = filters.starts ? startsSpan(filters.starts) : null;
  if (starts) plan.push({ part: partNumber.starts, on: 'begins', ...days(starts) });
  if (textRows) plan.push({ part: partNumber.q, on: 'rows', ok: textRows });
  return plan;
}

/** For each code of a column whether a choice keeps it. */
function keptCodes(columns: Columns, field: ChoiceKey, column: Column, { any, not }: Choice): Uint8Array {
  const isAmong = field === 'place' || field === 'destination' ? placeTest(columns, field) : wordTest;
  const wanted = any.length > 0 ? isAmong(column, any) : null;
  const unwanted = not.length > 0 ? isAmong(column, not) : null;
  const { sets } = column;
  const has = (words: Uint8Array, set: number) => {
    if (!sets) return words[set] === 1;
    for (let at = sets.starts[set] as number; at < (sets.starts[set + 1] as number); at++)
      if (words[sets.members[at] as number] === 1) return true;
    return false;
  };
  const ok = new Uint8Array(codesOf(column));
  for (let code = 0; code < ok.length; code++)
    ok[code] = (!wanted || has(wanted, code)) && !(unwanted && has(unwanted, code)) ? 1 : 0;
  return ok;
}

/** How many codes a column has: one a word, or one a set of words. */
export const codesOf = ({ words, sets }: Column): number => (sets ? sets.starts.length - 1 : words.length);

/** For each word whether it is one of the values. */
function wordTest({ words }: Column, values: readonly string[]): Uint8Array {
  const wanted = new Set(values);
  return Uint8Array.from(words, (word) => (wanted.has(word) ? 1 : 0));
}

/**
 * Places: a value stands for what lies at or below it, with `@` for that place alone. `unknown` stands for rows
 * without a destination, or whose place is no more than a stand-in.
 */
const placeTest =
  ({ paths, placeUnknown }: Columns, field: 'place' | 'destination') =>
  ({ words }: Column, values: readonly string[]): Uint8Array => {
    const alone = new Set(values.flatMap((value) => (value.startsWith('@') ? [value.slice(1)] : [])));
    const below = new Set(values.filter((value) => !value.startsWith('@') && value !== unknown));
    const withUnknown = values.includes(unknown);
    const lines = [...below].map((id) => `/${id}/`);
    const liesBelow = (path: string) => lines.some((line) => `/${path}`.includes(line));
    const isUnknown = (word: string, code: number) =>
      field === 'place' ? placeUnknown[code] === 1 : word === unknown;
    return Uint8Array.from(words, (word, code) =>
      alone.has(word) || (withUnknown && isUnknown(word, code)) || liesBelow(paths.get(word) ?? '') ? 1 : 0,
    );
  };
