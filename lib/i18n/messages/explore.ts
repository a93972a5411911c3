import type { Locale } from '@/lib/i18n/locale';
import { exploreEn } from './explore-en';
import { exploreZh } from './explore-zh';

/** The words of the Explore page by language. */
export const exploreMessages: Record<Locale, typeof exploreEn> = { en: exploreEn, zh: exploreZh };
