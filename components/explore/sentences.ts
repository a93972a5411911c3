import type { Locale } from '@/lib/i18n/locale';

/** Sentences one after the other; Chinese has no blanks between them. */
export function sentences(list: readonly string[], locale: Locale): string {
  return list.filter((one) => one !== '').join(locale === 'zh' ? '' : ' ');
}
