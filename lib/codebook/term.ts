import type { Localised } from '@/lib/i18n/locale';
import type { Term, Vocabulary } from './types';

/** A text in English and Chinese, in this order. */
export type Pair = readonly [en: string, zh: string];

const localised = ([en, zh]: Pair): Localised => ({ en, zh });

/** One term; `extra` places it under a broader term or in a family, or marks it as a filter value only. */
export function term(
  code: string,
  label: Pair,
  definition: Pair,
  example: Pair,
  extra: Pick<Term, 'parent' | 'family' | 'stored'> = {},
): Term {
  return {
    code,
    label: localised(label),
    definition: localised(definition),
    example: localised(example),
    ...extra,
  };
}

/** One vocabulary; `several` says whether a record may hold more than one of its terms. */
export function vocabulary(
  name: string,
  several: boolean,
  label: Pair,
  definition: Pair,
  terms: readonly Term[],
): Vocabulary {
  return { name, several, label: localised(label), definition: localised(definition), terms };
}
