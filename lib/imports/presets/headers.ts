import type { Binding } from '../plan';
import type { TargetKey } from '../targets';

/** The form in which names of columns are compared: without outer spaces, without regard to case. */
export const nameKey = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/** The columns of a table, by names that may be spelled otherwise there. */
export type Headers = {
  /** The first of these names that the table has, as it is spelled there; null = it has none. */
  find: (...names: string[]) => string | null;
  /** All of these names that the table has, in the order asked for. */
  all: (...names: string[]) => string[];
  /** A column bound to a target, or nothing where the table lacks it. Of several names the first counts. */
  bind: (target: TargetKey, names: string | readonly string[], how?: How) => Binding[];
};

/** How a bound column is read; what is left out is as in the plan. */
type How = Partial<Pick<Binding, 'split' | 'crosswalk' | 'pick' | 'counts'>>;

export function columnsOf(headers: readonly string[]): Headers {
  const spelled = new Map<string, string>();
  for (const header of headers) if (!spelled.has(nameKey(header))) spelled.set(nameKey(header), header);
  const all = (...names: string[]) => [...new Set(names.flatMap((name) => spelled.get(nameKey(name)) ?? []))];
  const find = (...names: string[]) => all(...names)[0] ?? null;
  return {
    find,
    all,
    bind: (target, names, how = {}) => {
      const column = find(...(typeof names === 'string' ? [names] : names));
      return column === null ? [] : [bound(target, column, how)];
    },
  };
}

/** A column, as it is spelled in the table, bound to a target. */
export function bound(target: TargetKey, column: string, how: How = {}): Binding {
  return { target, column, split: null, crosswalk: null, pick: null, counts: null, ...how };
}

/** The fit of a table that has the columns that matter, though none of its others is known. */
const leastFit = 0.6;

/**
 * How well a table fits: 0 without one of the columns that matter (a list = one of these), else the more the more
 * of its columns are known, up to 1.
 */
export function fitOf(
  headers: readonly string[],
  { required, known }: { required: readonly (string | readonly string[])[]; known: readonly string[] },
): number {
  const { find } = columnsOf(headers);
  const complete = required.every((names) => find(...(typeof names === 'string' ? [names] : names)) !== null);
  return complete ? leastFit + (1 - leastFit) * knownShare(headers, known) : 0;
}

/** Share of the columns of a table that are known, from 0 to 1. */
export function knownShare(headers: readonly string[], known: readonly string[]): number {
  const names = new Set(known.map(nameKey));
  return headers.length === 0
    ? 0
    : headers.filter((header) => names.has(nameKey(header))).length / headers.length;
}
