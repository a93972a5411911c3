import type { Locale } from '../locale';
import { filterBarEn } from './filter-bar-en';
import { filterBarZh } from './filter-bar-zh';

/** The words of the filter bar by language. */
export const filterBarMessages: Record<Locale, typeof filterBarEn> = { en: filterBarEn, zh: filterBarZh };
