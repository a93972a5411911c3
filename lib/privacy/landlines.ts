import type { Chains, Group } from './chains';
import type { Candidate } from './kinds';

const areaWithZero = /^0(?:10|2\d|[3-9]\d\d)$/;
const area = /^(?:10|2\d|[3-9]\d\d)$/;
const countryBefore = /(?:\+\s?|(?<!\d)00)86[)）]?[\s.·—–-]{0,3}0?[(（]?0?$/;

/**
 * Numbers of fixed lines: a code of an area and a number of 7 or 8 digits, which something stands between.
 * Codes of three digits (010, 02x) have 8 digits after them. Digits without anything between are no such number.
 */
export function findLandlines(text: string, { groups, digits }: Chains): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, first] of groups.entries()) {
    const code = digitsOf(digits, first);
    const before = text.slice(Math.max(0, first.start - 12), first.start);
    const country = area.test(code) ? countryBefore.exec(before) : null;
    if (first.dated || !(country || areaWithZero.test(code))) continue;
    const end = endOfLocal(groups, digits, at + 1, code.replace(/^0/, '').length === 2 ? [8] : [7, 8]);
    if (end === null) continue;
    const bracket = /[(（]$/.test(before) && groups[at + 1]?.link === 'bracket';
    const start = first.start - (country ? country[0].length : bracket ? 1 : 0);
    const isPlain = /^[\s.·]*$/.test(text.slice(first.end, groups[at + 1]?.start));
    found.push({ kind: 'landline', start, end, certainty: isPlain && !country ? 'maybe' : 'sure' });
  }
  return found;
}

/** The end of a number without its code that begins with group `at`, in four groups or fewer; null = there is none. */
function endOfLocal(
  groups: readonly Group[],
  digits: string,
  at: number,
  lengths: readonly number[],
): number | null {
  let count = 0;
  for (const [index, group] of groups.slice(at, at + 4).entries()) {
    const isFirst = index === 0;
    if (group.dated || group.link === 'none' || (group.link === 'bracket' && !isFirst)) return null;
    const own = digitsOf(digits, group);
    if (!/^\d+$/.test(own) || (isFirst && own.startsWith('0'))) return null;
    count += own.length;
    if (lengths.includes(count)) return group.end;
    if (count > 8) return null;
  }
  return null;
}

const digitsOf = (digits: string, { offset, start, end }: Group) =>
  digits.slice(offset, offset + end - start);
