import type { Candidate, Span } from './kinds';
import { surnameLength, surnameLengthBefore } from './surnames';
import {
  isAmbiguousSurname,
  isBeginOfPerson,
  isEndOfWords,
  isHan,
  isNameOfThing,
  isNeverInName,
  isOtherWord,
  isPlaceEnding,
  mayFollowName,
} from './words-zh';

const cue = /名叫|姓[ \u3000]{0,3}名|联系人|当事人|化名|真名|本名|叫|姓|某/g;
const joint = /\s{0,3}(?:(?:[:：]|是|为)\s{0,3})?["“「『]?/y;
const twoParts = /[\u4e00-\u9fff]{2,8}[·•・‧][\u4e00-\u9fff]{2,8}/y;
const behindTwoParts = /[的是在被说称因等男女，].*$/;
const notBeforeJiao = /[呼喊大尖惨吼号哭嚎鸣惊狂乱鸟狗喝嘶直不]/;
const notBeforeXing = /[百老同异贵免复单隐埋改冠随本族家外赐]/;

/** Likely Chinese names in a folded text, after a word that announces one (名叫, 姓名, 联系人), and 姓李 and 李某. */
export function findNamesZh(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: word, index } of text.matchAll(cue)) {
    const span = word === '某' ? aroundMou(text, index) : afterCue(text, word, index);
    if (span) found.push({ kind: 'name', ...span, certainty: 'maybe' });
  }
  return found;
}

function afterCue(text: string, word: string, index: number): Span | null {
  const after = index + word.length;
  const before = text.charAt(index - 1);
  if (word === '姓')
    return surnameBefore(text, index) ?? (notBeforeXing.test(before) ? null : surnameAlone(text, after));
  if (word === '叫' && notBeforeJiao.test(before)) return null;
  joint.lastIndex = after;
  const joined = word === '叫' ? '' : (joint.exec(text)?.[0] ?? '');
  const start = after + joined.length;
  const pointed = /[:：]/.test(joined);
  const expected = pointed || word === '名叫';
  const long = expected ? nameOfTwoParts(text, start) : 0;
  if (long > 0) return { start, end: start + long };
  const end = endOfName(text, start, expected);
  return end === null ? null : { start, end };
}

/** Length of a name in two parts, as Uyghur and Tibetan ones are written (买买提·吐尔逊); 0 = none. */
function nameOfTwoParts(text: string, start: number): number {
  twoParts.lastIndex = start;
  const name = twoParts.exec(text)?.[0].replace(behindTwoParts, '') ?? '';
  return /[·•・‧].{2}/.test(name) && !isPlaceEnding(name.slice(-1)) ? name.length : 0;
}

/** 姓李: the surname, but for 姓名 and 姓氏. What 某 follows is found by that. */
function surnameAlone(text: string, start: number): Span | null {
  const length = surnameLength(text, start);
  const next = text.charAt(start + length);
  return length === 0 || next === '某' ? null : { start, end: start + length };
}

/** 李姓男子: the surname, where a word for a person follows. */
function surnameBefore(text: string, at: number): Span | null {
  const length = surnameLengthBefore(text, at);
  return length > 0 && isBeginOfPerson(text.charAt(at + 1)) ? { start: at - length, end: at } : null;
}

/**
 * The end of a surname with a given name of one or two characters. Without spaces nothing says where a name ends:
 * what comes after it has to look like the beginning of another word. Where a name is `expected`, three characters
 * are taken if it does not. Null = no name.
 */
function endOfName(text: string, start: number, expected: boolean): number | null {
  const length = surnameLength(text, start);
  if (length === 0 || isOtherWord(text, start)) return null;
  if (!expected && length === 1 && isAmbiguousSurname(text.charAt(start))) return null;
  for (const given of [1, 2]) {
    const end = start + length + given;
    const [last, next] = [text.charAt(end - 1), text.charAt(end)];
    if (!isHan(last) || isNeverInName(last)) return null;
    if (isPlaceEnding(last) || isPlaceEnding(next)) return null;
    if (next === '的' && isNameOfThing(text.slice(end, end + 12))) return null;
    if (mayFollowName(next)) return endsLater(text, end, given) ? end + 1 : end;
    if (given === 2 && expected) return isPlaceEnding(wordAt(text, start).slice(-1)) ? null : end;
  }
  return null;
}

/** The characters from a place on that may be one name: 马边彝族自治县 of 马边彝族自治县的. */
function wordAt(text: string, start: number): string {
  let end = start;
  while (end < start + 16 && isHan(text.charAt(end)) && !isNeverInName(text.charAt(end))) end += 1;
  return text.slice(start, end);
}

/** Whether a name of one given character has a second one after all, which only looks like the next word: 王小明。 */
function endsLater(text: string, end: number, given: number): boolean {
  const [next, further] = [text.charAt(end), text.charAt(end + 1)];
  return given === 1 && isHan(next) && !isNeverInName(next) && !isHan(further);
}

/** 李某, 李某某 and 李某平: a surname, and 某 for all or a part of the given name. */
function aroundMou(text: string, at: number): Span | null {
  const length = surnameLengthBefore(text, at);
  if (length === 0) return null;
  const start = at - length;
  const next = text.charAt(at + 1);
  if (next === '某') return { start, end: at + 2 };
  if (length === 1 && isEndOfWords(text.charAt(start)))
    return isClearEnd(next) ? { start, end: at + 1 } : null;
  const further = text.charAt(at + 2);
  const isGiven = isHan(next) && !mayFollowName(next) && mayFollowName(further) && !isPlaceEnding(next);
  return { start, end: at + (isGiven ? 2 : 1) };
}

const isClearEnd = (next: string) => !isHan(next) || '的在是被因称说与和等将告'.includes(next);
