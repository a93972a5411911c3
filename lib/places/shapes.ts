import type { Outline } from './boundary-file';
import { innerPoint } from './inner-point';
import { type Frame, fittedProjection, projectPart } from './projection';
import { largestPart, type Part, partArea, type Ring } from './rings';

/** One unit ready to be drawn in an SVG; all numbers in pixels of the frame, y downwards. */
export type UnitShape = {
  /** Division code, which is the id of the place. */
  code: string;
  /** Path data: closed rings, drawn with the even-odd or the non-zero rule alike. */
  d: string;
  /** A point inside the largest part, where a label or a symbol sits best. */
  labelX: number;
  labelY: number;
  /** Area in square pixels, islands included; tells whether a label fits and what to draw first. */
  area: number;
};

export type UnitShapes = { width: number; height: number; shapes: UnitShape[] };

/** Draws units into a frame. Every unit gives one shape; its islands smaller than a tenth of a pixel go. */
export function drawUnits(outlines: readonly Outline[], frame: Frame): UnitShapes {
  const projection = fittedProjection(outlines, frame);
  const shapes = outlines.map(({ code, parts }) =>
    shapeOf(
      code,
      parts.map((part) => projectPart(part, projection)),
    ),
  );
  return { width: frame.width, height: frame.height, shapes };
}

function shapeOf(code: string, parts: readonly Part[]): UnitShape {
  const largest = largestPart(parts) ?? [];
  const label = innerPoint(largest) ?? largest[0]?.[0] ?? [0, 0];
  const drawn = parts.filter((part) => part === largest || partArea(part) >= 0.1);
  return {
    code,
    d: drawn.flatMap((part) => part.map((ring) => ringPath(ring, part === largest))).join(''),
    labelX: round(label[0]),
    labelY: round(label[1]),
    area: round(parts.reduce((sum, part) => sum + partArea(part), 0)),
  };
}

/**
 * A ring as path data: an absolute start, then steps, all to a tenth of a pixel. Repeated points are left
 * out; empty when fewer than three points remain, unless `keep`. Steps are taken between rounded points, so
 * that no error adds up and shared borders stay shared.
 */
function ringPath(ring: Ring, keep: boolean): string {
  let [x, y] = [Number.NaN, Number.NaN];
  let path = '';
  let points = 0;
  for (const point of ring.slice(0, -1)) {
    const [nextX, nextY] = [Math.round(point[0] * 10), Math.round(point[1] * 10)];
    if (nextX === x && nextY === y) continue;
    path += points === 0 ? `M${pair(nextX, nextY)}` : `l${pair(nextX - x, nextY - y)}`;
    [x, y] = [nextX, nextY];
    points++;
  }
  return points >= 3 || keep ? `${path}Z` : '';
}

/** Two tenths of pixels as SVG coordinates; a minus sign separates as well as a comma. */
function pair(x: number, y: number): string {
  return `${x / 10}${y < 0 ? '' : ','}${y / 10}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
