import type { Span } from './kinds';
import { anyMark } from './marks';

/**
 * Stands where something was removed. No pattern goes across it: a wall makes no new finding out of what stands
 * on its two sides.
 */
export const wall = '\uFFFC';

/** A text as the detectors read it, and the way back to the text it was made from. */
export type Folded = { text: string; original: (span: Span) => Span };

const special = new RegExp(
  `${anyMark}|[^ -~\\n\\r\\t\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000\\u4e00-\\u9fff，。、；：！？“”‘’（）《》—…·${wall}]`,
  'gu',
);
const unseen = /[\p{Cc}\p{Cf}\p{M}]|\p{Default_Ignorable_Code_Point}/u;
const plain = /^[0-9A-Za-z@._+-]+$/;
const known = new Map<string, string>();

/**
 * Makes the many ways of writing a letter or a digit one: full-width and mathematical ones become ASCII (NFKC), a
 * circled or bracketed number stands between blanks, and characters that nobody sees are left out. Chinese
 * punctuation stays as it is; a mark of redaction becomes a wall.
 */
export function fold(text: string): Folded {
  const stretches: Stretch[] = [];
  const pieces: string[] = [];
  let at = 0;
  let done = 0;
  const add = (piece: string, from: number, length: number, same: boolean) => {
    if (piece === '') return;
    stretches.push({ at, from, length, same });
    pieces.push(piece);
    at += piece.length;
  };
  for (const { 0: found, index } of text.matchAll(special)) {
    const folded = found.startsWith('[') ? wall : foldCharacter(found);
    if (folded === found) continue;
    add(text.slice(done, index), done, index - done, true);
    add(folded, index, found.length, false);
    done = index + found.length;
  }
  if (done === 0) return { text, original: ({ start, end }) => ({ start, end }) };
  add(text.slice(done), done, text.length - done, true);
  return { text: pieces.join(''), original: (span) => wayBack(stretches, span) };
}

/** What stands from `at` was made from `length` characters from `from`; it is the `same`, or all of it stands for all. */
type Stretch = { at: number; from: number; length: number; same: boolean };

function wayBack(stretches: readonly Stretch[], { start, end }: Span): Span {
  const [first, last] = [stretchAt(stretches, start), stretchAt(stretches, end - 1)];
  return {
    start: first.from + (first.same ? start - first.at : 0),
    end: last.from + (last.same ? end - last.at : last.length),
  };
}

function stretchAt(stretches: readonly Stretch[], at: number): Stretch {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const stretch = stretches[low];
  if (!stretch) throw new RangeError('an empty text has no place');
  return stretch;
}

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = unseen.test(character) ? '' : compatible(character);
  if (known.size < 10_000) known.set(character, folded);
  return folded;
}

function compatible(character: string): string {
  const form = character.normalize('NFKC');
  // ① before a number is a sign of a list, and must not become its first digit.
  const number = /^\(?(\d+)[.)]?$/.exec(form);
  if (number && /\p{No}/u.test(character)) return ` ${number[1]} `;
  return plain.test(form) ? form : character;
}
