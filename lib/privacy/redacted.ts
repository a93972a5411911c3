import type { Locale } from '@/lib/i18n/locale';
import { type Finding, findPersonalData, redact } from './detect';
import { mayHoldNumbers } from './glance';

const languageOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

/** A text with a mark in the place of whatever looks like personal data, in the language of the text. */
export function redacted(text: string): string {
  return redact(text, findPersonalData(text), languageOf(text));
}

const isNumber = ({ kind }: Finding) => kind !== 'name';

/** A mark can part what stood in the way of another finding; this is how often that is looked into. */
const mostRounds = 10;

/**
 * A text with a mark in the place of each number or address of a person (every kind of finding but names, which are
 * only a maybe), in the language of the text; the very same text where there is none.
 */
export function withoutNumbers(text: string): string {
  if (!mayHoldNumbers(text)) return text;
  let left = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const found = findPersonalData(left).filter(isNumber);
    if (found.length === 0) break;
    left = redact(left, found, languageOf(text));
  }
  return left;
}
