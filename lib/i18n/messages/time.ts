import type { Locale } from '../locale';
import { timeEn } from './time-en';
import { timeZh } from './time-zh';

/** The words of incidents over time in each language. */
export const timeMessages: Record<Locale, typeof timeEn> = { en: timeEn, zh: timeZh };
