import { wall } from './fold';

const keyword = /passport|permit|护照|通行证/i;
const reach = 30;

/**
 * Where the number of a passport or of a permit for Hong Kong and Macau begins whose digits stand from `start` to
 * `end` of a folded text: E, G or D and 8 digits, E with a second letter and 7, or C, H, M or W and 8. Null where
 * the letters are not there, or none of the words passport, permit, 护照 and 通行证 is near in the same line.
 */
export function startOfDocument(text: string, start: number, end: number, count: number): number | null {
  if (!/[A-Za-z][ .·-]{0,2}$/.test(text.slice(Math.max(0, start - 3), start))) return null;
  const pattern =
    count === 8 ? /(?<![0-9A-Za-z])[EGDCHMW][ .·-]{0,2}$/i : /(?<![0-9A-Za-z])E[A-Z][ .·-]{0,2}$/i;
  const letters = pattern.exec(text.slice(Math.max(0, start - 5), start));
  if (!letters || /^[0-9A-Za-z]/.test(text.slice(end, end + 1))) return null;
  const begin = start - letters[0].length;
  const before = text.slice(Math.max(0, begin - reach), begin);
  const after = text.slice(end, end + reach);
  const edge = new RegExp(`[\\n${wall}]`);
  const near = [before.split(edge).at(-1) ?? '', after.split(edge)[0] ?? ''];
  return near.some((words) => keyword.test(words)) ? begin : null;
}
