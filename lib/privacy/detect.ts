import type { Locale } from '@/lib/i18n/locale';
import { findAccounts } from './accounts';
import { readChains } from './chains';
import { findEmails } from './emails';
import { fold, wall } from './fold';
import { type Candidate, type Certainty, type FindingKind, findingKinds, type Span } from './kinds';
import { findLandlines } from './landlines';
import { markOf } from './marks';
import { findNamesEn } from './names-en';
import { findNamesZh } from './names-zh';
import { findNumbers } from './numbers';
import { findPlates } from './plates';

/** Something in a text that is likely to be personal data; `start` and `end` are places in that text, as it was given. */
export type Finding = { kind: FindingKind; start: number; end: number; text: string; certainty: Certainty };

/** Taking one finding away can bring out another one; this is how often that is looked into. */
const mostRounds = 10;

/**
 * Likely personal data in a text, by their start; none overlap. Finds numbers that are written with full-width
 * digits, unseen characters, or blanks, dots and dashes between their digits. It is no proof: what it does not find
 * may be personal all the same, and what is `maybe` may be a common word.
 */
export function findPersonalData(text: string): Finding[] {
  let found: Finding[] = [];
  let left = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const { text: folded, original } = fold(left);
    const chosen = apart(
      strongest(candidatesIn(folded), folded.length).map((candidate): Finding => {
        const { kind, certainty } = candidate;
        return { kind, ...original(candidate), text: '', certainty };
      }),
    );
    if (chosen.length === 0) break;
    found = found.concat(chosen);
    left = replaceAll(left, chosen, ({ start, end }) => wall.repeat(end - start));
  }
  for (const one of found) one.text = text.slice(one.start, one.end);
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The text with a mark such as `[mobile number removed]` in the place of each finding. The findings must be of this
 * text. Nothing is found in a text that was redacted of all its findings.
 */
export function redact(text: string, findings: readonly Finding[], locale: Locale): string {
  const ordered = apart(findings.toSorted((a, b) => a.start - b.start));
  return replaceAll(text, ordered, ({ kind }) => markOf(kind, locale));
}

function candidatesIn(text: string): Candidate[] {
  const chains = readChains(text);
  return [
    ...findEmails(text),
    ...findNumbers(text, chains),
    ...findLandlines(text, chains),
    ...findAccounts(text),
    ...findPlates(text),
    ...findNamesEn(text),
    ...findNamesZh(text),
  ];
}

/** Those candidates that overlap no stronger one, nor one of the same strength that begins before them; by start. */
function strongest(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const byStrength: Candidate[][] = [];
  for (const candidate of candidates) {
    const at = weakness(candidate);
    byStrength[at] = byStrength[at] ?? [];
    byStrength[at].push(candidate);
  }
  return byStrength
    .flatMap((own) => own.sort((a, b) => a.start - b.start || b.end - a.end))
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}

const order = new Map(findingKinds.map((kind, at) => [kind, at]));

/** 0 for the strongest. What is not sure stands behind what is sure of the next two kinds. */
const weakness = ({ kind, certainty }: Candidate) =>
  (order.get(kind) ?? 0) * 2 + (certainty === 'sure' ? 0 : 5);

/** Parts by their start, each without what the parts before it hold already; copies where that takes something away. */
function apart<Part extends Span>(ordered: readonly Part[]): Part[] {
  let done = 0;
  return ordered.flatMap((part) => {
    const start = Math.max(done, part.start);
    if (part.end <= start) return [];
    done = part.end;
    return [start === part.start ? part : { ...part, start }];
  });
}

function replaceAll<Part extends Span>(
  text: string,
  parts: readonly Part[],
  by: (part: Part) => string,
): string {
  const pieces: string[] = [];
  let done = 0;
  for (const part of parts) {
    pieces.push(text.slice(done, part.start), by(part));
    done = part.end;
  }
  return `${pieces.join('')}${text.slice(done)}`;
}
