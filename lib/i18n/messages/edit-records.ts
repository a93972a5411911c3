import type { Locale } from '../locale';
import { editRecordsEn } from './edit-records-en';
import { editRecordsZh } from './edit-records-zh';

/** Kinds of records that are edited in a form. */
export type EditKind = 'incident' | 'directive' | 'source' | 'figure';

/** The words that the form of one kind of record has for itself. */
export type RecordWords = {
  /** What there is a form for: “Incident”. */
  form: string;
  newTitle: string;
  newSubtitle: string;
  editTitle: string;
  sections: Record<string, string>;
  /** Labels that differ from those of the dictionary. */
  labels: Record<string, string>;
};

export const editRecordMessages: Record<Locale, Record<EditKind, RecordWords>> = {
  en: editRecordsEn,
  zh: editRecordsZh,
};
