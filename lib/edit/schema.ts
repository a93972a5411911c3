import { z } from 'zod';
import { storedCodesOf, type VocabularyName } from '@/lib/codebook/vocabularies';
import { isCivilDate } from '@/lib/dates/civil';
import { type Field, findField } from '@/lib/fields/types';
import { isImpersonal } from '@/lib/privacy/impersonal';
import { longest } from './longest';

/*
 * The parts that schemas of records which somebody sends are made of. Messages are keys of `editProblems`
 * (lib/i18n/messages/edit-problems).
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const control = /[\u0000-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, but for line breaks and tabs
const controlInText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
/** Whether no half of a character stands in a text. */
const whole = (text: string) => !/\p{Cs}/u.test(text);

/** One line of text. */
export const line = (most: number) =>
  z
    .string('notText')
    .trim()
    .max(most, 'tooLong')
    .refine((text) => !control.test(text) && whole(text), 'notText');

/** One line that must not be empty. */
export const required = (most: number) => line(most).min(1, 'missing');

/** One line; empty = null. */
export const maybe = (most: number) =>
  line(most)
    .nullable()
    .transform((text) => text || null);

/** A text of many lines. */
export const prose = z
  .string('notText')
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .max(longest.text, 'tooLong')
      .refine((text) => !controlInText.test(text) && whole(text), 'notText'),
  );

/** The same; empty = null. */
export const maybeProse = prose.nullable().transform((text) => text || null);

/** Words as printed by a source, only a few. */
export const quote = maybe(longest.line).refine(
  (words) => words === null || words.split(/\s+/).length <= longest.quotedWords,
  'quoteTooLong',
);

/** A day of the calendar. */
export const civil = z.string('notDay').refine(isCivilDate, 'notDay');

/** A term of a vocabulary that records may hold. */
export const code = (name: VocabularyName) =>
  z.string('notCode').refine((value) => storedCodesOf(name).includes(value), 'notCode');

/** A list without repeats. */
export const listOf = <Item extends z.ZodType<string>>(item: Item, most: number, message: string) =>
  z
    .array(item, message)
    .max(most, 'tooMany')
    .refine((list) => new Set(list).size === list.length, 'twice');

/** Several terms of a vocabulary. */
export const codes = (name: VocabularyName) => listOf(code(name), longest.list, 'notCode');

/** The id of a place. */
export const place = z.string('placeMissing').min(1, 'placeMissing').max(80, 'placeUnknown');

/** The public name of a record. */
export const ref = z
  .string('refForm')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'refForm')
  .max(120, 'refForm');

/** An address of the web, and nothing else that can be clicked; empty = null. */
export const webAddress = maybe(longest.address).refine(
  (text) => text === null || isWebAddress(text),
  'notAddress',
);

/** Whether a text is an address with http or https, without a name or password in it. Pure. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/]/i.test(text) || /[\s<>"\\^`{|}]/.test(text)) return false;
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** One piece of evidence for one of the fields of a dictionary. */
export const claimOf = (fields: readonly Field[]) =>
  z.strictObject({
    field: z.string('fieldUnknown').refine((key) => findField(fields, key) !== null, 'fieldUnknown'),
    value: required(longest.line),
    printed: quote,
    source: ref,
    locator: maybe(80),
    basis: code('basis'),
    followed: z.boolean('notText'),
    note: maybe(longest.line),
  });

/** Why something was done; null = not said. The history keeps it for good. */
export const reason = z
  .string('notText')
  .trim()
  .max(1_000, 'tooLong')
  .refine((text) => !control.test(text) && whole(text), 'notText')
  .refine(isImpersonal, 'personalReason')
  .nullish()
  .transform((text) => text || null);

/** The links that a form began with, so that those made elsewhere since stay; left out = it sets them all. */
export const linked = listOf(ref, longest.list, 'refForm').optional();

/** The version that a change begins with. */
export const version = z.int('versionMissing').min(1, 'versionMissing');

/** What a request that takes a record a step through the work on it may hold. */
export const stepInput = z.strictObject({
  ref,
  version,
  to: z.enum(['draft', 'in-review', 'published', 'withdrawn'], 'notCode'),
  reason,
  careReason: reason,
});

/** What a request that restores a version may hold. */
export const restoreInput = z.strictObject({ ref, version, to: version, reason, careReason: reason });
