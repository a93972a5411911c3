import type { Locale } from '../locale';
import { importsEn } from './imports-en';
import { importsZh } from './imports-zh';

/** The words of importing files. */
export const importMessages: Record<Locale, typeof importsEn> = { en: importsEn, zh: importsZh };
