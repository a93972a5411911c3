import { z } from 'zod';
import { longest } from '@/lib/edit/longest';
import {
  civil,
  code,
  maybe,
  maybeProse,
  place,
  quote,
  reason,
  ref,
  required,
  restoreInput,
  version,
  webAddress,
} from '@/lib/edit/schema';

/** The tag of a language as BCP 47 has it, written as usual: `zh-hans` becomes `zh-Hans`. */
const language = required(35).transform((tag, context) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    context.addIssue({ code: 'custom', message: 'notLanguage' });
    return z.NEVER;
  }
});

/** A source as somebody sends it. Messages are keys of `editProblems`. */
const sourceInput = z.strictObject({
  outlet: required(longest.title),
  headline: required(longest.title),
  headlineZh: maybe(longest.title),
  publishedOn: civil.nullable(),
  url: webAddress,
  archiveUrl: webAddress,
  kind: code('sourceKind'),
  language,
  note: maybeProse,
});

/** A number that the column holds without loss: 16 digits before the point, 4 behind it. */
const decimal = z
  .number('notNumber')
  .refine((value) => Math.abs(value) < 1e15 && Number(value.toFixed(4)) === value, 'notNumber');

/** A reported figure as somebody sends it. */
const figureInput = z
  .strictObject({
    dataset: ref.nullable(),
    metric: required(80).regex(/^[a-z0-9]+([-:][a-z0-9]+)*$/, 'notMetric'),
    label: required(longest.title),
    labelZh: maybe(longest.title),
    value: decimal,
    bound: code('bound'),
    unit: required(40),
    placeId: place.nullable(),
    from: civil.nullable(),
    to: civil.nullable(),
    printed: quote,
    source: ref,
    locator: maybe(80),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    message: 'daysOrder',
  });

/** What each request that changes a source may hold, and nothing else. */
export const sourceInputs = {
  create: z.strictObject({ source: sourceInput, careReason: reason }),
  update: z.strictObject({ ref, version, source: sourceInput, reason, careReason: reason }),
  restore: restoreInput,
} as const;

/** What each request that changes a reported figure may hold, and nothing else. */
export const figureInputs = {
  create: z.strictObject({ figure: figureInput, careReason: reason }),
  update: z.strictObject({ ref, version, figure: figureInput, reason, careReason: reason }),
  restore: restoreInput,
  delete: z.strictObject({ ref, version, reason }),
} as const;

export type SourceInput<Kind extends keyof typeof sourceInputs> = z.infer<(typeof sourceInputs)[Kind]>;
export type FigureInput<Kind extends keyof typeof figureInputs> = z.infer<(typeof figureInputs)[Kind]>;
