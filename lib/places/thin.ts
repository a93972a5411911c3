import type { Part, Point, Ring } from './rings';

/**
 * Thins the lines of units that are already in the units of a drawing: no point moves farther than `tolerance`
 * from its line. A border that two units share is thinned once, so that no gap opens between them: lines are
 * cut where more than two meet, and each piece is thinned the same way whichever unit it is read from. Rings
 * that shrink to less than a triangle come back as they were.
 */
export function thinParts(units: readonly (readonly Part[])[], tolerance: number): Part[][] {
  const knots = knotsOf(units);
  return units.map((parts) => parts.map((part) => part.map((ring) => thinRing(ring, knots, tolerance))));
}

/** A number for a point: points of a drawing that lie within a ten-thousandth of a unit are the same one. */
const keyOf = ([x, y]: Point) => Math.round(x * 1e4) * 1e8 + Math.round(y * 1e4);

/** The points at which lines part: those with other neighbours in one ring than in another, or more than two. */
function knotsOf(units: readonly (readonly Part[])[]): Set<number> {
  const neighbours = new Map<number, { a: number; b: number }>();
  const knots = new Set<number>();
  for (const ring of units.flat(2)) {
    const keys = ring.slice(0, -1).map(keyOf);
    keys.forEach((key, index) => {
      const [a = key, b = key] = [keys.at(index - 1), keys[(index + 1) % keys.length]];
      const known = neighbours.get(key);
      if (!known) neighbours.set(key, { a, b });
      else if (!((known.a === a && known.b === b) || (known.a === b && known.b === a))) knots.add(key);
    });
  }
  return knots;
}

function thinRing(ring: Ring, knots: ReadonlySet<number>, tolerance: number): Ring {
  const points = ring.slice(0, -1);
  const first = startOf(points, knots);
  const turned = [...points.slice(first), ...points.slice(0, first)];
  const start = turned[0];
  if (!start) return ring;
  turned.push(start);
  const kept: Point[] = [];
  let piece: Point[] = [];
  for (const point of turned) {
    piece.push(point);
    if (piece.length > 1 && knots.has(keyOf(point))) {
      kept.push(...thinLine(piece, tolerance).slice(0, -1));
      piece = [point];
    }
  }
  if (piece.length > 1) kept.push(...thinLine(piece, tolerance).slice(0, -1));
  return kept.length >= 3 ? [...kept, kept[0] as Point] : ring;
}

/** Where a ring is cut first: at a knot, else at its leftmost point, so that every reading cuts it alike. */
function startOf(points: readonly Point[], knots: ReadonlySet<number>): number {
  const knot = points.findIndex((point) => knots.has(keyOf(point)));
  if (knot >= 0) return knot;
  return points.reduce((best, point, index) => (isBefore(point, points[best] as Point) ? index : best), 0);
}

const isBefore = (a: Point, b: Point) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** A line with the points that matter (Douglas and Peucker 1973), its ends among them. */
function thinLine(line: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length <= 2) return [...line];
  const isTurned =
    isBefore(last, first) ||
    (keyOf(first) === keyOf(last) && isBefore(line.at(-2) as Point, line[1] as Point));
  const way = isTurned ? [...line].reverse() : line;
  const keep = new Uint8Array(way.length);
  keep[0] = keep[way.length - 1] = 1;
  const open: [number, number][] = [[0, way.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [far, at] = [tolerance, -1];
    for (let index = from + 1; index < to; index++) {
      const away = distance(way[index] as Point, way[from] as Point, way[to] as Point);
      if (away > far) [far, at] = [away, index];
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  const thinned = way.filter((_, index) => keep[index] === 1);
  return isTurned ? thinned.reverse() : thinned;
}

/** Distance of a point from a piece of a straight line. */
function distance(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - a[0] - at * dx, point[1] - a[1] - at * dy);
}
