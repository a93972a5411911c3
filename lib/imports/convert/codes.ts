import { storedCodesOf, termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import type { Crosswalk } from '../plan';

/** What a value of a file is coded as. `same`: it is the code itself. Null = nothing says what it means. */
export type Coded = { codes: readonly string[]; same: boolean } | 'left' | null;

/** Turns values of a file into codes. */
export type Coder = (value: string) => Coded;

/** A value as it is compared: without regard to case, width and spaces around it. */
export const foldValue = (text: string) => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * Codes by a crosswalk; a value that it does not have is taken where it is a code or a label of the vocabulary in
 * English or Chinese, and `unknown` as no code. What is left is refused or left out, as the crosswalk says.
 */
export function makeCoder(vocabulary: VocabularyName, crosswalk: Crosswalk | null): Coder {
  const own = new Map<string, string>();
  for (const code of storedCodesOf(vocabulary))
    for (const text of [code, termLabel(vocabulary, code, 'en'), termLabel(vocabulary, code, 'zh')])
      if (!own.has(foldValue(text))) own.set(foldValue(text), code);
  const given = new Map((crosswalk?.entries ?? []).map(({ from, to }) => [foldValue(from), to]));
  const kept = new Map<string, Coded>();
  return (value) => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    const made = read(value);
    if (kept.size < 50_000 && value.length <= 400) kept.set(value, made);
    return made;
  };

  function read(value: string): Coded {
    const folded = foldValue(value);
    const to = given.get(folded);
    if (to) return { codes: to, same: false };
    const code = own.get(folded);
    if (code !== undefined) return { codes: code === 'unknown' ? [] : [code], same: value === code };
    if (folded === 'unknown') return { codes: [], same: true };
    return crosswalk?.otherwise === 'leave' ? 'left' : null;
  }
}

/** The crosswalk of that name; null = the mapping has none. */
export function findCrosswalk(crosswalks: readonly Crosswalk[], name: string): Crosswalk | null {
  return crosswalks.find((one) => one.name === name) ?? null;
}
