import { type Box, overlaps, textWidth } from './labels';

/** Closed lines of points, [x, y]. */
type Rings = [number, number][][];

const token = /[MmLlHhVvZz]|-?\d*\.?\d+(?:e-?\d+)?/g;
const read = new WeakMap<object, Rings>();

/** The rings of a path of straight lines, absolute or in steps, as shapes of units are written. */
function ringsOf(outline: { d: string }): Rings {
  const known = read.get(outline);
  if (known) return known;
  const rings: Rings = [];
  let [x, y, command] = [0, 0, 'M'];
  const numbers: number[] = [];
  const step = (value: number, from: number) => (command === command.toLowerCase() ? from + value : value);
  for (const part of outline.d.match(token) ?? []) {
    if (/[a-z]/i.test(part) && part.length === 1) {
      command = part;
      numbers.length = 0;
      continue;
    }
    numbers.push(Number(part));
    const kind = command.toUpperCase();
    if (kind === 'H') x = step(numbers.pop() ?? 0, x);
    else if (kind === 'V') y = step(numbers.pop() ?? 0, y);
    else if (numbers.length < 2) continue;
    else [y, x] = [step(numbers.pop() ?? 0, y), step(numbers.pop() ?? 0, x)];
    if (kind === 'M') {
      rings.push([]);
      command = command === 'M' ? 'L' : 'l';
    }
    rings.at(-1)?.push([x, y]);
  }
  read.set(outline, rings);
  return rings;
}

const boxes = new WeakMap<object, Box | null>();

/** The box around an outline; null for an empty one. */
export function outlineBox(outline: { d: string }): Box | null {
  const known = boxes.get(outline);
  if (known !== undefined) return known;
  const box = boxAround(outline);
  boxes.set(outline, box);
  return box;
}

function boxAround(outline: { d: string }): Box | null {
  const points = ringsOf(outline).flat();
  if (points.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether a point lies inside an outline; holes are outside. */
export function isInOutline(outline: { d: string }, x: number, y: number): boolean {
  let inside = false;
  for (const ring of ringsOf(outline)) {
    let [px, py] = ring.at(-1) ?? [0, 0];
    for (const [qx, qy] of ring) {
      if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
      [px, py] = [qx, qy];
    }
  }
  return inside;
}

/** A label in the middle of an area of a map: its text, and shorter ones for where there is no room for it. */
export type MapLabel = {
  texts: readonly string[];
  x: number;
  y: number;
  outline: { d: string };
  /** Whether it is drawn where it lies on neighbours too, as that of a unit the reader has chosen. */
  always?: boolean;
};

/** Where labels are drawn, in the units of the outlines. */
type LabelRoom = {
  width: number;
  height: number;
  /** Height of the letters. */
  size: number;
  /** Paper to the left and to the right of the map that a label may reach. */
  aside?: number;
  /** Width of a text; an estimate for the letters of the page unless given. */
  measure?: (text: string) => number;
};

/** How a label is drawn: `inside` its area, or over its edges. */
export type PlacedLabel = { text: string; isInside: boolean };

/** How much of a label lies inside its area at least, of 0 to 1: one that lies mostly on neighbours seems to be theirs. */
const leastInside = 0.6;

/** What stays free between two labels, sideways and upwards, in heights of their letters: their halo and a little more. */
const gap = { x: 0.5, y: 0.15 };

/**
 * How much of a label, `box`, lies inside an outline, 0 to 1; measured at points of its letters, so that 1 says
 * that it is on the ground of its area alone.
 */
export function shareInOutline(outline: { d: string }, box: Box): number {
  const points = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((share) => [
    [box.x + box.width * share, box.y + box.height / 6],
    [box.x + box.width * share, box.y + (box.height * 5) / 6],
  ]);
  return points.filter(([x = 0, y = 0]) => isInOutline(outline, x, y)).length / points.length;
}

/** Whether two labels of letters `size` high would touch, with what stays free between them. */
export function labelsMeet(a: Box, b: Box, size: number): boolean {
  const [x, y] = [gap.x * size, gap.y * size];
  return overlaps({ x: a.x - x, y: a.y - y, width: a.width + 2 * x, height: a.height + 2 * y }, b);
}

/**
 * How the labels of a map are drawn, in order of precedence: the first of their texts that lies inside their
 * area, or for the most part; null where none does, or where they would leave the map or touch a label before them.
 */
export function fittingMapLabels(
  labels: readonly MapLabel[],
  { width, height, size, aside = 0, measure = (text) => textWidth(text, size) }: LabelRoom,
): (PlacedLabel | null)[] {
  const taken: Box[] = [];
  const place = (text: string, { x, y, outline, always }: MapLabel): PlacedLabel | null => {
    const wide = measure(text);
    const box = { x: x - wide / 2, y: y - size * 0.6, width: wide, height: size * 1.2 };
    const onMap =
      box.x >= -aside && box.x + wide <= width + aside && box.y >= 0 && box.y + box.height <= height;
    if (!onMap) return null;
    const room = outlineBox(outline);
    if (!room || taken.some((other) => labelsMeet(other, box, size))) return null;
    const hasRoom = wide <= room.width * 1.15 && box.height <= room.height;
    if (!hasRoom && !always) return null;
    const inside = shareInOutline(outline, box);
    if (inside < leastInside && !always) return null;
    taken.push(box);
    return { text, isInside: inside === 1 };
  };
  return labels.map((label) => {
    for (const text of label.texts) {
      const placed = place(text, label);
      if (placed) return placed;
    }
    return null;
  });
}
