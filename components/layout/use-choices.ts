'use client';

import { useRouter } from 'next/navigation';
import type { Locale } from '@/lib/i18n/locale';
import { choiceCookie, type Theme } from '@/lib/i18n/theme';

/** Sets theme and language: kept in cookies that the server reads, and the page is shown again. */
export function useChoices(): {
  chooseTheme: (theme: Theme) => void;
  chooseLanguage: (locale: Locale) => void;
} {
  const router = useRouter();
  return {
    chooseTheme(theme) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
      document.cookie = choiceCookie('theme', theme);
      if (theme === 'system') document.documentElement.removeAttribute('data-theme');
      else document.documentElement.setAttribute('data-theme', theme);
      router.refresh();
    },
    chooseLanguage(locale) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
      document.cookie = choiceCookie('lang', locale);
      router.refresh();
    },
  };
}
