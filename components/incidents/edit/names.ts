import { findField } from '@/lib/fields/types';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import { incidentFields } from '@/lib/incidents/fields';

/** Names what stands at a path of a record: “Summary”, “Evidence 2: Note on it”. */
export function pathInWords(path: string, locale: Locale): string {
  const words = editMessages[locale];
  const [field = '', index, key = ''] = path.split('.');
  const list = { claims: words.claim, responses: words.response }[field];
  if (list && index !== undefined) {
    const item = list.item(Number(index) + 1);
    const name = (list as Record<string, unknown>)[key];
    return typeof name === 'string' ? `${item}: ${name}` : item;
  }
  if (field === 'dataset') return words.dataset;
  if (field === 'placeId') return words.labels.place;
  if (field === 'reason') return words.why;
  if (field === 'claims') return words.sections.claims;
  return findField(incidentFields, field)?.label[locale] ?? field;
}
