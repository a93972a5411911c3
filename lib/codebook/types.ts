import type { Localised } from '@/lib/i18n/locale';

/** One value of a vocabulary. `code` is a lowercase kebab string, the same in database, URL and CSV. */
export type Term = {
  code: string;
  label: Localised;
  /** What falls under the term and what does not. */
  definition: Localised;
  /** A made-up or well-known example; never a private person. */
  example: Localised;
  /** Code of the broader term, in vocabularies of two levels. */
  parent?: string;
  /** The family a term belongs to, for grouping on screen only (responses). */
  family?: string;
  /** `false`: a value of filters and facets only; no record holds it (it stands for an empty or null field). */
  stored?: false;
};

/** A closed list of values for one field. */
export type Vocabulary = {
  name: string;
  label: Localised;
  definition: Localised;
  /** Whether a record may have several of its terms. */
  several: boolean;
  terms: readonly Term[];
};
