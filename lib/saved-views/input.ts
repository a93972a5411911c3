import { z } from 'zod';
import { type ProblemWords, readInput } from '@/lib/http/input';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { savedMessages } from '@/lib/i18n/messages/saved';
import { isImpersonal } from '@/lib/privacy/impersonal';
import { longestDescription, longestName, type ViewPage, viewPages } from './types';

/** Longest query string that is taken, in characters; as long as an address may be. */
const longestQuery = 4_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const control = /[\u0000-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, but for line breaks and tabs
const controlInText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** A view as somebody asks to save it, checked but for its query string. */
export type ViewInput = { name: string; description: string | null; page: ViewPage; query: string };

/** The form of what is sent; messages are keys of `savedMessages.problems`. */
const shape = z.strictObject({
  name: z
    .string('nameMissing')
    .trim()
    .min(1, 'nameMissing')
    .max(longestName, 'nameTooLong')
    .refine((text) => !control.test(text), 'nameNotText')
    .refine(isImpersonal, 'namePersonal'),
  description: z
    .string('descriptionNotText')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(longestDescription, 'descriptionTooLong')
        .refine((text) => !controlInText.test(text), 'descriptionNotText')
        .refine(isImpersonal, 'descriptionPersonal'),
    )
    .nullish()
    .transform((text) => text || null),
  page: z.enum(viewPages, 'pageUnknown'),
  query: z.string('queryMissing').max(longestQuery, 'queryTooLong'),
});

/**
 * Checks what somebody asks to save. Its query string is read by `parseSelectionStrictly` afterwards.
 * @throws AppError `invalid` that names every field that can't be taken, with the remedy in words. Pure.
 */
export function parseViewInput(body: unknown, locale: Locale): ViewInput {
  const { problems } = savedMessages[locale];
  const words = Object.fromEntries(
    Object.entries(problems).map(([key, sentence]) => [
      key,
      (value: string) => sentence(value === '' ? '' : formatNumber(value.trim().length, locale)),
    ]),
  ) as ProblemWords;
  return readInput(shape, body, words);
}
