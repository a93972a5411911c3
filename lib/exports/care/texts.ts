import { mayHoldNumbers } from '@/lib/privacy/glance';
import { withoutNumbers } from '@/lib/privacy/redacted';

/** What a free text of a row may be: a text, several, or texts by name. */
type FreeText = string | readonly string[] | Record<string, unknown> | null | undefined;

/** A free text without numbers and addresses of persons, and how many texts they were taken out of. */
type Cleared = { value: FreeText; texts: number };

/**
 * What has to be changed in a row so that its free texts hold no numbers and addresses of persons: the cleared texts by
 * their key, and how many texts they are. Null = nothing. Pure.
 */
export function clearedTexts(
  row: object,
  keys: readonly string[],
): { values: Record<string, FreeText>; texts: number } | null {
  const given = row as Record<string, FreeText>;
  let found: { values: Record<string, FreeText>; texts: number } | null = null;
  for (const key of keys) {
    const value = given[key];
    if (!value || (typeof value === 'string' && !mayHoldNumbers(value))) continue;
    const cleared = clear(value);
    if (cleared.texts === 0) continue;
    found ??= { values: {}, texts: 0 };
    found.values[key] = cleared.value;
    found.texts += cleared.texts;
  }
  return found;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function clear(value: NonNullable<FreeText>): Cleared {
  if (typeof value === 'string') {
    const left = withoutNumbers(value);
    return { value: left, texts: left === value ? 0 : 1 };
  }
  return Array.isArray(value) ? clearList(value) : clearNamed(value as Record<string, unknown>);
}

function clearList(list: readonly string[]): Cleared {
  const left = list.map(withoutNumbers);
  return { value: left, texts: left.filter((text, at) => text !== list[at]).length };
}

/** Texts by name. A name is a text as well: that of a column may be what stood in the first row of a file. */
function clearNamed(named: Record<string, unknown>): Cleared {
  const left = new Map<string, unknown>();
  let texts = 0;
  for (const [name, value] of Object.entries(named)) {
    const [given, text] = [textOf(value), withoutNumbers(textOf(value))];
    const cleared = withoutNumbers(name);
    texts += (text === given ? 0 : 1) + (cleared === name ? 0 : 1);
    left.set(unused(cleared, left), text === given ? value : text);
  }
  return { value: Object.fromEntries(left), texts };
}

/** A name, with a number behind it where another text has it already. */
function unused(name: string, taken: ReadonlyMap<string, unknown>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(tried)) return tried;
  }
}
