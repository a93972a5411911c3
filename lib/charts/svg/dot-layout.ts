/** Room between the rings of two neighbouring dots. */
export const between = 8;

/** The level of each dot above the axis: the lowest at which it touches no other. Positions must ascend. */
export function dotLevels(positions: number[], distance: number): number[] {
  const ends: number[] = [];
  return positions.map((x) => {
    const free = ends.findIndex((end) => x - end >= distance);
    const level = free === -1 ? ends.length : free;
    ends[level] = x;
    return level;
  });
}

/** The height that dots of a radius need at their levels. */
export function levelsHeight(levels: number[], radius: number): number {
  return (Math.max(0, ...levels) + 1) * (radius * 2 + between);
}

/** The lane of each band, so that no band covers another; null where there is none. Beginnings must ascend. */
export function bandLanes(bands: ([from: number, to: number] | null)[]): (number | null)[] {
  const ends: number[] = [];
  return bands.map((band) => {
    if (band === null) return null;
    const free = ends.findIndex((end) => end <= band[0]);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = band[1];
    return lane;
  });
}
