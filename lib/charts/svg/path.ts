import { num } from './element';

const numbersPer: Record<string, number> = { M: 2, L: 2, T: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, Z: 0 };
const number = String.raw`-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const token = new RegExp(`[a-z]|${number}`, 'gi');
const wholePath = new RegExp(String.raw`^\s*M(?:[\s,]*(?:[a-z]|${number}))*[\s,]*$`, 'i');

/** A path ready to be drawn, and how wide its points lie apart. */
export type ScaledPath = { d: string; width: number };

/**
 * An SVG path moved and scaled, its numbers rounded. Null where the text is not a path of lines and curves that
 * begins at a point, so that nothing else can be drawn or smuggled in.
 */
export function scaledPath(d: string, scale: number, dx: number, dy: number): ScaledPath | null {
  if (!wholePath.test(d) || !d.trimStart().startsWith('M')) return null;
  const commands: { letter: string; numbers: number[] }[] = [];
  for (const text of d.match(token) ?? []) {
    if (/[a-z]/i.test(text) && text.length === 1) commands.push({ letter: text, numbers: [] });
    else commands.at(-1)?.numbers.push(Number(text) * scale);
  }
  const parts: string[] = [];
  let [x, start, left, right] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { letter, numbers } of commands) {
    const upper = letter.toUpperCase();
    const each = numbersPer[upper];
    if (
      each === undefined ||
      (each === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % each > 0)
    ) {
      return null;
    }
    // Relative commands are steps: they are scaled but not moved.
    const absolute = letter === upper;
    const isX = (i: number) => upper === 'H' || (upper !== 'V' && i % 2 === 0);
    const placed = numbers.map((value, i) => (absolute ? value + (isX(i) ? dx : dy) : value));
    if (placed.some((value) => !Number.isFinite(value) || Math.abs(value) > 1e6)) return null;
    parts.push(letter + placed.map(num).join(' '));
    if (upper === 'Z') x = start;
    placed.forEach((value, i) => {
      if (!isX(i)) return;
      const at = absolute ? value : x + value;
      [left, right] = [Math.min(left, at), Math.max(right, at)];
      // A curve's last point is where the next command begins.
      if (upper === 'H' || (i + 2) % each === 0) x = at;
    });
    if (upper === 'M') start = absolute ? (placed[0] ?? x) : x;
  }
  return { d: parts.join(''), width: Math.max(0, right - left) };
}
