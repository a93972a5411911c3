import { termLabel } from '@/lib/codebook/vocabularies';
import { formatDate } from '@/lib/dates/format';
import { type Locale, listed } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { DirectiveRow } from './types';

/** The date of a directive in words; "undated" where it has none. */
export function issuedInWords(
  directive: Pick<DirectiveRow, 'issuedFrom' | 'issuedTo' | 'issuedPrecision'>,
  locale: Locale,
): string {
  const { issuedFrom, issuedTo, issuedPrecision } = directive;
  if (issuedFrom === null) return recordMessages[locale].undated;
  return formatDate(
    {
      startsOn: issuedFrom,
      endsOn: issuedTo ?? issuedFrom,
      datePrecision: issuedPrecision ?? 'day',
      dayPart: null,
    },
    locale,
  );
}

/** The issuer: the office written out where it is, else the term of the vocabulary. */
export function issuerInWords(
  directive: Pick<DirectiveRow, 'issuerOffice' | 'issuerText'>,
  locale: Locale,
): string {
  return directive.issuerText ?? termLabel('office', directive.issuerOffice, locale);
}

/** Those addressed, as a list in words; null = not said. */
export function addresseesInWords(addressees: readonly string[], locale: Locale): string | null {
  return addressees.length === 0 ? null : listed(addressees, locale);
}
