/** A point of the plane, or [longitude, latitude]. */
export type Point = readonly [x: number, y: number];

/** A closed line of points; the last repeats the first. */
export type Ring = readonly Point[];

/** An outer ring and the holes in it. */
export type Part = readonly Ring[];

/** Area inside a ring in square units; positive when it runs counter-clockwise with y upwards. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (a && b) sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

/** Area of a part in square units, without its holes; never negative. */
export function partArea(part: Part): number {
  const [outer, ...holes] = part.map((ring) => Math.abs(signedArea(ring)));
  return Math.max(0, (outer ?? 0) - holes.reduce((sum, hole) => sum + hole, 0));
}

/** The part with the largest area; null when there is none. */
export function largestPart(parts: readonly Part[]): Part | null {
  let best: Part | null = null;
  for (const part of parts) if (!best || partArea(part) > partArea(best)) best = part;
  return best;
}

/** Turns a ring so that it runs clockwise (y upwards) or counter-clockwise. */
export function wind(ring: Ring, clockwise: boolean): Ring {
  return signedArea(ring) > 0 === clockwise ? [...ring].reverse() : ring;
}

/** Smallest box around rings as [west, south, east, north], or [left, top, right, bottom]. */
export function boxOf(rings: readonly Ring[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box;
}

/** Whether a point lies in a part and in none of its holes. On the edge either answer may come. */
export function isInside(point: Point, part: Part): boolean {
  let inside = false;
  for (const ring of part) {
    for (let index = 1; index < ring.length; index++) {
      const [a, b] = [ring[index - 1], ring[index]];
      if (!a || !b || a[1] > point[1] === b[1] > point[1]) continue;
      if (point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  }
  return inside;
}
