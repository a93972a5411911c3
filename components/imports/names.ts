import { findField } from '@/lib/fields/types';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { Role } from '@/lib/imports/presets/suggest-words';
import { incidentFields } from '@/lib/incidents/fields';

/** What a column becomes, in words. */
export function roleName(role: string, locale: Locale): string {
  const own: Partial<Record<string, string>> = importMessages[locale].columns.roles;
  return own[role] ?? fieldName(role, locale);
}

/** A field of an incident in words. */
export const fieldName = (key: string, locale: Locale): string =>
  findField(incidentFields, key)?.label[locale] ?? key;

/** What columns can become, in groups. */
export const roleGroups = {
  day: ['start', 'end', 'datePrecision', 'year', 'month', 'day', 'endYear', 'endMonth', 'endDay', 'dayPart'],
  place: ['placeName', 'placeCode', 'latitude', 'longitude', 'placePrecision', 'destination'],
  record: ['externalId', 'title', 'titleZh', 'summary', 'type', 'sourceCategory', 'codingNote'],
  size: ['size', 'sizeMin', 'sizeMax', 'sizeApprox', 'sizeText'],
  coding: ['issues', 'groups', 'forms', 'targets', 'responses'],
} as const satisfies Record<string, readonly Role[]>;
