import { termLabel } from '@/lib/codebook/vocabularies';
import { formatDate } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { RecordName, RecordResponse } from './types';

type Dated = Pick<RecordName, 'startsOn' | 'endsOn' | 'datePrecision' | 'dayPart'>;

/** The date of an incident in words: "13 Sep 2019, morning". */
export function whenInWords(incident: Dated, locale: Locale): string {
  const dayPart = incident.dayPart ? termLabel('dayPart', incident.dayPart, locale) : null;
  return formatDate({ ...incident, dayPart }, locale);
}

/** What authorities did, with number and length: "Detention (1 person, 7 days)". */
export function responseInWords({ kind, count, durationDays }: RecordResponse, locale: Locale): string {
  const { record } = recordMessages[locale];
  const label = termLabel('response', kind, locale);
  const details = [
    ...(count === null ? [] : [record.people(count)]),
    ...(durationDays === null ? [] : [record.days(durationDays)]),
  ];
  if (details.length === 0) return label;
  return locale === 'zh' ? `${label}（${details.join('，')}）` : `${label} (${details.join(', ')})`;
}
