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

const decimals = /-?\d*\.?\d+(?:e-?\d+)?/g;

/** The box around a path of absolute `M` and `L` points, as d3-geo writes them; null for an empty path. */
export function pathBox(d: string): Box | null {
  const numbers = (d.match(decimals) ?? []).map(Number);
  if (numbers.length < 2) return null;
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    -Number.POSITIVE_INFINITY,
    -Number.POSITIVE_INFINITY,
  ];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [x, y] = [numbers[i] ?? 0, numbers[i + 1] ?? 0];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether a point lies inside a path of absolute `M`, `L` and `Z`; holes are outside. */
export function isInPath(d: string, x: number, y: number): boolean {
  let inside = false;
  for (const ring of d.split('M')) {
    const numbers = (ring.match(decimals) ?? []).map(Number);
    const points = Array.from({ length: numbers.length >> 1 }, (_, i) => [
      numbers[2 * i] ?? 0,
      numbers[2 * i + 1] ?? 0,
    ]);
    let [px = 0, py = 0] = points.at(-1) ?? [];
    for (const [qx = 0, qy = 0] of points) {
      if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
      [px, py] = [qx, qy];
    }
  }
  return inside;
}

/** A label in the middle of an area of a map, whose path is `d`. */
export type MapLabel = { text: string; x: number; y: number; d: string };

/**
 * How the labels of a map are drawn, in order of precedence: `inside` their area, `over` its edges where that
 * is not much narrower, or not at all: where they would leave the map or touch a label before them.
 */
export function fittingMapLabels(
  labels: readonly MapLabel[],
  { width, height, size }: { width: number; height: number; size: number },
): ('inside' | 'over' | null)[] {
  const taken: Box[] = [];
  return labels.map(({ text, x, y, d }) => {
    const wide = textWidth(text, size);
    const box = { x: x - wide / 2, y: y - size * 0.6, width: wide, height: size * 1.2 };
    const onMap = box.x >= 0 && box.x + wide <= width && box.y >= 0 && box.y + box.height <= height;
    const room = pathBox(d);
    const fits = room !== null && wide <= room.width * 1.15 && box.height <= room.height;
    if (!onMap || !fits || taken.some((other) => overlaps(other, box))) return null;
    taken.push(box);
    const corners = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((share) => [
      [box.x + wide * share, y - size * 0.4],
      [box.x + wide * share, y + size * 0.4],
    ]);
    return corners.every(([cx = 0, cy = 0]) => isInPath(d, cx, cy)) ? 'inside' : 'over';
  });
}
