import { isGap } from './chains';
import type { Candidate } from './kinds';
import { addressSpans, meeting } from './spans';

const head = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z]/g;
const longest = 20;

/**
 * Number plates of the mainland in a folded text: the character of a province, a letter, and 5 or 6 letters and
 * digits, of which three at the least are digits; or 4 and 学, 警, 港, 澳 or 挂.
 */
export function findPlates(text: string): Candidate[] {
  const found: Candidate[] = [];
  const inAddress = meeting(addressSpans(text));
  for (const { index: start } of text.matchAll(head)) {
    if (inAddress({ start, end: start + 2 })) continue;
    const rest = text.slice(start + 2, start + 2 + longest);
    const length = lengthOfSerial(rest);
    if (length !== null) found.push({ kind: 'plate', start, end: start + 2 + length, certainty: 'sure' });
  }
  return found;
}

/** How many characters of a text belong to the serial of a plate that it begins with; null = none. */
function lengthOfSerial(text: string): number | null {
  const begin = /^[\s.·•・-]{0,2}/.exec(text)?.[0].length ?? 0;
  const solid = /^(?:[0-9A-Za-z]{4}[学警港澳挂]|[0-9A-Za-z]{5,6}(?![0-9A-Za-z]))/.exec(
    text.slice(begin),
  )?.[0];
  if (solid) return isSerial(solid) ? begin + solid.length : null;
  return lengthWithGaps(text);
}

/** The same where single gaps stand between the characters. Five are taken, and a sixth that follows at once. */
function lengthWithGaps(text: string): number | null {
  let serial = '';
  let lastGap = -1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isGap(character)) {
      if (serial.length >= 5) return isSerial(serial) ? at : null;
      if (lastGap === at - 1 && at > 1) return null;
      lastGap = at;
    } else if (/[0-9A-Za-z]/.test(character)) {
      if (serial.length === 6) return null;
      serial += character;
    } else return serial.length >= 5 && isSerial(serial) ? at : null;
  }
  return serial.length >= 5 && isSerial(serial) ? text.length : null;
}

const isSerial = (serial: string) => (serial.match(/\d/g)?.length ?? 0) >= 3;
