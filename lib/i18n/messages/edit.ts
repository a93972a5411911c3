import type { Locale } from '../locale';
import { editEn } from './edit-en';
import { editZh } from './edit-zh';

/** The words of making and changing an incident, and of the steps of the work on it. */
export const editMessages: Record<Locale, typeof editEn> = { en: editEn, zh: editZh };
