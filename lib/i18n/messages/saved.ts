import type { Locale } from '../locale';
import { savedEn } from './saved-en';
import { savedZh } from './saved-zh';

/** The words of saved views by language. */
export const savedMessages: Record<Locale, typeof savedEn> = { en: savedEn, zh: savedZh };
