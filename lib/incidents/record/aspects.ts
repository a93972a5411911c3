import { termLabel } from '@/lib/codebook/vocabularies';
import { isCivilDate } from '@/lib/dates/civil';
import { formatDate } from '@/lib/dates/format';
import { type DatePrecision, datePrecisions } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import type { Aspect } from '@/lib/sources/evidence';
import { formatSize } from '../format';

type Values = ReadonlyMap<string, string>;

/** Fields of an incident that say one thing together: date, place, participants. */
export const incidentAspects: readonly Aspect[] = [
  {
    label: { en: 'Date', zh: '日期' },
    fields: ['startsOn', 'endsOn', 'datePrecision', 'dayPart'],
    inWords: dateInWords,
  },
  { label: { en: 'Place', zh: '地点' }, fields: ['placeId', 'placePrecision', 'latitude', 'longitude'] },
  {
    label: { en: 'Participants', zh: '参与人数' },
    fields: ['sizeMin', 'sizeMax', 'sizeApprox', 'sizeText'],
    inWords: sizeInWords,
  },
];

function dateInWords(values: Values, locale: Locale): string | null {
  const startsOn = values.get('startsOn');
  const endsOn = values.get('endsOn') ?? startsOn;
  const datePrecision = precisionOf(values.get('datePrecision'));
  if (!startsOn || !endsOn || !isCivilDate(startsOn) || !isCivilDate(endsOn) || !datePrecision) return null;
  const part = values.get('dayPart');
  const dayPart = part ? termLabel('dayPart', part, locale) : null;
  return formatDate({ startsOn, endsOn, datePrecision, dayPart }, locale);
}

function precisionOf(code: string | undefined): DatePrecision | null {
  return datePrecisions.find((precision) => precision === code) ?? null;
}

function sizeInWords(values: Values, locale: Locale): string {
  const bound = (field: string) => {
    const value = values.get(field);
    return value && /^\d+$/.test(value) ? Number(value) : null;
  };
  return formatSize(
    {
      sizeMin: bound('sizeMin'),
      sizeMax: bound('sizeMax'),
      sizeApprox: values.get('sizeApprox') === 'true',
      sizeText: values.get('sizeText') ?? null,
    },
    locale,
  );
}
