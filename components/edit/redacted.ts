import { findPersonalData, redact } from '@/lib/privacy/detect';

/** A text with a mark in the place of whatever looks like personal data, in the language of the text. */
export function redacted(text: string): string {
  return redact(text, findPersonalData(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');
}
