const grouped = /^[+-]?\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?$/;

/** A number without the marks of thousands, where each stands before three digits; else as it is. */
export const withoutMarks = (text: string): string =>
  grouped.test(text) ? text.replace(/[,\s]/g, '') : text;

/**
 * A whole number of people; `unknown` = 0, or what files write for "not known" (-1, -99, n/a); null = anything else.
 * Pure.
 */
export function readCount(text: string): number | 'unknown' | null {
  const bare = /^\d{1,10}$/.test(text) ? text : withoutMarks(text).replace(/\.0+$/, '');
  const value = Number(bare);
  if (/^\d{1,10}$/.test(bare) && value <= 2_147_483_647) return value === 0 ? 'unknown' : value;
  return /^-\d+(?:\.0+)?$|^(?:na|n\/a|\.|-)$/i.test(text) ? 'unknown' : null;
}
