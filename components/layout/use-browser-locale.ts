'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { localeOf } from '@/lib/i18n/negotiate';

/** The language of the visitor by the rule of the server, for places that the server cannot tell. English at first. */
export function useBrowserLocale(): Locale {
  const [locale, setLocale] = useState<Locale>('en');
  useEffect(() => {
    const cookie = /(?:^|;\s*)lang=(\w+)/.exec(document.cookie)?.[1];
    setLocale(localeOf(cookie, navigator.languages.join(',')));
  }, []);
  return locale;
}
