import { longest } from '@/lib/edit/longest';
import { findPersonalData } from '@/lib/privacy/detect';
import { isWorthLooking } from '@/lib/privacy/glance';
import type { TargetKey } from '../targets';

/** A cell as one line. */
export const oneLine = (cell: string) => (/[\r\n\t]/.test(cell) ? cell.replace(/\s+/g, ' ') : cell).trim();

/** What was found of cells that stand in many rows. */
const quoted = new Map<string, string | null>();

/** A cell as it is printed, if it is short enough to be quoted; null = it is not. */
export function quotable(cell: string): string | null {
  if (cell.length > 120) return null;
  const known = quoted.get(cell);
  if (known !== undefined) return known;
  const text = oneLine(cell);
  const made = text === '' || text.split(' ').length > longest.quotedWords ? null : text;
  if (quoted.size >= 20_000) quoted.clear();
  quoted.set(cell, made);
  return made;
}

/** Whether a text holds what is surely, or maybe, personal data. */
export function personalIn(text: string): 'sure' | 'maybe' | null {
  if (!isWorthLooking(text)) return null;
  const found = findPersonalData(text);
  if (found.length === 0) return null;
  return found.some(({ certainty }) => certainty === 'sure') ? 'sure' : 'maybe';
}

const idOfPerson = /@|^\d{17}[\dXx]$|^1[3-9]\d{9}$/;

/**
 * Whether the name of a row is that of a person: an ID number, a mobile number or an e-mail address. It becomes a part
 * of addresses. Other long numbers are ids of rows.
 */
export function personalInId(text: string): 'sure' | null {
  if (!idOfPerson.test(text)) return null;
  const kinds = ['resident-id', 'mobile', 'e-mail'];
  return findPersonalData(text).some(({ kind }) => kinds.includes(kind)) ? 'sure' : null;
}

/** Longest texts of the targets that take a text. */
export const longestOf: Partial<Record<TargetKey, number>> = {
  externalId: 200,
  title: longest.title,
  titleZh: longest.title,
  summary: longest.text,
  sourceCategory: longest.line,
  codingNote: longest.text,
};
