import { isCivilDate } from '@/lib/dates/civil';
import { datePrecisions } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import type { Aspect } from '@/lib/sources/evidence';
import { issuedInWords } from './words';

/** Fields of a directive that say one thing together: its date, its issuer. */
export const directiveAspects: readonly Aspect[] = [
  {
    label: { en: 'Issued', zh: '发出日期' },
    fields: ['issuedFrom', 'issuedTo', 'issuedPrecision'],
    inWords: dateInWords,
  },
  { label: { en: 'Issued by', zh: '发出者' }, fields: ['issuerOffice', 'issuerText', 'issuerPlaceId'] },
];

function dateInWords(values: ReadonlyMap<string, string>, locale: Locale): string | null {
  const day = (field: string) => {
    const value = values.get(field);
    return value && isCivilDate(value) ? value : null;
  };
  const precision = datePrecisions.find((one) => one === values.get('issuedPrecision')) ?? null;
  const issuedFrom = day('issuedFrom');
  if (issuedFrom === null) return null;
  return issuedInWords({ issuedFrom, issuedTo: day('issuedTo'), issuedPrecision: precision }, locale);
}
