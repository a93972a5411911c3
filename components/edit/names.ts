import { findField } from '@/lib/fields/types';
import type { Locale } from '@/lib/i18n/locale';
import { colon } from '@/lib/i18n/marks';
import { editMessages } from '@/lib/i18n/messages/edit';
import { type EditKind, editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { fieldsOf } from './dictionaries';

/** Names what stands at a path of a record: “Summary”, “Evidence 2: Note on it”. */
export function pathInWords(path: string, kind: EditKind, locale: Locale): string {
  const words = editMessages[locale];
  const own = editRecordMessages[locale][kind];
  const [field = '', index, key = ''] = path.split('.');
  const list = { claims: words.claim, responses: words.response }[field];
  if (list && index !== undefined) {
    const item = list.item(Number(index) + 1);
    const name = (list as Record<string, unknown>)[key];
    return typeof name === 'string' ? `${item}${colon[locale]}${name}` : item;
  }
  if (field === 'dataset') return words.dataset;
  if (field === 'reason') return words.why;
  if (field === 'careReason') return words.care.reason;
  if (field === 'claims') return words.sections.claims;
  return own.labels[field] ?? findField(fieldsOf(kind), field)?.label[locale] ?? field;
}
