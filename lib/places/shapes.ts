import type { Outline } from './boundary-file';
import { innerPoint } from './inner-point';
import { type Frame, fittedProjection, projectPart } from './projection';
import { largestPart, type Part, partArea, type Ring } from './rings';
import { thinParts } from './thin';

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

/** How far a thinned line may lie from the line as it is held, in pixels: less where units are few and large. */
const tolerance = { few: 0.3, many: 0.4, manyUnits: 100 };

/**
 * Draws units into a frame. Every unit gives one shape; its islands smaller than a tenth of a pixel go. `area`
 * are the outlines that the frame fits, where not the units themselves: a map of counties then lies as one of
 * the prefectures does. Units that lie outside such a frame are left out.
 */
export function drawUnits(
  outlines: readonly Outline[],
  frame: Frame,
  area: readonly Outline[] = outlines,
): UnitShapes {
  const projection = fittedProjection(area, frame);
  const projected = outlines.map(({ parts }) => parts.map((part) => projectPart(part, projection)));
  const shapes = thinParts(
    projected,
    outlines.length > tolerance.manyUnits ? tolerance.many : tolerance.few,
  ).map((parts, index) => shapeOf(outlines[index]?.code ?? '', parts));
  return { width: frame.width, height: frame.height, shapes: shapes.filter((one) => isOnFrame(one, frame)) };
}

const isOnFrame = ({ labelX, labelY }: UnitShape, { width, height }: Frame) =>
  labelX >= 0 && labelX <= width && labelY >= 0 && labelY <= height;

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
    if (points === 0) path = `M${tenths(nextX)}${tenths(nextY, ',')}`;
    else path += `${tenths(nextX - x, points === 1 ? 'l' : ',')}${tenths(nextY - y, ',')}`;
    [x, y] = [nextX, nextY];
    points++;
  }
  return points >= 3 || keep ? `${path}Z` : '';
}

/** Tenths of pixels as an SVG coordinate, set off from what stands before; a minus sign does that by itself. */
function tenths(value: number, before = ''): string {
  const text = String(value / 10).replace(/^(-?)0\./, '$1.');
  return before === ',' && text.startsWith('-') ? text : before + text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
