import type { Locale } from '@/lib/i18n/locale';

/** A place as a search finds it. */
export type Found = { id: string; label: string; within: string };

/** The places that a name, a code or an id may mean. Throws when the server does not answer. */
export async function findPlaces(text: string, locale: Locale, signal: AbortSignal): Promise<Found[]> {
  const response = await fetch(`/places.json?q=${encodeURIComponent(text)}&lang=${locale}`, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()).places;
}

/** A place with those it lies in, as the language has it: from narrow to wide, in Chinese the other way round. */
export function inFull({ label, within }: Found, locale: Locale): string {
  if (locale === 'zh') return within.split('，').reverse().join('') + label;
  return within === '' ? label : `${label}, ${within}`;
}
