import type { Locale } from '@/lib/i18n/locale';

const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

const unknown = 'unknown browser';

const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/**
 * Kind of browser and system, from what a browser says of itself, e.g. `Firefox on Linux`: enough to know one's own
 * sessions apart, and nothing that tells one visitor from another. Pure.
 */
export function deviceWords(userAgent: string | null): string {
  const find = (list: readonly (readonly [string, string])[]) =>
    list.find(([sign]) => userAgent?.includes(sign))?.[1];
  const [browser, system] = [find(browsers), find(systems)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? unknown;
}

/** What `deviceWords` made, in a language. Pure. */
export function deviceIn(words: string, locale: Locale): string {
  if (locale === 'en') return words;
  return words === unknown ? '未知浏览器' : words.replace(/^(.+) on (.+)$/, '$1（$2）');
}
