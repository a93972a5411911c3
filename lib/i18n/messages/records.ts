import type { Locale } from '@/lib/i18n/locale';
import { withoutTurns } from '@/lib/i18n/turns';
import { en, type RecordMessages } from './records-en';
import { zh } from './records-zh';

export const recordMessages: Record<Locale, RecordMessages> = { en, zh };

/**
 * A text that has a Chinese form or not: the Chinese when it is asked for and there, else the English. Signs that would
 * turn letters around are shown as what they are.
 */
export function titleIn(locale: Locale, english: string, chinese: string | null): string {
  return withoutTurns(locale === 'zh' && chinese ? chinese : english);
}

/** The language that `titleIn` has chosen, for `lang` attributes; undefined = that of the page. */
export function titleLang(locale: Locale, chinese: string | null): string | undefined {
  return locale === 'zh' && !chinese ? 'en' : undefined;
}
