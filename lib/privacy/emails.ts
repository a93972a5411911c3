import type { Candidate } from './kinds';
import { addressSpans, meeting } from './spans';

const longestName = 64;

/**
 * E-mail addresses in a folded text. Within a web address only what follows `mailto:` is one: an `@` has other
 * uses there.
 */
export function findEmails(text: string): Candidate[] {
  const found: Candidate[] = [];
  const inAddress = meeting(addressSpans(text));
  let after = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = startOfName(text, at, Math.max(after, at - longestName));
    const domain = start < at ? domainOf(text, at + 1) : '';
    const isInAddress = inAddress({ start: at, end: at + 1 });
    if (domain === '') continue;
    if (isInAddress && !/mailto:$/i.test(text.slice(Math.max(0, start - 7), start))) continue;
    after = at + 1 + domain.length;
    found.push({ kind: 'e-mail', start, end: after, certainty: 'sure' });
  }
  return found;
}

/** Where the name before an `@` begins, `least` at the earliest. It begins with a letter or a digit. */
function startOfName(text: string, at: number, least: number): number {
  let start = at;
  for (let one = at - 1; one >= least; one -= 1) {
    const character = text.charAt(one);
    if (/[A-Za-z0-9]/.test(character)) start = one;
    else if (!'._%+-'.includes(character)) break;
  }
  return start;
}

const host = /[A-Za-z0-9.-]{0,253}/y;

/** The name of a host at a place of a text: labels with dots between, the last one of letters; '' = none. */
function domainOf(text: string, at: number): string {
  host.lastIndex = at;
  const labels = (host.exec(text)?.[0] ?? '').split('.');
  const empty = labels.findIndex((label) => !/^[A-Za-z0-9]/.test(label));
  const whole = empty < 0 ? labels : labels.slice(0, empty);
  for (let last = whole.length - 1; last > 0; last -= 1) {
    const top = /^[A-Za-z]{2,24}/.exec(whole[last] ?? '')?.[0];
    if (top) return [...whole.slice(0, last), top].join('.');
  }
  return '';
}
