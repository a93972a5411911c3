/** What the app is called in every language. */
export const siteName = 'Daybook';

/** The languages of the interface. */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** A text in each language of the interface. */
export type Localised = Record<Locale, string>;

/** Whether a value names a language of the interface. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The tag of a language for `lang` attributes and `Intl`. */
export const localeTag = { en: 'en-GB', zh: 'zh-Hans-CN' } as const satisfies Localised;

/** Names one after another: "a, b", in Chinese "a、b". */
export function listed(names: readonly string[], locale: Locale): string {
  return names.join(locale === 'zh' ? '、' : ', ');
}

/** Parts of one statement one after another: "a, b", in Chinese "a，b". */
export function inLine(parts: readonly string[], locale: Locale): string {
  return parts.join(locale === 'zh' ? '，' : ', ');
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number with exactly `digits` decimals, with the separators of the language. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return numberFormat(locale, digits, digits).format(value);
}

/** A number with as many decimals as it has, `digits` at most: what a source states is not made to look more exact. */
export function formatExact(value: number, locale: Locale, digits: number): string {
  return numberFormat(locale, 0, digits).format(value);
}

function numberFormat(locale: Locale, least: number, most: number): Intl.NumberFormat {
  const key = `${locale}:${least}:${most}`;
  const kept = numberFormats.get(key);
  if (kept) return kept;
  const made = new Intl.NumberFormat(localeTag[locale], {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  numberFormats.set(key, made);
  return made;
}
