/**
 * Labels beside marks: how wide they are and which of them fit. The widths are estimates that are rather too
 * large than too small; exported images measure with the letters of their own fonts.
 */

const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Estimated width of a text in the sans-serif letters of the page, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) ems += wide.test(char) ? 1.02 : letterWidth(char);
  return ems * size;
}

function letterWidth(char: string): number {
  if (/[il.,:;'’|! ]/.test(char)) return 0.3;
  if (/[fjrt()[\]-]/.test(char)) return 0.4;
  if (/[mwMW%—]/.test(char)) return 0.9;
  return /[A-Z]/.test(char) ? 0.7 : 0.62;
}

/** A label that wants to begin at `x` and is `width` wide. */
export type WantedLabel = { x: number; width: number };

/**
 * The row of each label, counted from 0, so that no two overlap and none reaches beyond `limit`; null = there
 * is no room, or no label. A label that would reach beyond may stand to the left of its mark instead: `flip` says so.
 * Earlier labels take precedence.
 */
export function placeLabels(
  labels: readonly (WantedLabel | null)[],
  { limit, rows, gap = 8 }: { limit: number; rows: number; gap?: number },
): ({ row: number; flip: boolean } | null)[] {
  const taken: [number, number][][] = Array.from({ length: rows }, () => []);
  return labels.map((label) => {
    if (!label) return null;
    const { x, width } = label;
    const flip = x + width > limit;
    const from = flip ? x - width : x;
    if (from < 0) return null;
    const row = taken.findIndex((spans) =>
      spans.every(([a, b]) => from + width + gap <= a || from >= b + gap),
    );
    if (row < 0) return null;
    taken[row]?.push([from, from + width]);
    return { row, flip };
  });
}

/** A rectangle. */
export type Box = { x: number; y: number; width: number; height: number };

/** Whether two rectangles share a point. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
