import { largestPart, type Part, partArea, signedArea } from '@/lib/places/rings';
import type { SourceUnit } from './boundary-source';
import type { ApplyCommands } from './packages';

/** How much detail a file keeps: vertices per unit of its longer side, and the smallest island. */
export type Detail = { steps: number; smallestShare: number };

/** Detail of the country, of a province's prefectures, and of counties. */
export const details = {
  country: { steps: 900, smallestShare: 1e-5 },
  province: { steps: 820, smallestShare: 1e-5 },
  counties: { steps: 770, smallestShare: 1e-5 },
} as const satisfies Record<string, Detail>;

const quantization = 10_000;

/**
 * The units as one quantized TopoJSON text (object `units`, property `code`): small islands left out, overlaps
 * and crossings mended, lines thinned along shared borders only once. A unit keeps at least its largest part.
 */
export async function toTopology(
  units: readonly SourceUnit[],
  detail: Detail,
  run: ApplyCommands,
): Promise<string> {
  const total = units.reduce(
    (sum, unit) => sum + unit.parts.reduce((all, part) => all + partArea(part), 0),
    0,
  );
  const features = units.map((unit) => ({
    type: 'Feature',
    properties: { code: unit.code },
    geometry: {
      type: 'MultiPolygon',
      coordinates: worthDrawing(unit.parts, total * detail.smallestShare).map(windOutwards),
    },
  }));
  const metres = Math.round((Math.sqrt(total) * 111_000) / detail.steps);
  const output = await run(
    `-i units.json -clean -simplify visvalingam weighted interval=${metres} keep-shapes -clean ` +
      `-o out.json format=topojson quantization=${quantization}`,
    { 'units.json': JSON.stringify({ type: 'FeatureCollection', features }) },
  );
  const text = output['out.json'];
  if (!text) throw new Error('mapshaper gave no output');
  return typeof text === 'string' ? text : new TextDecoder().decode(text);
}

function worthDrawing(parts: readonly Part[], smallest: number): Part[] {
  const largest = largestPart(parts);
  return parts.filter((part) => part === largest || partArea(part) >= smallest);
}

/** Outer rings counter-clockwise, holes clockwise, as the standard for GeoJSON has it. */
function windOutwards(part: Part): Part {
  return part.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse()));
}
