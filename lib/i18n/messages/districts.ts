import type { Locale } from '../locale';
import { districtsEn } from './districts-en';
import { districtsZh } from './districts-zh';

/** The words of incidents by district in each language. */
export const districtMessages: Record<Locale, typeof districtsEn> = { en: districtsEn, zh: districtsZh };
