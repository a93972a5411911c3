import { isCivilDate } from '@/lib/dates/civil';
import { formatDay } from '@/lib/dates/format';
import type { Field } from '@/lib/fields/types';
import { formatExact, type Locale, listed } from '@/lib/i18n/locale';
import { termLabel } from './vocabularies';

const yesNo = { en: { true: 'yes', false: 'no' }, zh: { true: '是', false: '否' } } as const;

/**
 * A coded value, as it stands in a CSV cell, in the words of a language. What is not a value of the field's
 * type is given back as it is. `placeName` names a place by its id.
 */
export function valueInWords(
  field: Field | null,
  value: string,
  locale: Locale,
  placeName: (id: string) => string,
): string {
  switch (field?.type) {
    case 'code':
    case 'codes': {
      const { vocabulary } = field;
      if (!vocabulary) return value;
      const labels = value.split(/\s*[;|]\s*/).map((code) => termLabel(vocabulary, code, locale));
      return listed(labels, locale);
    }
    case 'date':
      return isCivilDate(value) ? formatDay(value, locale) : value;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(value) ? formatExact(Number(value), locale, 5) : value;
    case 'boolean':
      return value === 'true' || value === 'false' ? yesNo[locale][value] : value;
    case 'place':
      return placeName(value);
    default:
      return value;
  }
}
