import { type ComponentType, createContext, useContext } from 'react';
import type { DirectiveName } from '@/lib/directives/types';
import type { FormValue, FormValues, RecordForm } from '@/lib/edit/form';
import type { Gaps } from '@/lib/edit/gaps';
import type { Locale } from '@/lib/i18n/locale';
import type { editMessages } from '@/lib/i18n/messages/edit';
import type { RecordWords } from '@/lib/i18n/messages/edit-records';
import type { SourceName } from '@/lib/sources/types';

/** What can be chosen from in the form. */
export type Choices = {
  sources: SourceName[];
  directives: DirectiveName[];
  datasets: { slug: string; title: string }[];
};

/** Changes one field; what follows from it changes too. */
export type SetField = (key: string, value: FormValue) => void;

/** What a control of a field is given. */
export type ControlProps = { path: string; label: string; hint: string; remark: string | undefined };

/** What stands against saving, whatever it is, with the ways on from it. */
export type DoubtProps = { doubt: { kind: string }; onSave: (passes: object) => void; onBack: () => void };

/** The form of a kind of record, with what its dictionary says too little of. */
export type RecordParts = {
  form: RecordForm;
  controls: Record<string, ComponentType<ControlProps>>;
  /** Values of such fields as somebody reads them, line by line. */
  lines: Record<string, (value: unknown, shared: EditorShared) => string[]>;
  /** Shows a doubt that only this kind of record knows. */
  Doubt?: ComponentType<DoubtProps>;
};

export type EditorShared = Choices & {
  parts: RecordParts;
  locale: Locale;
  words: (typeof editMessages)['en'];
  /** The words of this kind of record. */
  own: RecordWords;
  values: FormValues;
  set: SetField;
  /** Writes a text at a path such as `claims.1.note`. */
  setText: (path: string, text: string) => void;
  /** The first day is done with: it moves to the beginning of its period. */
  endSpan: () => void;
  problemOf: (path: string) => string | undefined;
  gaps: Gaps;
  /** Names of places by id, and how to learn one. */
  places: Record<string, string>;
  namePlace: (id: string, name: string) => void;
  dataset: string;
  /** Whether who types may change what only editors change. */
  edits: boolean;
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
