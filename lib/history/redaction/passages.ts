import { findPersonalData } from '@/lib/privacy/detect';
import type { FindingKind } from '@/lib/privacy/kinds';
import type { HistoryEntry } from '../types';

/** Words of an entry that are likely personal data. */
export type Passage = { text: string; kind: FindingKind };

/** Likely personal data in what an entry changed and in its reason, each passage once, in the order of the texts. Pure. */
export function passagesOf({ changes, reason }: Pick<HistoryEntry, 'changes' | 'reason'>): Passage[] {
  const found = new Map<string, Passage>();
  for (const text of [...textsIn(changes), ...(reason === null ? [] : [reason])])
    for (const { text: words, kind } of findPersonalData(text))
      if (!found.has(words)) found.set(words, { text: words, kind });
  return [...found.values()];
}

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
