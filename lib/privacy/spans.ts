import type { Span } from './kinds';

/** What may stand between the digits of one number: blanks, dots, middle dots and dashes. */
export const gapCharacters =
  ' \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000._·•・･‧∙⋅-‐‑‒–—―−';

const addresses = /(?:https?:\/\/|ftp:\/\/|www\.)[!-~]+/gi;
const uuids = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
const longWords = /\b\w{20,}/g;

const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const year = '(?:19|20)\\d\\d';
// A digit that follows makes a date the middle of a longer number.
const noDigitAfter = '(?!\\d|[-.·–—]\\d)';
const notNumbers = [
  new RegExp(`(?<!\\d)${year}([-./])${month}\\1${day}${noDigitAfter}`, 'g'),
  new RegExp(`(?<![\\d.-])${day}([-./])${month}\\1${year}${noDigitAfter}`, 'g'),
  new RegExp(`(?<![\\d.-])${year} ?[-–—~] ?${year}${noDigitAfter}`, 'g'),
  /\bv\d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?![\d.])/gi,
];

/** Web addresses in a text, in their order. */
export function addressSpans(text: string): Span[] {
  return spansOf(text, addresses);
}

/** Web addresses, UUIDs and hashes: whatever digits they hold are no number of a person. In their order. */
export function codeSpans(text: string): Span[] {
  return inOrder([
    ...addressSpans(text),
    ...spansOf(text, uuids),
    ...spansOf(text, longWords).filter(({ start, end }) => isHash(text.slice(start, end))),
  ]);
}

/** Dates, spans of years and versions. In their order. */
export function dateSpans(text: string): Span[] {
  return inOrder(notNumbers.flatMap((pattern) => spansOf(text, pattern)));
}

/** A function that tells whether a span meets one of some that are in order. It must be asked from left to right. */
export function meeting(spans: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    for (let span = spans[next]; span && span.end <= start; span = spans[next]) next += 1;
    const span = spans[next];
    return span !== undefined && span.start < end;
  };
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Spans by their start; those that overlap become one. */
function inOrder(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push(span);
  }
  return merged;
}

/** A long word that goes from letters to digits again and again. */
const isHash = (word: string) => (word.match(/[A-Za-z]\d/g)?.length ?? 0) >= 3;
