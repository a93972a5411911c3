import type { Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { type PlaceField, unknown } from '@/lib/incidents/dimensions';
import type { PlaceNode } from '@/lib/places/tree';
import { type Names, valueLabel } from './describe';
import { type Places, whereabouts } from './districts';

/** Puts places together to the units of an area, and to what lies above and outside them. */
export type PlaceFold = {
  /** Code of the unit or of the group that a place is counted under. */
  codeOf: (placeId: string) => string;
  labelOf: (code: string) => string;
  /** Values of a place filter that keep exactly what is counted under the code; empty = none can. */
  valuesOf: (code: string) => string[];
  isApart: (code: string) => boolean;
  isUnit: (code: string) => boolean;
};

/** Codes of the groups that are no units; no place has such an id. */
export const placeGroups = { area: 'area-only', outside: 'outside' } as const;

/** Most places that a filter names to stand for a group. */
const mostNamed = 40;

/** Folds the places that incidents name in a field to the units of an area. `seen` = ids of those places. Pure. */
export function placeFold(
  field: PlaceField,
  scope: PlaceNode | null,
  units: readonly PlaceNode[],
  seen: Iterable<string>,
  { places, names, locale }: { places: Places; names: Names; locale: Locale },
): PlaceFold {
  const t = breakdownMessages[locale].matrix;
  const unitIds = new Set(units.map(({ id }) => id));
  const codes = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const id of seen) {
    if (id === unknown) continue;
    const place = places.get(id);
    if (!place || !scope) throw new RangeError(`incidents name the place ${id}, which does not exist`);
    const at = whereabouts(place, scope, unitIds, places);
    const code =
      typeof at !== 'string' ? at.unitId : at === 'outside' ? placeGroups.outside : placeGroups.area;
    codes.set(id, code);
    if (typeof at === 'string') members.set(code, [...(members.get(code) ?? []), id]);
  }
  const area = scope ? names.place(scope.id) : '';
  const labels: Record<string, string> = {
    [placeGroups.area]: t.noDistrict,
    [placeGroups.outside]: t.outside(area),
    [unknown]: valueLabel(field, unknown, names, locale),
  };
  return {
    codeOf: (id) => codes.get(id) ?? id,
    labelOf: (code) => labels[code] ?? names.place(code),
    valuesOf: (code) => {
      if (!(code in labels) || code === unknown) return [code];
      const ids = members.get(code) ?? [];
      return code === placeGroups.outside || ids.length > mostNamed ? [] : ids.map((id) => `@${id}`).sort();
    },
    isApart: (code) => code in labels,
    isUnit: (code) => unitIds.has(code),
  };
}
