import { findTerm } from '@/lib/codebook/vocabularies';
import { type Dimension, dimensions, unknown } from '@/lib/incidents/dimensions';
import { isWithin, type PlaceNode } from '@/lib/places/tree';
import type { Choice } from '@/lib/url/params';
import type { Places } from '../districts';

/**
 * The values to keep so that of what a filter keeps exactly those under one code remain; null where no filter says
 * that (a filter on wage arrears keeps incidents that are about land, too, but "wage arrears and land" is none).
 */
export function valuesOfCode(field: Dimension, filter: Choice, code: string): string[] | null {
  if (filter.any.length === 0 || filter.any.includes(code)) return [code];
  const parent = findTerm(dimensions[field].vocabulary, code)?.parent;
  return parent && filter.any.includes(parent) ? [code] : null;
}

/** The same for a place and everything below it. A filter on "place not known" keeps some of what lies there, and no filter says which. */
export function valuesOfPlace(filter: Choice, unit: PlaceNode, places: Places): string[] | null {
  if (filter.any.length === 0) return [unit.id];
  const named = filter.any.flatMap((value) => {
    const place = places.get(value.replace(/^@/, ''));
    return place ? [{ value, place }] : [];
  });
  const around = named.some(({ value, place }) => !value.startsWith('@') && isWithin(unit.path, place.path));
  if (around) return [unit.id];
  if (filter.any.includes(unknown)) return null;
  const inside = named.filter(({ place }) => isWithin(place.path, unit.path)).map(({ value }) => value);
  return inside.length > 0 ? inside : null;
}
