import type { FormValues } from './form';
import type { Opened } from './types';

/** What somebody typed and did not save, as the browser keeps it. */
export type Unsaved = {
  /** Moment in ISO 8601. */
  at: string;
  values: FormValues;
  /** The version that it began with; null = a record that is new. */
  opened: Opened | null;
  dataset: string;
  reason: string;
  /** Names of the places that it names, by id. */
  places: Record<string, string>;
};

/** Whose text about which record it is: account, kind, ref (null = new), and the fields that its form has. */
export type UnsavedKey = { account: string; kind: string; ref: string | null; fields: readonly string[] };

type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'daybook-unsaved';

/** Begin of the names under which the texts of an account about one record are kept. */
const begin = ({ account, kind, ref }: UnsavedKey) => `${prefix}:${account}:${kind}:${ref ?? 'new'}:`;

/** Keeps a text; a store that is full or closed keeps nothing. */
export function keepUnsaved(store: Store, key: UnsavedKey, unsaved: Unsaved): void {
  const { opened } = unsaved;
  try {
    store.setItem(
      `${begin({ ...key, ref: opened?.ref ?? null })}${opened?.version ?? 0}`,
      JSON.stringify({ shape: shapeOf(key.fields), ...unsaved }),
    );
  } catch {
    // The text is still on the page.
  }
}

/** The newest text of an account about a record, whatever its version; null = none that can be read. */
export function findUnsaved(store: Store, key: UnsavedKey): Unsaved | null {
  const found = namesOf(store, begin(key)).flatMap((name) => read(store.getItem(name), key.fields) ?? []);
  return found.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

/** Throws every text of an account about a record away. */
export function dropUnsaved(store: Store, key: UnsavedKey): void {
  for (const name of namesOf(store, begin(key))) store.removeItem(name);
}

function namesOf(store: Store, start: string): string[] {
  const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  return names.filter((name) => name.startsWith(start));
}

/** The fields of a form: a text that was kept by another release may lack some, and is not taken. */
const shapeOf = (fields: readonly string[]) => [...fields].sort().join();

function read(text: string | null, fields: readonly string[]): Unsaved | null {
  try {
    const { shape, ...unsaved } = JSON.parse(text ?? '') as Unsaved & { shape: string };
    const expected = shapeOf(fields);
    return shape === expected && shapeOf(Object.keys(unsaved.values)) === expected ? unsaved : null;
  } catch {
    return null;
  }
}
