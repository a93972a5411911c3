import { boxOf, isInside, type Part, type Point } from './rings';

const cells = 9;
const rounds = 5;

/**
 * A point well inside a part: close to the one that is farthest from every edge, which is where a label sits
 * best. Found on a grid that is refined around its best point; the same shape always gives the same point.
 * Null when the part has no area in which a point could be found.
 */
export function innerPoint(part: Part): Point | null {
  const outer = part[0];
  if (!outer || outer.length < 4) return null;
  let [left, top, right, bottom] = boxOf([outer]);
  let best: Point | null = null;
  let bestRoom = 0;
  for (let round = 0; round < rounds; round++) {
    const [stepX, stepY] = [(right - left) / cells, (bottom - top) / cells];
    for (let column = 0; column < cells; column++) {
      for (let row = 0; row < cells; row++) {
        const point: Point = [left + (column + 0.5) * stepX, top + (row + 0.5) * stepY];
        const room = roomAround(point, part, bestRoom);
        if (room > bestRoom) [best, bestRoom] = [point, room];
      }
    }
    if (best) {
      [left, right] = [best[0] - stepX * 1.5, best[0] + stepX * 1.5];
      [top, bottom] = [best[1] - stepY * 1.5, best[1] + stepY * 1.5];
    }
  }
  return best ?? fromChords(part);
}

/** Distance to the nearest edge; 0 outside the part, or as soon as it cannot beat `toBeat`. */
function roomAround(point: Point, part: Part, toBeat: number): number {
  if (!isInside(point, part)) return 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of part) {
    for (let index = 1; index < ring.length; index++) {
      const [a, b] = [ring[index - 1], ring[index]];
      if (a && b) nearest = Math.min(nearest, distanceToEdge(point, a, b));
      if (nearest <= toBeat) return 0;
    }
  }
  return nearest;
}

function distanceToEdge(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - a[0] - at * dx, point[1] - a[1] - at * dy);
}

/** For slivers that a grid misses: the middle of the line between two corners that lies inside. */
function fromChords(part: Part): Point | null {
  const outer = part[0] ?? [];
  for (let gap = 2; gap < outer.length - 1; gap++) {
    for (let index = 0; index + gap < outer.length; index++) {
      const [a, b] = [outer[index], outer[index + gap]];
      if (!a || !b) continue;
      const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      if (isInside(middle, part)) return middle;
    }
  }
  return null;
}
