import { z } from 'zod';
import { storedCodesOf, type VocabularyName } from '@/lib/codebook/vocabularies';
import { isCivilDate } from '@/lib/dates/civil';
import { spanProblem } from '@/lib/dates/span-problem';
import { findField } from '@/lib/fields/types';
import { incidentFields } from '../fields';

/** Longest texts, in characters, and the most words that may be quoted of a source. */
export const longest = { title: 300, line: 400, text: 20_000, quotedWords: 12, list: 200 } as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const control = /[\u0000-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, but for line breaks and tabs
const controlInText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
/** Whether no half of a character stands in a text. */
const whole = (text: string) => !/\p{Cs}/u.test(text);

const line = (most: number) =>
  z
    .string('notText')
    .trim()
    .max(most, 'tooLong')
    .refine((text) => !control.test(text) && whole(text), 'notText');
const required = (most: number) => line(most).min(1, 'missing');
const maybe = (most: number) =>
  line(most)
    .nullable()
    .transform((text) => text || null);
const prose = z
  .string('notText')
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .max(longest.text, 'tooLong')
      .refine((text) => !controlInText.test(text) && whole(text), 'notText'),
  );
const quote = maybe(longest.line).refine(
  (words) => words === null || words.split(/\s+/).length <= longest.quotedWords,
  'quoteTooLong',
);
const civil = z.string('notDay').refine(isCivilDate, 'notDay');
const count = z.int('notCount').min(1, 'notCount').max(2_147_483_647, 'notCount').nullable();
const degrees = (most: number) =>
  z.number('notDegrees').min(-most, 'notDegrees').max(most, 'notDegrees').nullable();
const code = (name: VocabularyName) =>
  z.string('notCode').refine((value) => storedCodesOf(name).includes(value), 'notCode');
const codes = (name: VocabularyName) =>
  z
    .array(code(name), 'notCode')
    .max(longest.list, 'tooMany')
    .refine((list) => new Set(list).size === list.length, 'twice');
const place = z.string('placeMissing').min(1, 'placeMissing').max(80, 'placeUnknown');
const ref = z
  .string('refForm')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'refForm')
  .max(120, 'refForm');

const response = z.strictObject({
  kind: code('response'),
  count,
  durationDays: count,
  sizeText: quote,
});

const claim = z.strictObject({
  field: z.string('fieldUnknown').refine((key) => findField(incidentFields, key) !== null, 'fieldUnknown'),
  value: required(longest.line),
  printed: quote,
  source: ref,
  locator: maybe(80),
  basis: code('basis'),
  followed: z.boolean('notText'),
  note: maybe(longest.line),
});

/** An incident as somebody sends it. Messages are keys of `editMessages.problems`. */
export const incidentInput = z
  .strictObject({
    title: required(longest.title),
    titleZh: maybe(longest.title),
    summary: prose,
    type: code('type'),
    sourceCategory: maybe(longest.line),
    startsOn: civil,
    endsOn: civil,
    datePrecision: code('datePrecision'),
    dayPart: code('dayPart').nullable(),
    placeId: place,
    placePrecision: code('placePrecision'),
    destinationPlaceId: place.nullable(),
    latitude: degrees(90),
    longitude: degrees(180),
    sizeMin: count,
    sizeMax: count,
    sizeApprox: z.boolean('notText'),
    sizeText: quote,
    issues: codes('issue'),
    groups: codes('group'),
    forms: codes('form'),
    targets: codes('target'),
    codingNote: prose.nullable().transform((text) => text || null),
    responses: z.array(response).max(longest.list, 'tooMany'),
    claims: z.array(claim).max(1_000, 'tooMany'),
    directives: z
      .array(ref)
      .max(longest.list, 'tooMany')
      .refine((list) => new Set(list).size === list.length, 'twice'),
  })
  .superRefine((row, context) => {
    const report = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const span = spanProblem(row.startsOn, row.endsOn, row.datePrecision);
    if (span) report('endsOn', span);
    if (row.sizeMin !== null && row.sizeMax !== null && row.sizeMin > row.sizeMax)
      report('sizeMax', 'sizeOrder');
    if ((row.latitude === null) !== (row.longitude === null)) report('longitude', 'halfPoint');
  });

const reason = z
  .string('notText')
  .trim()
  .max(1_000, 'tooLong')
  .refine((text) => !control.test(text) && whole(text), 'notText')
  .nullish()
  .transform((text) => text || null);
const version = z.int('versionMissing').min(1, 'versionMissing');
/** Why records are let pass although they look like the same event, or as if they named a person; null = not asked yet. */
const passes = { notDuplicate: z.boolean('notText').default(false), careReason: reason };

/** What each request that changes an incident may hold, and nothing else. */
export const editInputs = {
  create: z.strictObject({ dataset: ref, incident: incidentInput, ...passes }),
  update: z.strictObject({ ref, version, incident: incidentInput, reason, ...passes }),
  restore: z.strictObject({ ref, version, to: z.int('versionMissing').min(1, 'versionMissing'), reason }),
  step: z.strictObject({
    ref,
    version,
    to: z.enum(['draft', 'in-review', 'published', 'withdrawn'], 'notCode'),
    reason,
    careReason: reason,
  }),
} as const;

export type EditInput<Kind extends keyof typeof editInputs> = z.infer<(typeof editInputs)[Kind]>;
