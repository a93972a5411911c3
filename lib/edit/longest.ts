import type { FieldProblem } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { editProblems } from '@/lib/i18n/messages/edit-problems';

/** Longest texts, in characters, and the most words that may be quoted of a source. */
export const longest = {
  title: 300,
  line: 400,
  text: 20_000,
  address: 2_000,
  quotedWords: 12,
  list: 200,
} as const;

/**
 * The texts of a record that are longer than any may be, each by its path (`claims.2.note`): for a record that is too
 * large to be sent, of which the server does not get to see the fields. Pure.
 */
export function tooLongTexts(record: object, locale: Locale, at = ''): FieldProblem[] {
  return Object.entries(record).flatMap(([key, value]): FieldProblem[] => {
    const field = `${at}${key}`;
    if (typeof value === 'string' && value.length > longest.text)
      return [{ field, value: value.slice(0, 80), message: editProblems[locale].tooLong(value) }];
    return typeof value === 'object' && value !== null ? tooLongTexts(value, locale, `${field}.`) : [];
  });
}
