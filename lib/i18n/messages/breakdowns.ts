import type { Locale } from '../locale';
import { breakdownsEn } from './breakdowns-en';
import { breakdownsZh } from './breakdowns-zh';

/** The words of breakdowns and of the matrix in each language. */
export const breakdownMessages: Record<Locale, typeof breakdownsEn> = { en: breakdownsEn, zh: breakdownsZh };
