import type { VocabularyName } from '@/lib/codebook/vocabularies';
import { foldValue } from '@/lib/imports/convert/codes';
import type { Crosswalk, IncidentMapping } from '@/lib/imports/plan';
import type { Role } from '@/lib/imports/presets/suggest-words';
import { targetOf } from '@/lib/imports/targets';

/** A crosswalk of a vocabulary under a name, made where there is none. */
export function withCrosswalk(
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
