import 'server-only';
import { type Outline, readBoundaries } from './boundary-file';
import { readBoundaryText } from './geometry';
import { boxOf, isInside } from './rings';

type Boxed = Outline & { box: [number, number, number, number] };

/** Finds the division that a point lies in. Boundary files are read when first needed and kept in memory. */
export type Locator = {
  /**
   * Codes of the divisions around a point of the map (degrees, WGS84), from the province down to the finest that has
   * an outline. Empty = none of them is around it.
   */
  at: (latitude: number, longitude: number) => readonly string[];
};

/** @throws AppError `internal` where a boundary file is there but can't be read. */
export function makeLocator(): Locator {
  const files = new Map<string, readonly Boxed[]>();
  const outlinesOf = (scope: string): readonly Boxed[] => {
    const known = files.get(scope);
    if (known) return known;
    const text = readBoundaryText(scope);
    const made =
      text === null ? [] : readBoundaries(text).map((one) => ({ ...one, box: boxOf(one.parts.flat()) }));
    files.set(scope, made);
    return made;
  };
  return {
    at(latitude, longitude) {
      const found: string[] = [];
      for (let scope: string | undefined = 'CN'; scope !== undefined; ) {
        const unit: Boxed | undefined = outlinesOf(scope).find(
          ({ box: [left, top, right, bottom], parts }) =>
            longitude >= left &&
            longitude <= right &&
            latitude >= top &&
            latitude <= bottom &&
            parts.some((part) => isInside([longitude, latitude], part)),
        );
        if (unit && !found.includes(unit.code)) found.push(unit.code);
        else return found;
        scope = unit.code;
      }
      return found;
    },
  };
}
