import type { Locale, Localised } from './locale';

/** Marks as each language sets them, with the blank that follows. */
export const colon: Localised = { en: ': ', zh: '：' };
export const comma: Localised = { en: ', ', zh: '，' };
export const semicolon: Localised = { en: '; ', zh: '；' };
export const fullStop: Localised = { en: '. ', zh: '。' };

/** A remark behind a word, in the brackets of the language. */
export const inBrackets = (text: string, locale: Locale): string =>
  locale === 'zh' ? `（${text}）` : ` (${text})`;
