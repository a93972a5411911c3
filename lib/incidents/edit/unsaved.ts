import { emptyForm, type FormValues } from './form';
import type { OpenIncident } from './types';

/** What somebody typed and did not save, as the browser keeps it. */
export type Unsaved = {
  /** Moment in ISO 8601. */
  at: string;
  values: FormValues;
  /** The version that it began with; null = a record that is new. */
  opened: OpenIncident | null;
  dataset: string;
  reason: string;
  /** Names of the places that it names, by id. */
  places: Record<string, string>;
};

type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'daybook-unsaved';

/** Begin of the names under which the texts of an account about one record are kept. */
const begin = (account: string, ref: string | null) => `${prefix}:${account}:${ref ?? 'new'}:`;

/** Keeps a text; a store that is full or closed keeps nothing. */
export function keepUnsaved(store: Store, account: string, unsaved: Unsaved): void {
  const { opened } = unsaved;
  try {
    store.setItem(
      `${begin(account, opened?.ref ?? null)}${opened?.version ?? 0}`,
      JSON.stringify({ shape: shapeOf(emptyForm()), ...unsaved }),
    );
  } catch {
    // The text is still on the page.
  }
}

/** The newest text of an account about a record, whatever its version; null = none that can be read. */
export function findUnsaved(store: Store, account: string, ref: string | null): Unsaved | null {
  const found = namesOf(store, begin(account, ref)).flatMap((name) => read(store.getItem(name)) ?? []);
  return found.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

/** Throws every text of an account about a record away. */
export function dropUnsaved(store: Store, account: string, ref: string | null): void {
  for (const name of namesOf(store, begin(account, ref))) store.removeItem(name);
}

function namesOf(store: Store, start: string): string[] {
  const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  return names.filter((name) => name.startsWith(start));
}

/** The fields of a form: a text that was kept by another release may lack some, and is not taken. */
const shapeOf = (values: FormValues) => Object.keys(values).sort().join();

function read(text: string | null): Unsaved | null {
  try {
    const { shape, ...unsaved } = JSON.parse(text ?? '') as Unsaved & { shape: string };
    return shape === shapeOf(emptyForm()) && shapeOf(unsaved.values) === shape ? unsaved : null;
  } catch {
    return null;
  }
}
