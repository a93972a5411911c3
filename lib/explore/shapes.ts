import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { UnitOutlines } from '@/lib/charts/types';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { shapesWithin } from '@/lib/places/geometry';
import { getPlaceTree } from '@/lib/places/queries';
import { levelsWithin, type Places, type UnitLevel, unitLevels, unitsWithin } from './districts';

/** Size of a map in the units of its own drawing. */
const mapSize = { width: 560, height: 460, padding: 8 };

/** Areas whose drawings are kept in memory, some 50 kB each. */
const mostKept = 200;
const kept = new Map<string, Promise<UnitOutlines | null>>();

/**
 * The outlines of an area's units of one level, drawn in a frame that is the same for all levels of the area.
 * Null = there are no boundaries of them. Answers are kept in memory.
 */
export function districtShapes(
  places: Places,
  scopeId: string,
  level: UnitLevel,
): Promise<UnitOutlines | null> {
  const key = `${scopeId} ${level} ${process.env.DAYBOOK_GEO_DIR ?? ''}`;
  const known = kept.get(key);
  if (known) return known;
  const drawn = draw(places, scopeId, level);
  kept.set(key, drawn);
  drawn.catch(() => kept.delete(key));
  const oldest = kept.keys().next().value;
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return drawn;
}

async function draw(places: Places, scopeId: string, level: UnitLevel): Promise<UnitOutlines | null> {
  const scope = places.get(scopeId);
  if (!scope) return null;
  const units = unitsWithin(scope, level, places);
  const drawn = await shapesWithin(scope.id, units, mapSize);
  return (
    drawn && {
      width: drawn.width,
      height: drawn.height,
      shapes: drawn.shapes.map(({ code, d, labelX, labelY }) => ({ code, d, labelX, labelY })),
    }
  );
}

const asked = z.object({ scope: z.string().regex(/^(CN|\d{6})$/), level: z.enum(unitLevels) });

/**
 * The outlines that an address asks for (`scope=CN&level=province`) as the text of a file, with a tag that
 * changes with the text.
 * @throws AppError `invalid` for parameters that name no level of an area, `not-found` where nothing is drawn.
 */
export async function shapesFile(params: URLSearchParams): Promise<{ body: string; tag: string }> {
  const result = asked.safeParse({ scope: params.get('scope'), level: params.get('level') });
  const tree = await getPlaceTree();
  const places = new Map(tree.map((place) => [place.id, place]));
  const scope = result.success ? places.get(result.data.scope) : undefined;
  if (!result.success || !scope || !levelsWithin(scope, places).includes(result.data.level)) {
    const field = result.success && scope ? 'level' : 'scope';
    const message = 'Shapes are of the units of an area: scope=440000 and level=prefecture.';
    throw new AppError('invalid', message, {
      fields: [{ field, value: (params.get(field) ?? '').slice(0, 80), message }],
    });
  }
  const shapes = await districtShapes(places, scope.id, result.data.level);
  if (!shapes) throw new AppError('not-found', faults.noDrawing);
  const body = JSON.stringify(shapes);
  return { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
