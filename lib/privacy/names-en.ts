import type { Candidate, Span } from './kinds';
import { isSurnameReading, surnameLength } from './surnames';
import { isPerson, isThing, notNameWords } from './words-en';

const cue =
  /(?<![\w-])(?:surnamed|named|called|by the name of|(?:whose|his|her|their|my|real|full) (?:sur|family |last |first |full |real )?name (?:is|was)|surname (?:is|was)|name[:：])|(?<=\w)['’]s (?:sur)?name (?:is|was)/gi;
const lead = /\s{1,3}["“‘']?(?:(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s)?/y;
const nameWord = /\p{Lu}(?:[\p{L}’'-]{1,24}|\.)(?![\p{L}\d_])/uy;
const more = /\s?,? (?:and|or) |, /y;
const mostWords = 4;
const mostNames = 6;

/** Likely names in a folded text after English words that announce one: named, surnamed, whose name is. */
export function findNamesEn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: words, index } of text.matchAll(cue)) {
    const said = words.toLowerCase();
    const start = index + words.length;
    const before = /([A-Za-z]+)[\s,"“]*$/.exec(text.slice(Math.max(0, index - 30), index))?.[1] ?? '';
    for (const span of namesAfter(text, start, said, before.toLowerCase()))
      found.push({ kind: 'name', ...span, certainty: 'maybe' });
  }
  return found;
}

/** The name after a cue, and those that are joined to it: `surnamed Li, Wang and Zhang`. */
function namesAfter(text: string, at: number, said: string, before: string): Span[] {
  const start = at + lengthAt(lead, text, at);
  if (start === at) return [];
  const han = surnameLength(text, start);
  if (han > 0) return chineseName(text, start, han, said === 'surnamed' ? 0 : 1);
  const first = readWords(text, start);
  if (!first || !isLikely(first.words, said, before)) return [];
  const names: Span[] = [first];
  for (let last = first.end; names.length < mostNames; ) {
    const next = readWords(text, last + lengthAt(more, text, last));
    if (!next || next.start === last || !isSurnameReading(next.words[0] ?? '')) break;
    if (next.words.some((word) => notNameWords.has(word.toLowerCase()))) break;
    names.push(next);
    last = next.end;
  }
  return names.map(({ start: from, end }) => ({ start: from, end }));
}

/** A name in Chinese characters within English words: `a man named 张伟`. */
function chineseName(text: string, start: number, surname: number, least: number): Span[] {
  const [rest = ''] = /^[\u4e00-\u9fff]*/.exec(text.slice(start + surname, start + surname + 3)) ?? [];
  return rest.length < least || rest.length > 2 ? [] : [{ start, end: start + surname + rest.length }];
}

function readWords(text: string, start: number): (Span & { words: string[] }) | null {
  const words: string[] = [];
  let end = start;
  for (let at = start; words.length < mostWords; at = end + 1) {
    const length = lengthAt(nameWord, text, at);
    if (length === 0) break;
    words.push(text.slice(at, at + length).replace(/['’]s$/, ''));
    end = at + (words.at(-1)?.length ?? 0);
    if (text.charAt(end) !== ' ') break;
  }
  return words.length > 0 ? { start, end, words } : null;
}

/** Whether words with capitals are the name of a person, by what announces them and the word before that. */
function isLikely(words: readonly string[], said: string, before: string): boolean {
  if (words.some((word) => notNameWords.has(word.toLowerCase()))) return false;
  const hasSurname = isSurnameReading(words[0] ?? '') || isSurnameReading(words.at(-1) ?? '');
  if (said.includes('surname')) return true;
  if (said.startsWith('name:') || said.startsWith('name：')) return hasSurname && words.length > 1;
  if (!/^(?:named|called|['’]s)/.test(said)) return true;
  if (isThing(before)) return false;
  if (isPerson(before) || said.includes('name is') || said.includes('name was')) return true;
  if (said === 'called') return hasSurname && words.length > 1;
  return hasSurname || words.length > 1;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
