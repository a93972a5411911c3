import { choiceKeys, filterParams } from '@/lib/incidents/selection';
import { writeQuery } from '@/lib/url/params';
import { usualColumns } from './columns';
import { usualBreakdowns, viewParams } from './view';

/** Parameters that hold a list, joined by `~`, of which each entry is chosen by itself. */
const listParams = new Set<string>(choiceKeys);

/** The same, where the entries stand in an order that means something; each with what it is where it is not given. */
const orderedParams = new Map<string, readonly string[]>([
  ['bars', usualBreakdowns],
  ['cols', usualColumns],
]);

/** Parameters that hold a filter: a query string of their own, `all` for one that keeps everything. */
const filterTexts = new Set(['off']);

/**
 * An address made from one selection, as if it had been made from another: what it changes in `from` is changed
 * in `onto`, and the rest of `onto` stays. Of lists only the entries that it adds or takes away, so that two values
 * chosen quickly one after the other, the second before the first is answered, are both chosen. All are query
 * strings of Explore (`?` or not); parameters of others are left out of the result. Pure.
 */
export function rebased(query: string, from: string, onto: string): string {
  const merged = merge(...([query, from, onto].map(entriesOf) as [Entries, Entries, Entries]));
  return writeQuery([...filterParams, ...viewParams].map((name) => [name, merged.get(name) ?? null]));
}

type Entries = ReadonlyMap<string, string>;
type List = readonly string[];

const entriesOf = (query: string): Entries => new Map(new URLSearchParams(query === 'all' ? '' : query));

function merge(wanted: Entries, from: Entries, onto: Entries): Entries {
  const names = new Set([...wanted.keys(), ...onto.keys()]);
  const merged = new Map<string, string>();
  for (const name of names) {
    const [to, before, there] = [wanted.get(name), from.get(name), onto.get(name)];
    const value = to === before ? there : there === before ? to : mergeValue(name, to, before, there);
    if (value !== undefined && value !== '') merged.set(name, value);
  }
  return merged;
}

/** A parameter that both have changed. */
function mergeValue(
  name: string,
  to: string | undefined,
  before: string | undefined,
  there: string | undefined,
): string | undefined {
  if (listParams.has(name)) return mergeLists(to, before, there);
  const usual = orderedParams.get(name);
  if (usual) return mergeOrdered(usual, to, before, there);
  if (!filterTexts.has(name)) return to;
  const inside = merge(entriesOf(to ?? ''), entriesOf(before ?? ''), entriesOf(there ?? ''));
  return writeQuery(filterParams.map((one) => [one, inside.get(one) ?? null])).slice(1);
}

/**
 * What was added or taken away is so in the other's order too. An order alone goes before the other order, and what
 * joined or left the other's entries does so in it. A return to what is usual takes everything back.
 */
function mergeOrdered(
  usual: readonly string[],
  to: string | undefined,
  before: string | undefined,
  there: string | undefined,
): string | undefined {
  if (to === undefined) return undefined;
  const listOf = (text: string | undefined) => text?.split('~') ?? usual;
  const [wanted, was, now] = [to, before, there].map(listOf) as [List, List, List];
  const isNewOrder = wanted.length === was.length && wanted.every((entry) => was.includes(entry));
  const [entries, from, onto] = isNewOrder ? [wanted, was, now] : [now, was, wanted];
  const merged = [
    ...entries.filter((entry) => onto.includes(entry) || !from.includes(entry)),
    ...onto.filter((entry) => !from.includes(entry) && !entries.includes(entry)),
  ];
  return merged.join('~') === usual.join('~') ? undefined : merged.join('~');
}

function mergeLists(
  to: string | undefined,
  before: string | undefined,
  there: string | undefined,
): string | undefined {
  const [wanted, was, now] = [to, before, there].map((text) => new Set((text ?? '').split('~'))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const added = [...wanted].filter((entry) => !was.has(entry));
  const taken = new Set([...was].filter((entry) => !wanted.has(entry)));
  /** A value is kept or left out, never both: the later choice goes before. */
  for (const entry of added) taken.add(entry.startsWith('!') ? entry.slice(1) : `!${entry}`);
  const entries = [...new Set([...now, ...added])].filter((entry) => entry !== '' && !taken.has(entry));
  const [kept, leftOut] = [
    entries.filter((one) => !one.startsWith('!')),
    entries.filter((one) => one.startsWith('!')),
  ];
  return [...kept.sort(), ...leftOut.sort()].join('~');
}
