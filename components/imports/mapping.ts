import type { VocabularyName } from '@/lib/codebook/vocabularies';
import { foldValue, makeCoder } from '@/lib/imports/convert/codes';
import type { Binding, Crosswalk, DateOrder, IncidentMapping, Mapping } from '@/lib/imports/plan';
import type { Role } from '@/lib/imports/presets/suggest-words';
import { type TargetKey, targetKeys, targetOf } from '@/lib/imports/targets';

/** One thing that a column becomes; `binding`: which of the mapping, null = a part of the day or the place. */
export type Use = { column: string; role: Role; binding: number | null };

/** Roles that several columns may share; a field of another kind takes one column. */
const shared = (role: Role) =>
  role === 'placeName' ||
  (isTarget(role) && ['codes', 'responses'].includes(targetOf(role).kind)) ||
  role === 'summary' ||
  role === 'codingNote';

export const isTarget = (role: Role): role is TargetKey => targetKeys.some((key) => key === role);

/** Everything that columns become, in the order of the mapping. */
export function usesOf({ bindings, dates, place }: IncidentMapping): Use[] {
  const uses: Use[] = bindings.map(({ column, target }, binding) => ({ column, role: target, binding }));
  const add = (role: Role, column: string | null | undefined) => {
    if (column) uses.push({ column, role, binding: null });
  };
  if ('column' in dates.start) add('start', dates.start.column);
  else for (const part of ['year', 'month', 'day'] as const) add(part, dates.start[part]);
  if (dates.end && 'column' in dates.end) add('end', dates.end.column);
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
      const none = !('column' in start) && start.year === '' && start.month === '' && start.day === '';
      return { ...mapping, dates: { ...dates, start: none ? { column: '' } : start } };
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

/** A crosswalk of a vocabulary under a name, made where there is none. */
function withCrosswalk(
  mapping: IncidentMapping,
  wanted: string,
  vocabulary: VocabularyName,
): { mapping: IncidentMapping; name: string } {
  const known = mapping.crosswalks.find(
    (one) => one.vocabulary === vocabulary && (one.name === wanted || one.name.startsWith(`${wanted}-`)),
  );
  if (known) return { mapping, name: known.name };
  let name = wanted;
  for (let n = 2; mapping.crosswalks.some((one) => one.name === name); n += 1) name = `${wanted}-${n}`;
  const made: Crosswalk = { name, vocabulary, entries: [], otherwise: null };
  return { mapping: { ...mapping, crosswalks: [...mapping.crosswalks, made] }, name };
}

/** The mapping with a binding that is read otherwise. */
export function withHow(
  mapping: IncidentMapping,
  binding: number,
  how: Partial<Pick<Binding, 'split' | 'counts'>>,
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

/** Columns whose values one crosswalk codes. */
export type Coded = {
  name: string;
  role: Role;
  vocabulary: VocabularyName;
  /** Whether a value becomes one code at most. */
  single: boolean;
  columns: { column: string; split: string | null }[];
};

/** The crosswalks that columns use, each once. */
export function codedOf(mapping: IncidentMapping): Coded[] {
  const found = new Map<string, Coded>();
  const add = (
    name: string,
    role: Role,
    vocabulary: VocabularyName,
    single: boolean,
    from: Coded['columns'],
  ) => {
    const known = found.get(name);
    if (known) known.columns.push(...from);
    else found.set(name, { name, role, vocabulary, single, columns: from });
  };
  for (const { target, column, split, crosswalk, counts } of mapping.bindings) {
    const { kind, vocabulary } = targetOf(target);
    if (vocabulary && crosswalk && counts === null)
      add(crosswalk, target, vocabulary, kind === 'code', [{ column, split }]);
  }
  for (const [role, precision] of [
    ['datePrecision', mapping.dates.precision],
    ['placePrecision', mapping.place.precision],
  ] as const)
    if (precision) add(precision.crosswalk, role, role, true, [{ column: precision.column, split: null }]);
  return [...found.values()];
}

/** Every coded column with a crosswalk of its own or of its field, so that its values can be decided. */
export function withCrosswalks(given: IncidentMapping): IncidentMapping {
  let mapping = given;
  for (const [index, { target, crosswalk }] of given.bindings.entries()) {
    const { vocabulary } = targetOf(target);
    if (vocabulary === null || (crosswalk && mapping.crosswalks.some(({ name }) => name === crosswalk)))
      continue;
    const named = withCrosswalk(mapping, target, vocabulary);
    mapping = {
      ...named.mapping,
      bindings: named.mapping.bindings.map((one, at) =>
        at === index ? { ...one, crosswalk: named.name } : one,
      ),
    };
  }
  return mapping;
}

/** A value that a crosswalk decides or leaves open. `count` null = it was not met. */
export type CodedValue = { value: string; count: number | null; codes: readonly string[] | null };

/**
 * The values of a crosswalk: those that were met and are no codes of ours, the undecided first, then entries that were
 * not met. `met`: how often each value was met.
 */
export function valuesOf(
  mapping: IncidentMapping,
  { name, vocabulary }: Coded,
  met: ReadonlyMap<string, number>,
): { met: CodedValue[]; rest: CodedValue[] } {
  const crosswalk = mapping.crosswalks.find((one) => one.name === name) ?? null;
  const decided = new Map((crosswalk?.entries ?? []).map(({ from, to }) => [foldValue(from), to]));
  const own = makeCoder(vocabulary, null);
  const seen = new Set<string>();
  const found: CodedValue[] = [];
  for (const [value, count] of met) {
    const folded = foldValue(value);
    if (folded === '' || seen.has(folded)) continue;
    const codes = decided.get(folded) ?? null;
    if (codes === null && own(value) !== null) continue;
    seen.add(folded);
    found.push({ value, count, codes });
  }
  found.sort(
    (a, b) => Number(a.codes !== null) - Number(b.codes !== null) || (b.count ?? 0) - (a.count ?? 0),
  );
  const rest = (crosswalk?.entries ?? [])
    .filter(({ from }) => !seen.has(foldValue(from)))
    .map(({ from, to }) => ({ value: from, count: null, codes: to }));
  return { met: found, rest };
}

/** The mapping with a value that is decided; `to` null = it is left open again. */
export function withEntry(
  mapping: IncidentMapping,
  name: string,
  from: string,
  to: string[] | null,
): IncidentMapping {
  const folded = foldValue(from);
  return {
    ...mapping,
    crosswalks: mapping.crosswalks.map((one) => {
      if (one.name !== name) return one;
      const at = one.entries.findIndex((entry) => foldValue(entry.from) === folded);
      const entries = one.entries.filter((_, index) => index !== at);
      if (to !== null) entries.splice(at < 0 ? entries.length : at, 0, { from, to });
      return { ...one, entries };
    }),
  };
}

/** How often each value stands in columns, by rows of cells. */
export function countValues(
  columns: Coded['columns'],
  tables: readonly { headers: readonly string[]; rows: readonly (readonly string[])[] }[],
): Map<string, number> {
  const met = new Map<string, number>();
  for (const { headers, rows } of tables)
    for (const { column, split } of columns) {
      const at = headers.indexOf(column);
      if (at < 0) continue;
      for (const cells of rows)
        for (const part of split === null ? [cells[at] ?? ''] : (cells[at] ?? '').split(split)) {
          const value = part.trim();
          if (value !== '') met.set(value, (met.get(value) ?? 0) + 1);
        }
    }
  return met;
}

/** The mapping with a value that a field gets in all rows; '' = none. */
export function withConstant(mapping: IncidentMapping, target: TargetKey, value: string): IncidentMapping {
  const constants = mapping.constants.filter((one) => one.target !== target);
  return { ...mapping, constants: value === '' ? constants : [...constants, { target, value }] };
}

/** The mapping with what becomes of values that a crosswalk does not have. */
export function withOtherwise(
  mapping: IncidentMapping,
  name: string,
  otherwise: Crosswalk['otherwise'],
): IncidentMapping {
  return {
    ...mapping,
    crosswalks: mapping.crosswalks.map((one) => (one.name === name ? { ...one, otherwise } : one)),
  };
}

/** Texts of the file whose place was decided. */
export const decidedOf = ({ place }: Mapping): { from: string; to: string }[] => place?.decided ?? [];

/** The mapping with the place that a text of the file means; null = it is left open again. */
export function withDecided<Any extends Mapping>(mapping: Any, from: string, to: string | null): Any {
  if (!mapping.place) return mapping;
  const decided = mapping.place.decided.filter((one) => one.from !== from);
  const place = { ...mapping.place, decided: to === null ? decided : [...decided, { from, to }] };
  return { ...mapping, place };
}

/** Whether the day or the month comes first; null = not said. */
export const orderOf = (mapping: Mapping): DateOrder | null =>
  mapping.kind === 'incidents' ? mapping.dates.order : mapping.order;

/** The mapping with an order of day and month. */
export const withOrder = (mapping: Mapping, order: DateOrder | null): Mapping =>
  mapping.kind === 'incidents' ? { ...mapping, dates: { ...mapping.dates, order } } : { ...mapping, order };
