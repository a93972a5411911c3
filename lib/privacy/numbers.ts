import { beginsRow, type Chains, isWhole, shapeOf, type Window } from './chains';
import { isBankCard, isOldResidentId, isRegion, isResidentId } from './checks';
import { startOfDocument } from './documents';
import type { Candidate, Certainty, FindingKind } from './kinds';

/** Digits of a number that is looked for, and the most groups that it may have within a longer row of digits. */
const fewestDigits = 7;
const mostDigits = 19;
const mostGroups = 5;

const usualShapes = ['11', '3-4-4', '3-8', '7-4', '3-3-5', '4-4-3', '4-3-4', '5-6', '13', '2-11', '2-3-4-4'];
const fours = /^4-4-4-4(-[123])?$/;
const moneyBefore = /(?:[¥￥$€£]|RMB|CNY|USD)\s?$/i;
const moneyAfter = /^\s?(?:元(?![旦宵])|万|亿|美元|人民币|块钱|yuan|RMB|CNY|USD|dollar)/i;
/** The address of a machine: four numbers up to 255. */
const machine = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
const countryBefore = /(?<!\d)(?:[(（](?:\+\s?)?(?:00)?86[)）]|(?:\+\s?)?(?:00)?86)[\s.·—–-]{0,3}$/;

/** Resident IDs, mobile numbers, bank cards and numbers of travel documents in a folded text. */
export function findNumbers(text: string, chains: Chains): Candidate[] {
  const { groups, digits } = chains;
  const found: Candidate[] = [];
  for (const [from, first] of groups.entries()) {
    let dated = false;
    // In the middle of a row of many groups only a resident ID is looked for, as its check is strong.
    const most = beginsRow(chains, from) || hasCentury(digits, first.offset) ? mostDigits : mostGroups;
    for (let to = from; to < groups.length && to - from < most; to += 1) {
      const last = groups[to];
      if (!last || (to > from && last.link !== 'gap')) break;
      const end = last.offset + last.end - last.start;
      const length = end - first.offset;
      if (length > mostDigits) break;
      dated ||= last.dated;
      if (length < fewestDigits) continue;
      if (length !== 18 && (dated || (to - from >= mostGroups && !isWhole(chains, from, to)))) continue;
      if (!mayBe(digits, first.offset, length)) continue;
      const judged = judge(text, chains, { from, to, digits: digits.slice(first.offset, end) }, dated);
      if (judged) found.push(judged);
    }
  }
  return found;
}

/** A first look at a number, which most do not pass: whether its length and first digits are those of any kind. */
function mayBe(digits: string, at: number, length: number): boolean {
  if (length === 7 || length === 8 || length === 15) return true;
  const first = digits.charAt(at);
  if (length === 11) return first === '1';
  if (length === 13) return first === '8';
  if (length < 16) return false;
  if (first >= '3' && first <= '6') return true;
  return length === 18 && hasCentury(digits, at);
}

/** Whether a number has the century of a year of birth where a resident ID has it: 19, 20 or 21. */
function hasCentury(digits: string, at: number): boolean {
  const [first, second] = [digits.charAt(at + 6), digits.charAt(at + 7)];
  return first === '1' ? second === '9' : first === '2' && (second === '0' || second === '1');
}

function judge(text: string, chains: Chains, window: Window, dated: boolean): Candidate | null {
  const { from, to, digits } = window;
  const [first, last] = [chains.groups[from], chains.groups[to]];
  if (!first || !last) return null;
  const { start } = first;
  const { end } = last;
  const found = (kind: FindingKind, certainty: Certainty, begin = start): Candidate => ({
    kind,
    start: begin,
    end,
    certainty,
  });
  if (digits.length === 18 && isResidentId(digits)) return found('resident-id', 'sure');
  if (dated || /\D$/.test(digits) || (to - from >= mostGroups && !isWhole(chains, from, to))) return null;
  if (digits.length <= 8) {
    const begin = startOfDocument(text, start, end, digits.length);
    return begin === null ? null : found('travel-document', 'sure', begin);
  }
  const isMobile = mobile.test(digits);
  // These have a weak check or none: what stands between the groups has to be the same throughout.
  const isOldId = isOldResidentId(digits) && gapsOf(text, chains, window) < 2;
  const isCard = isBankCard(digits) && (digits.startsWith('62') || gapsOf(text, chains, window) < 2);
  if (!isMobile && ((!isOldId && !isCard) || isRowOfPlaces(chains, window))) return null;
  if (isMoney(text, start, end) || machine.test(text.slice(start, end))) return null;
  const shape = shapeOf(chains, window);
  if (isMobile) {
    const isUsual = usualShapes.includes(shape);
    if (!isUsual && isInDotted(text, start, end)) return null;
    return found('mobile', isUsual ? 'sure' : 'maybe', startWithCountry(text, start));
  }
  if (isOldId) return found('resident-id', 'maybe');
  return found('bank-card', digits.startsWith('62') || fours.test(shape) ? 'sure' : 'maybe');
}

/** A mobile number of the mainland, with or without the code of the country. */
const mobile = /^(?:(?:00)?86)?1[3-9]\d{9}$/;

/** Where a mobile number begins once the code of the country before it is counted in. */
function startWithCountry(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 12), start);
  const country = countryBefore.exec(before) ?? /\+$/.exec(before);
  return start - (country?.[0].length ?? 0);
}

/** Whether a number is an amount of money by what stands before or after it. */
function isMoney(text: string, start: number, end: number): boolean {
  return (
    moneyBefore.test(text.slice(Math.max(0, start - 5), start)) || moneyAfter.test(text.slice(end, end + 8))
  );
}

/** Whether a number begins or ends within digits that dots join, such as the address of a machine. */
function isInDotted(text: string, start: number, end: number): boolean {
  return /\d\.$/.test(text.slice(Math.max(0, start - 2), start)) || /^\.\d/.test(text.slice(end, end + 2));
}

/** How many different things stand between the groups of a number. */
function gapsOf(text: string, { groups }: Chains, { from, to }: Window): number {
  const inside = groups.slice(from + 1, to + 1);
  return new Set(inside.map(({ start }, at) => text.slice(groups[from + at]?.end, start))).size;
}

/** Whether two of the groups look like codes of places of one province, which stand in a row. */
function isRowOfPlaces({ groups, digits }: Chains, { from, to }: Window): boolean {
  const provinces = groups.slice(from, to + 1).flatMap(({ start, end, offset }) => {
    const code = digits.slice(offset, offset + end - start);
    return [6, 9, 12].includes(code.length) && isRegion(code) ? [code.slice(0, 2)] : [];
  });
  return new Set(provinces).size < provinces.length;
}
