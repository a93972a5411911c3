'use client';

import { useEffect } from 'react';

/**
 * Fetches the rules for Chinese letters after the first paint: they name some 200 files, of which a browser
 * loads only those whose letters stand on the page. Until then the device's own letters are shown.
 */
export function ChineseLetters() {
  useEffect(() => {
    void import('./chinese-letters.css');
  }, []);
  return null;
}
