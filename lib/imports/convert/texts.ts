import { longest } from '@/lib/edit/schema';
import { findPersonalData } from '@/lib/privacy/detect';
import type { TargetKey } from '../targets';

/** A cell as one line. */
export const oneLine = (cell: string) => (/[\r\n\t]/.test(cell) ? cell.replace(/\s+/g, ' ') : cell).trim();

/** A cell as it is printed, if it is short enough to be quoted; null = it is not. */
export function quotable(cell: string): string | null {
  const text = oneLine(cell);
  if (text === '' || text.length > 120) return null;
  return text.split(' ').length <= longest.quotedWords ? text : null;
}

/** What a text must hold before it is worth looking for personal data in it. */
const worthLooking =
  /[@＠]|\p{Nd}(?:[\p{Nd}\s.·‐-―\u200b-]){5,}|微信|扣扣|wechat|weixin|qq|联系|当事|姓名|手机|电话|身份证|护照|\b(?:name|contact|phone|mobile|passport)/iu;

/** Whether a text holds what is surely, or maybe, personal data. */
export function personalIn(text: string): 'sure' | 'maybe' | null {
  if (!worthLooking.test(text)) return null;
  const found = findPersonalData(text);
  if (found.length === 0) return null;
  return found.some(({ certainty }) => certainty === 'sure') ? 'sure' : 'maybe';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/u;

/** Whether a cell holds what no text may hold: control characters or half of a character. */
export const isBad = (cell: string) => control.test(cell);

/** Longest texts of the targets that take a text. */
export const longestOf: Partial<Record<TargetKey, number>> = {
  externalId: 200,
  title: longest.title,
  titleZh: longest.title,
  summary: longest.text,
  sourceCategory: longest.line,
  codingNote: longest.text,
};
