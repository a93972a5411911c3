import { type GeoProjection, geoConicEqualArea } from 'd3-geo';
import type { Outline } from './boundary-file';
import { boxOf, largestPart, type Part, type Point, type Ring } from './rings';

/** Size of a drawing in pixels; `padding` stays free on each side. */
export type Frame = { width: number; height: number; padding: number };

/** How far an island may lie from the main parts and still widen the frame: a share of their extent, or degrees. */
const reach = { share: 0.03, degrees: 0.1 };

/**
 * An equal-area projection that fits the units into a frame. The frame holds the largest part of every unit
 * and the islands near them; islands far away (the southern end of the country's map) do not make the rest
 * small and may lie outside the frame.
 */
export function fittedProjection(outlines: readonly Outline[], frame: Frame): GeoProjection {
  const main = outlines.flatMap(({ parts }) => largestPart(parts)?.slice(0, 1) ?? []);
  const [west, south, east, north] = boxOf(main);
  const [spareX, spareY] = [east - west, north - south].map((extent) =>
    Math.max(extent * reach.share, reach.degrees),
  ) as [number, number];
  const near = outlines
    .flatMap(({ parts }) => parts.flatMap((part) => part.slice(0, 1)))
    .filter((ring) => {
      const [left, bottom, right, top] = boxOf([ring]);
      return left > west - spareX && right < east + spareX && bottom > south - spareY && top < north + spareY;
    });
  const projection = geoConicEqualArea()
    .rotate([-(west + east) / 2, 0])
    .parallels([south + (north - south) / 6, north - (north - south) / 6]);
  const { width, height, padding } = frame;
  return projection.fitExtent(
    [
      [padding, padding],
      [Math.max(padding + 1, width - padding), Math.max(padding + 1, height - padding)],
    ],
    { type: 'MultiPoint', coordinates: [...main, ...near].flat().map(([x, y]) => [x, y]) },
  );
}

/** A part in pixels. Points that cannot be projected are left out. */
export function projectPart(part: Part, projection: GeoProjection): Part {
  return part.map((ring): Ring => ring.flatMap(([x, y]): Point[] => projectPoint(projection([x, y]))));
}

function projectPoint(point: [number, number] | null): Point[] {
  return point && Number.isFinite(point[0]) && Number.isFinite(point[1]) ? [point] : [];
}
