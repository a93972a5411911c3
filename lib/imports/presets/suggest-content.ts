import { storedCodesOf, termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import { type TargetKey, targetKeys, targetOf } from '../targets';
import { readDay } from '../values/days';
import { nameKey } from './headers';

/** The cells of a column that are not empty, from the sample of a file. */
export type Cells = readonly string[];

/** Share of cells that must look like something before a column is taken for it. */
const enough = 0.6;

const share = (cells: Cells, test: (cell: string) => boolean) =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;

/**
 * Whether the cells are days. A year alone, or five digits that might be a serial day, could be anything; a day that
 * may be meant in two ways is one all the same.
 */
export const looksLikeDays = (cells: Cells) =>
  share(cells, (cell) => {
    if (/^\d{1,5}$/.test(cell.trim())) return false;
    const found = readDay(cell, null);
    return typeof found !== 'string' || found === 'ambiguous';
  }) >= enough;

const sizeWords = /人|名|persons?\b|people\b|participants?\b|\bhundreds?\b|\bthousands?\b|\bdozens?\b/i;

/** Whether the cells are numbers of people in words: a bare number might count anything. */
export const looksLikeSizes = (cells: Cells) =>
  share(
    cells,
    (cell) =>
      cell.length <= 40 && sizeWords.test(cell) && /\d|[数几上十百千万]|dozen|hundred|thousand/i.test(cell),
  ) >= enough;

/** Whether the cells are degrees with decimals within China, where north and east cannot be mistaken for each other. */
function degrees(cells: Cells, least: number, most: number): boolean {
  return (
    share(
      cells,
      (cell) => /^\d{1,3}\.\d{2,}$/.test(cell.trim()) && Number(cell) >= least && Number(cell) <= most,
    ) >= enough
  );
}
export const looksLikeLatitude = (cells: Cells) => degrees(cells, 3, 54);
export const looksLikeLongitude = (cells: Cells) => degrees(cells, 73, 136);

/** Whether the cells are division codes: six digits that begin with a province. */
export const looksLikeDivisions = (cells: Cells) =>
  share(cells, (cell) => /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}$/.test(cell.trim())) >=
  enough;

/** Signs that stand between several values, those first that stand in no label. */
const signs = [';', '；', '|', '、', '，', ',', '/'];

const known = new Map<VocabularyName, ReadonlySet<string>>();

/** Codes of a vocabulary and their labels in both languages; "other" is in all of them and says nothing. */
function wordsOf(vocabulary: VocabularyName): ReadonlySet<string> {
  const kept = known.get(vocabulary);
  if (kept) return kept;
  const made = new Set(
    storedCodesOf(vocabulary)
      .filter((code) => code !== 'other' && code !== 'unknown')
      .flatMap((code) =>
        [code, termLabel(vocabulary, code, 'en'), termLabel(vocabulary, code, 'zh')].map(nameKey),
      ),
  );
  known.set(vocabulary, made);
  return made;
}

const parts = (cells: Cells, sign: string | null) =>
  cells.flatMap((cell) => (sign === null ? [cell] : cell.split(sign))).filter((part) => part.trim() !== '');

const shareKnown = (cells: Cells, sign: string | null, vocabulary: VocabularyName) =>
  share(parts(cells, sign), (part) => wordsOf(vocabulary).has(nameKey(part)));

/**
 * The sign between several values of a column: the one that makes most of them words of the vocabulary. Where none of
 * them is, one that hardly stands within a value. Null = a cell is one value.
 */
export function splitOf(cells: Cells, vocabulary: VocabularyName): string | null {
  let best: { sign: string | null; share: number } = {
    sign: null,
    share: shareKnown(cells, null, vocabulary),
  };
  for (const sign of signs) {
    if (!cells.some((cell) => cell.includes(sign))) continue;
    const found = shareKnown(cells, sign, vocabulary);
    if (found > best.share) best = { sign, share: found };
  }
  if (best.share > 0) return best.sign;
  return signs.slice(0, 4).find((sign) => cells.some((cell) => cell.includes(sign))) ?? null;
}

/** The coded targets, in the order in which a word of several vocabularies is taken for one of them. */
const codedTargets = targetKeys.flatMap((key) => {
  const { vocabulary } = targetOf(key);
  return vocabulary === null ? [] : [{ key, vocabulary }];
});

/** The coded target whose vocabulary has most of the words of a column; null = none has enough of them. */
export function codedTargetOf(cells: Cells): TargetKey | null {
  let best: { key: TargetKey; share: number } | null = null;
  for (const { key, vocabulary } of codedTargets) {
    const found = shareKnown(cells, splitOf(cells, vocabulary), vocabulary);
    if (found >= enough && found > (best?.share ?? 0)) best = { key, share: found };
  }
  return best?.key ?? null;
}
