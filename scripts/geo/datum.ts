import type { Position } from 'geojson';

const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;
const { PI, abs, cos, sin, sqrt } = Math;

/**
 * A point of the Chinese datum GCJ-02 in WGS84; both as [longitude, latitude] in degrees. The published
 * approximation of the shift (about 500 m) is undone step by step; what remains is below a metre.
 */
export function toWgs84(point: Position): [number, number] {
  const [lon, lat] = [point[0] ?? Number.NaN, point[1] ?? Number.NaN];
  let [x, y] = [lon, lat];
  for (let step = 0; step < 4; step++) {
    const [dx, dy] = shift(x, y);
    [x, y] = [lon - dx, lat - dy];
  }
  return [x, y];
}

/** By how much GCJ-02 moves a point of WGS84, in degrees east and north. */
export function shift(lon: number, lat: number): [number, number] {
  const [x, y] = [lon - 105, lat - 35];
  const common = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const wave = (v: number, a: number, b: number) => (a * sin(v * PI) + b * sin((v / 3) * PI)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    common +
    wave(x, 20, 40) +
    (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    common +
    wave(y, 20, 40) +
    (160 * sin((y / 12) * PI) + 320 * sin((y / 30) * PI)) * (2 / 3);
  const phi = (lat / 180) * PI;
  const squared = 1 - eccentricity * sin(phi) ** 2;
  const perEast = (axis / sqrt(squared)) * cos(phi) * (PI / 180);
  const perNorth = ((axis * (1 - eccentricity)) / (squared * sqrt(squared))) * (PI / 180);
  return [east / perEast, north / perNorth];
}
