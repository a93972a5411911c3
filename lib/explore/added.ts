import {
  type ChoiceKey,
  choiceKeys,
  filterEntries,
  filterParams,
  noFilters,
} from '@/lib/incidents/selection';
import { choice, parseChoice, readQuery, writeQuery } from '@/lib/url/params';
import { viewParams } from './view';

/** What is put into a filter: one value of a field, which is then kept and no longer left out, or the words of the search. */
export type Added = { key: ChoiceKey; value: string } | { q: string };

/** What belongs to the answer before. */
const ofAnswer = new Set(['page', 'record']);

/**
 * The query string of an address with something put into its filter; all else that it says of filter and view stays as
 * it is written, known or not. `?` included. Pure.
 */
export function withAdded(search: string, added: Added): string {
  const read = readQuery(new URLSearchParams(search));
  const given = (name: string) => read.get(name)?.[0] ?? null;
  const entry = (name: string): [string, string | null] => {
    if ('q' in added) return [name, name === 'q' ? added.q : given(name)];
    return [name, name === added.key ? withValue(added, given(name) ?? '') : given(name)];
  };
  return writeQuery([
    ...filterParams.map(entry),
    ...viewParams.filter((name) => !ofAnswer.has(name)).map(entry),
  ]);
}

function withValue({ key, value }: { key: ChoiceKey; value: string }, text: string): string | null {
  const {
    choice: { any, not },
  } = parseChoice(key, text, () => true);
  const kept = choice(
    [...any, value],
    not.filter((one) => one !== value),
  );
  return filterEntries({ ...noFilters, [key]: kept }).find(([name]) => name === key)?.[1] ?? null;
}

/** Whether an address names a filter. Pure. */
export function namesFilter(search: string): boolean {
  const read = readQuery(new URLSearchParams(search));
  return [...choiceKeys, 'from', 'to', 'starts', 'q'].some((name) => (read.get(name)?.[0] ?? '') !== '');
}
