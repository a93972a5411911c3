/** The parameters of an address, as Next gives them to a page or as `URLSearchParams`. */
export type Query = Record<string, string | string[] | undefined> | URLSearchParams;

/** Why a parameter, or one value of it, was not taken. */
export type IgnoredReason =
  | 'unknown-parameter'
  | 'unknown-value'
  | 'not-a-date'
  | 'reversed'
  | 'repeated'
  | 'too-long'
  | 'not-text'
  | 'not-a-page';

/** A value of the address that was not taken. */
export type Ignored = { param: string; value: string; reason: IgnoredReason };

/** Values of one field to keep and to leave out. Both sorted, without repeats. Empty `any` = all. */
export type Choice = { any: readonly string[]; not: readonly string[] };

export const noChoice: Choice = { any: [], not: [] };

/** Longest value of one parameter that is read, in characters. */
export const longestValue = 2_000;

/** The parameters by name. A name given twice keeps its values in order. */
export function readQuery(query: Query): Map<string, string[]> {
  const read = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    read.set(name, [...(read.get(name) ?? []), value]);
  };
  const given = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  for (const [name, value] of given)
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) add(name, one);
  return read;
}

/** The parameters as a browser writes them after the question mark. */
export function searchText(query: Query): string {
  return new URLSearchParams(
    [...readQuery(query)].flatMap(([name, values]) => values.map((value) => [name, value])),
  ).toString();
}

/** A query string from names and values in the order given; null and empty values are left out. `?` included, '' when nothing is left. */
export function writeQuery(entries: readonly (readonly [string, string | null])[]): string {
  let query = '';
  for (const [name, value] of entries)
    if (value) query += `${query === '' ? '?' : '&'}${name}=${encodeValue(value)}`;
  return query;
}

/** Percent-encodes a value but for the marks that make our addresses readable: `~ ! * . : @ ,` and blanks as `+`. */
function encodeValue(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replaceAll('%3A', ':')
    .replaceAll('%40', '@')
    .replaceAll('%2C', ',');
}

/** A choice from lists in any order. */
export function choice(any: Iterable<string>, not: Iterable<string> = []): Choice {
  const sorted = (values: Iterable<string>) => [...new Set(values)].sort();
  return { any: sorted(any), not: sorted(not) };
}

/** Whether nothing is chosen. */
export function isEmptyChoice({ any, not }: Choice): boolean {
  return any.length === 0 && not.length === 0;
}

/** A choice as the value of a parameter: `a~b~!c`; null = nothing chosen. Marks of ours inside a value are escaped. */
export function formatChoice({ any, not }: Choice): string | null {
  if (any.length === 0 && not.length === 0) return null;
  return [...any.map(escapeValue), ...not.map((value) => `!${escapeValue(value)}`)].join('~');
}

const escapeValue = (value: string) =>
  value.replace(/[%~!]/g, (mark) => encodeURIComponent(mark).replace('~', '%7E').replace('!', '%21'));
const unescapeValue = (text: string) => text.replace(/%(25|7E|21)/g, (code) => decodeURIComponent(code));

/** The choice in a value of a parameter; what `isKnown` refuses is reported and left out. */
export function parseChoice(
  param: string,
  text: string,
  isKnown: (value: string) => boolean,
): { choice: Choice; ignored: Ignored[] } {
  const any: string[] = [];
  const not: string[] = [];
  const ignored: Ignored[] = [];
  for (const part of text.split('~').filter((part) => part !== '')) {
    const isExcluded = part.startsWith('!');
    const value = unescapeValue(isExcluded ? part.slice(1) : part);
    if (!isKnown(value)) ignored.push({ param, value: part, reason: 'unknown-value' });
    else (isExcluded ? not : any).push(value);
  }
  return { choice: choice(any, not), ignored };
}

/**
 * The choice with one value switched on or off among those to keep; it is no longer left out, and when it is switched
 * on neither is anything `over` it, which would leave it out too.
 */
export function toggled({ any, not }: Choice, value: string, over: readonly string[] = []): Choice {
  const on = any.includes(value);
  return choice(
    on ? any.filter((one) => one !== value) : [...any, value],
    not.filter((one) => one !== value && (on || !over.includes(one))),
  );
}

/** The choice with one value switched on or off among those to leave out; it is no longer kept. */
export function excluded({ any, not }: Choice, value: string): Choice {
  return choice(
    any.filter((one) => one !== value),
    not.includes(value) ? not.filter((one) => one !== value) : [...not, value],
  );
}
