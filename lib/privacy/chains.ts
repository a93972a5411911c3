import { codeSpans, dateSpans, gapCharacters, meeting } from './spans';

const gaps = new Set(gapCharacters);
const longestGap = 4;

/** How a group of digits hangs on the one before: not at all, by blanks and dashes, or by a closing bracket. */
export type Link = 'none' | 'gap' | 'bracket';

/** A group of digits without anything between them; `X` is one too, as the end of a resident ID. */
export type Group = {
  start: number;
  end: number;
  /** Where its digits begin in `Chains.digits`. */
  offset: number;
  link: Link;
  /** Part of a date, a span of years or a version. */
  dated: boolean;
};

/** The groups of digits of a text in their order; `digits` holds those of all of them, one after the other. */
export type Chains = { groups: readonly Group[]; digits: string };

/** Takes the digits out of a folded text. Digits of web addresses, UUIDs and hashes are left out. */
export function readChains(text: string): Chains {
  const groups: Group[] = [];
  const pieces: string[] = [];
  const isCode = meeting(codeSpans(text));
  const isDate = meeting(dateSpans(text));
  let offset = 0;
  let before: Group | null = null;
  for (const { 0: found, index: start } of text.matchAll(/\d+|[Xx](?![0-9A-Za-z])/g)) {
    const end = start + found.length;
    if (isCode({ start, end })) {
      before = null;
      continue;
    }
    const link = before ? linkOf(text, before.end, start) : 'none';
    const isX = found === 'X' || found === 'x';
    if (isX && link !== 'gap') continue;
    const group: Group = { start, end, offset, link, dated: isDate({ start, end }) };
    groups.push(group);
    pieces.push(found);
    offset += found.length;
    before = isX ? null : group;
  }
  return { groups, digits: pieces.join('') };
}

function linkOf(text: string, end: number, start: number): Link {
  if (start - end > longestGap) return 'none';
  const isBracket = text.charAt(end) === ')' || text.charAt(end) === '）';
  for (let at = isBracket ? end + 1 : end; at < start; at += 1) if (!isGap(text.charAt(at))) return 'none';
  return isBracket ? 'bracket' : 'gap';
}

/** Whether a character may stand between the digits of one number. */
export const isGap = (character: string): boolean => gaps.has(character);

/** The groups `from` to `to` (both included), as one number. */
export type Window = { from: number; to: number; digits: string };

/** Whether no group hangs together with group `from` from before. */
export function beginsRow({ groups }: Chains, from: number): boolean {
  const before = groups[from - 1];
  return before === undefined || before.dated || groups[from]?.link !== 'gap';
}

/** Whether the groups `from` to `to` hang together with no other group on either side. */
export function isWhole(chains: Chains, from: number, to: number): boolean {
  const after = chains.groups[to + 1];
  return beginsRow(chains, from) && (after === undefined || after.dated || after.link !== 'gap');
}

/** The lengths of the groups of a window, such as `3-4-4`. */
export function shapeOf({ groups }: Chains, { from, to }: { from: number; to: number }): string {
  return groups
    .slice(from, to + 1)
    .map(({ start, end }) => end - start)
    .join('-');
}
