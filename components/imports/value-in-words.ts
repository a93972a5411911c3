import { termLabel } from '@/lib/codebook/vocabularies';
import { findField } from '@/lib/fields/types';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import { incidentFields } from '@/lib/incidents/fields';

/** A value of a field as text: codes by their names, everything else as it stands. */
export function valueInWords(field: string, value: unknown, locale: Locale): string {
  const words = importMessages[locale];
  if (value === null || value === undefined || value === '') return words.report.emptyValue;
  const vocabulary = findField(incidentFields, field)?.vocabulary;
  if (Array.isArray(value)) {
    if (value.length === 0) return words.report.emptyValue;
    return value.map((one) => valueInWords(field, one, locale)).join(words.and);
  }
  if (typeof value === 'string') return vocabulary ? termLabel(vocabulary, value, locale) : value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
