import type { Locale } from '../locale';
import { compareEn } from './compare-en';
import { compareZh } from './compare-zh';

/** The words of a comparison by language. */
export const compareMessages: Record<Locale, typeof compareEn> = { en: compareEn, zh: compareZh };
