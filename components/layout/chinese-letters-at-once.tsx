'use client';

import './chinese-letters.css';

/** Draws nothing: its style sheet is what counts. */
export function ChineseLettersAtOnce() {
  return null;
}
