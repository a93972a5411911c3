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

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number with exactly `digits` decimals, with the separators of the language. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  const key = `${locale}:${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeTag[locale], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    numberFormats.set(key, format);
  }
  return format.format(value);
}
