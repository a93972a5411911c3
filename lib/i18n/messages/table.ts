import type { Locale } from '../locale';
import { tableEn } from './table-en';
import { tableZh } from './table-zh';

/** The words of the table of records in each language. */
export const tableMessages: Record<Locale, typeof tableEn> = { en: tableEn, zh: tableZh };
