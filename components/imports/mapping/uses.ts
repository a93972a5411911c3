import type { Binding, DayColumns, IncidentMapping } from '@/lib/imports/plan';
import type { Role } from '@/lib/imports/presets/suggest-words';
import { type TargetKey, targetKeys, targetOf } from '@/lib/imports/targets';
import { withCrosswalk } from './crosswalks';

/** One thing that a column becomes; `binding`: which of the mapping, null = a part of the day or the place. */
export type Use = { column: string; role: Role; binding: number | null };

/** Roles that several columns may share; a field of another kind takes one column. */
const shared = (role: Role) =>
  role === 'placeName' ||
  (isTarget(role) && ['codes', 'responses'].includes(targetOf(role).kind)) ||
  role === 'summary' ||
  role === 'codingNote';

export const isTarget = (role: Role): role is TargetKey => targetKeys.some((key) => key === role);

/** The parts of a last day that stands in three columns. */
const endParts = [
  ['endYear', 'year'],
  ['endMonth', 'month'],
  ['endDay', 'day'],
] as const;
type EndRole = (typeof endParts)[number][0];

const isEmpty = (day: DayColumns) =>
  !('column' in day) && day.year === '' && day.month === '' && day.day === '';

/** A last day of three columns with another one for a part of it. */
function withEndPart(end: DayColumns | null, role: EndRole, column: string): DayColumns {
  const parts = end && !('column' in end) ? end : { year: '', month: '', day: '' };
  return { ...parts, [endParts.find(([one]) => one === role)?.[1] ?? 'day']: column };
}

/** Everything that columns become, in the order of the mapping. */
export function usesOf({ bindings, dates, place }: IncidentMapping): Use[] {
  const uses: Use[] = bindings.map(({ column, target }, binding) => ({ column, role: target, binding }));
  const add = (role: Role, column: string | null | undefined) => {
    if (column) uses.push({ column, role, binding: null });
  };
  if ('column' in dates.start) add('start', dates.start.column);
  else for (const part of ['year', 'month', 'day'] as const) add(part, dates.start[part]);
  if (dates.end && 'column' in dates.end) add('end', dates.end.column);
  else if (dates.end) for (const [role, part] of endParts) add(role, dates.end[part]);
  add('datePrecision', dates.precision?.column);
  add('placeCode', place.code);
  for (const name of place.names) add('placeName', name);
  add('latitude', place.latitude);
  add('longitude', place.longitude);
  add('placePrecision', place.precision?.column);
  return uses;
}

/** The mapping without one of its uses. */
export function withoutUse(mapping: IncidentMapping, { column, role, binding }: Use): IncidentMapping {
  if (binding !== null)
    return { ...mapping, bindings: mapping.bindings.filter((_, index) => index !== binding) };
  const { dates, place } = mapping;
  switch (role) {
    case 'start':
      return { ...mapping, dates: { ...dates, start: { column: '' } } };
    case 'year':
    case 'month':
    case 'day': {
      const start = 'column' in dates.start ? dates.start : { ...dates.start, [role]: '' };
      return { ...mapping, dates: { ...dates, start: isEmpty(start) ? { column: '' } : start } };
    }
    case 'endYear':
    case 'endMonth':
    case 'endDay': {
      const end = withEndPart(dates.end, role, '');
      return { ...mapping, dates: { ...dates, end: isEmpty(end) ? null : end } };
    }
    case 'end':
      return { ...mapping, dates: { ...dates, end: null } };
    case 'datePrecision':
      return { ...mapping, dates: { ...dates, precision: null } };
    case 'placeCode':
      return { ...mapping, place: { ...place, code: null } };
    case 'placeName':
      return { ...mapping, place: { ...place, names: place.names.filter((name) => name !== column) } };
    case 'latitude':
    case 'longitude':
      return { ...mapping, place: { ...place, [role]: null } };
    case 'placePrecision':
      return { ...mapping, place: { ...place, precision: null } };
    default:
      return mapping;
  }
}

/** The mapping with a column that becomes something more; what can only be one column is taken from the other. */
export function withUse(given: IncidentMapping, column: string, role: Role): IncidentMapping {
  let mapping: IncidentMapping = { ...given, left: given.left.filter((name) => name !== column) };
  if (!shared(role))
    for (const use of usesOf(mapping)
      .filter((one) => one.role === role)
      .reverse())
      mapping = withoutUse(mapping, use);
  if (isTarget(role)) return withBinding(mapping, column, role);
  const { dates, place } = mapping;
  switch (role) {
    case 'start':
      return { ...mapping, dates: { ...dates, start: { column } } };
    case 'year':
    case 'month':
    case 'day': {
      const start = 'column' in dates.start ? { year: '', month: '', day: '' } : dates.start;
      return { ...mapping, dates: { ...dates, start: { ...start, [role]: column } } };
    }
    case 'end':
      return { ...mapping, dates: { ...dates, end: { column } } };
    case 'endYear':
    case 'endMonth':
    case 'endDay':
      return { ...mapping, dates: { ...dates, end: withEndPart(dates.end, role, column) } };
    case 'datePrecision':
    case 'placePrecision': {
      const named = withCrosswalk(mapping, role, role);
      const precision = { column, crosswalk: named.name };
      return role === 'datePrecision'
        ? { ...named.mapping, dates: { ...dates, precision } }
        : { ...named.mapping, place: { ...place, precision } };
    }
    case 'placeCode':
      return { ...mapping, place: { ...place, code: column } };
    case 'placeName':
      return place.names.includes(column) || place.names.length >= 8
        ? mapping
        : { ...mapping, place: { ...place, names: [...place.names, column] } };
    default:
      return { ...mapping, place: { ...place, [role]: column } };
  }
}

function withBinding(mapping: IncidentMapping, column: string, target: TargetKey): IncidentMapping {
  if (mapping.bindings.some((one) => one.column === column && one.target === target)) return mapping;
  const { vocabulary } = targetOf(target);
  const binding: Binding = { target, column, split: null, crosswalk: null, pick: null, counts: null };
  if (vocabulary === null) return { ...mapping, bindings: [...mapping.bindings, binding] };
  const { mapping: named, name } = withCrosswalk(mapping, target, vocabulary);
  return { ...named, bindings: [...named.bindings, { ...binding, crosswalk: name }] };
}

/** The mapping with a binding that is read otherwise. */
export function withHow(
  mapping: IncidentMapping,
  binding: number,
  how: Partial<Pick<Binding, 'split' | 'counts' | 'pick'>>,
): IncidentMapping {
  return {
    ...mapping,
    bindings: mapping.bindings.map((one, index) => (index === binding ? { ...one, ...how } : one)),
  };
}

/** The mapping with a column that is left out, or kept beside. */
export function withLeft(mapping: IncidentMapping, column: string, isLeft: boolean): IncidentMapping {
  const left = mapping.left.filter((name) => name !== column);
  return { ...mapping, left: isLeft ? [...left, column] : left };
}
