'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import type { Locale } from '@/lib/i18n/locale';

const AtOnce = dynamic(() =>
  import('./chinese-letters-at-once').then((module) => module.ChineseLettersAtOnce),
);

/**
 * The rules for Chinese letters: they name some 200 files, of which a browser loads only those whose letters
 * stand on the page. In Chinese they come with the page; else after the first paint, and the few Chinese words
 * of the page are shown in the device's own letters until then.
 */
export function ChineseLetters({ locale }: { locale: Locale }) {
  return locale === 'zh' ? <AtOnce /> : <Later />;
}

function Later() {
  useEffect(() => {
    void import('./chinese-letters-at-once');
  }, []);
  return null;
}
