import type { VocabularyName } from '@/lib/codebook/vocabularies';
import type { Localised } from '@/lib/i18n/locale';

/** What kind of value a field holds. `date` is a civil day; `place` the id of a place. */
export type FieldType = 'text' | 'code' | 'codes' | 'date' | 'number' | 'boolean' | 'place';

/** One field of a record, as forms, tables, exports, imports and the codebook page know it. */
export type Field = {
  /** Name in code, and in the claims that rest on it. */
  key: string;
  /** Header of the column in a CSV file. */
  column: string;
  label: Localised;
  type: FieldType;
  /** The vocabulary of a `code` or `codes` field. */
  vocabulary?: VocabularyName;
  /** Whether a `text` or `place` field may hold several values; `codes` always may. */
  several?: true;
  /** What the field means, its unit, and what an empty cell means. */
  help: Localised;
  /** Names that other projects use for the same thing, in lowercase, for the mapping of an import. */
  aliases: readonly string[];
  /** Whether exports carry it. */
  exported: boolean;
};

/** The field with that key; null = the record has none. */
export function findField(fields: readonly Field[], key: string): Field | null {
  return fields.find((field) => field.key === key) ?? null;
}
