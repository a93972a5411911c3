import { createContext, useContext } from 'react';
import type { DirectiveName } from '@/lib/directives/types';
import type { Locale } from '@/lib/i18n/locale';
import type { editMessages } from '@/lib/i18n/messages/edit';
import type { FormValues } from '@/lib/incidents/edit/form';
import type { Gap } from '@/lib/incidents/edit/gaps';
import type { SourceName } from '@/lib/sources/types';

/** What can be chosen from in the form. */
export type Choices = { sources: SourceName[]; directives: DirectiveName[] };

/** Changes one field; what follows from it changes too. */
export type SetField = <Key extends keyof FormValues>(key: Key, value: FormValues[Key]) => void;

type EditorShared = Choices & {
  locale: Locale;
  words: (typeof editMessages)['en'];
  values: FormValues;
  set: SetField;
  /** Writes a text at a path such as `claims.1.note`. */
  setText: (path: string, text: string) => void;
  /** The first day is done with: it moves to the beginning of its period. */
  endSpan: () => void;
  problemOf: (path: string) => string | undefined;
  gaps: { missing: Gap[]; stray: number[] };
  /** Names of places by id, and how to learn one. */
  places: Record<string, string>;
  namePlace: (id: string, name: string) => void;
  dataset: string;
};

export const EditorContext = createContext<EditorShared | null>(null);

/** What all controls of the form share. */
export function useShared(): EditorShared {
  const shared = useContext(EditorContext);
  if (!shared) throw new Error('A control of the form stands outside of it.');
  return shared;
}

/** The id of the control of a field, by its path. */
export const fieldId = (path: string) => `field-${path.replaceAll('.', '-')}`;
