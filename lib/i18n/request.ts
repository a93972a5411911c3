import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { Locale } from './locale';
import { localeOf } from './negotiate';
import { type Theme, themes } from './theme';

/** The language of this request: cookie `lang`, else what the browser prefers, else English. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return localeOf(jar.get('lang')?.value, sent.get('accept-language'));
});

/** The theme of this request: cookie `theme`, else `system`. */
export const getTheme = cache(async (): Promise<Theme> => {
  const chosen = (await cookies()).get('theme')?.value;
  return themes.find((theme) => theme === chosen) ?? 'system';
});
