import type { Locale } from '../locale';
import { actsEn } from './acts-en';
import { actsZh } from './acts-zh';

/** The words of changing many records at once, and of the list of such acts. */
export const actsMessages: Record<Locale, typeof actsEn> = { en: actsEn, zh: actsZh };
