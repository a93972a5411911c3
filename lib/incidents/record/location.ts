import 'server-only';
import type { Locale } from '@/lib/i18n/locale';
import { unitShapes } from '@/lib/places/geometry';
import { placeLabel } from '@/lib/places/lookup';
import { getPlaceTree } from '@/lib/places/queries';
import { placeWords } from '@/lib/places/trails';
import type { IncidentRecord, LocationMap } from './types';

const frame = { width: 380, height: 300, padding: 8 };

/**
 * The small map of a record: the units of its prefecture (of its province, where the prefecture has no
 * boundaries), with the unit that the place lies in marked. Null = there are no boundaries to draw.
 */
export async function locationMap(incident: IncidentRecord, locale: Locale): Promise<LocationMap | null> {
  const trail = incident.places[incident.placeId] ?? [];
  const scopes = trail.filter(({ level }) => level === 'prefecture' || level === 'province');
  for (const scope of scopes) {
    const drawn = await unitShapes(scope.id, frame);
    if (!drawn) continue;
    const names = new Map((await getPlaceTree()).map((place) => [place.id, placeLabel(place, locale)]));
    const inside = new Set(trail.map(({ id }) => id));
    const whole = scope.id === incident.placeId;
    return {
      width: drawn.width,
      height: drawn.height,
      name: placeWords(incident.places, incident.placeId, locale),
      placeId: incident.placeId,
      units: drawn.shapes.map(({ code, d, labelX, labelY }) => ({
        code,
        name: names.get(code) ?? code,
        d,
        labelX,
        labelY,
        mark: whole ? 'area' : inside.has(code) ? 'here' : 'other',
      })),
    };
  }
  return null;
}
