import type { Locale } from '@/lib/i18n/locale';
import { exportsEn } from './exports-en';
import { exportsZh } from './exports-zh';

/** The words of exports by language. */
export const exportMessages: Record<Locale, typeof exportsEn> = { en: exportsEn, zh: exportsZh };
