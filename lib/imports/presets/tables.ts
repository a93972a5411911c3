import { termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import { locales } from '@/lib/i18n/locale';
import type { Binding, Crosswalk, DatesPlan, IncidentMapping, PlacePlan } from '../plan';

/**
 * Values of a file → codes of ours; `[]` = nothing can be coded from it. Values are compared without regard to case
 * and outer spaces, so each stands here once.
 */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A crosswalk of a preset. `otherwise` says what becomes of other values; null = that is left to the user. */
export function table(
  name: string,
  vocabulary: VocabularyName,
  values: Values,
  otherwise: Crosswalk['otherwise'] = null,
): Crosswalk {
  const entries = Object.entries(values).map(([from, to]) => ({
    from,
    to: typeof to === 'string' ? [to] : [...to],
  }));
  return { name, vocabulary, entries, otherwise };
}

/**
 * Values that are codes or labels of ours already, which need no entries; only "unknown" is none in a vocabulary where
 * it marks an empty field.
 */
export function ownCodes(name: string, vocabulary: VocabularyName, emptied: boolean): Crosswalk {
  const spellings = [
    'unknown',
    ...locales.map((locale) => termLabel(vocabulary, 'unknown', locale).toLowerCase()),
  ];
  return table(name, vocabulary, emptied ? each(spellings, []) : {});
}

/** The same codes for several spellings of a value. */
export const each = (spellings: readonly string[], to: string | readonly string[]): Values =>
  Object.fromEntries(spellings.map((spelling) => [spelling, to]));

/** What a preset says of a file of incidents; what it leaves out is empty. */
type Said = Pick<IncidentMapping, 'bindings'> &
  Partial<Pick<IncidentMapping, 'crosswalks' | 'constants' | 'key' | 'left' | 'skip'>> & {
    dates: Pick<DatesPlan, 'start'> & Partial<DatesPlan>;
    place: Partial<PlacePlan>;
  };

/** A mapping of incidents, with the crosswalks that its columns need and no others. */
export function incidents({ bindings, crosswalks = [], dates, place, ...rest }: Said): IncidentMapping {
  const used = new Set([
    ...bindings.map(({ crosswalk }: Binding) => crosswalk),
    dates.precision?.crosswalk,
    place.precision?.crosswalk,
  ]);
  return {
    kind: 'incidents',
    bindings,
    crosswalks: crosswalks.filter(({ name }) => used.has(name)),
    dates: { end: null, precision: null, convention: 'within', order: null, ...dates },
    place: {
      code: null,
      names: [],
      latitude: null,
      longitude: null,
      precision: null,
      decided: [],
      otherwise: null,
      ...place,
    },
    constants: [],
    key: [],
    left: [],
    skip: [],
    ...rest,
  };
}

/** A column that says how exact a day or a place is, with its crosswalk; null = the table has no such column. */
export const exactness = (column: string | null, crosswalk: string) =>
  column === null ? null : { column, crosswalk };

/** A column that must be there, since the preset does not fit without it; '' = somebody has to choose one. */
export const needed = (column: string | null) => ({ column: column ?? '' });
