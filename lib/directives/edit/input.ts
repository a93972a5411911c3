import { z } from 'zod';
import { spanProblem } from '@/lib/dates/span-problem';
import { longest } from '@/lib/edit/longest';
import {
  civil,
  claimOf,
  code,
  codes,
  linked,
  listOf,
  maybe,
  maybeProse,
  place,
  prose,
  reason,
  ref,
  required,
  restoreInput,
  stepInput,
  version,
} from '@/lib/edit/schema';
import { directiveFields } from '../fields';

/** A directive as somebody sends it. Messages are keys of `editProblems`. */
const directiveInput = z
  .strictObject({
    kind: code('directiveKind'),
    title: required(longest.title),
    titleZh: maybe(longest.title),
    summary: prose,
    dataset: ref.nullable(),
    issuerOffice: code('office'),
    issuerText: maybe(longest.line),
    issuerPlaceId: place.nullable(),
    addressees: listOf(required(longest.line), longest.list, 'notText'),
    orders: codes('order'),
    issuedFrom: civil.nullable(),
    issuedTo: civil.nullable(),
    issuedPrecision: code('datePrecision').nullable(),
    codingNote: maybeProse,
    claims: z.array(claimOf(directiveFields)).max(1_000, 'tooMany'),
    incidents: listOf(ref, longest.list, 'refForm'),
  })
  .superRefine(({ issuedFrom, issuedTo, issuedPrecision }, context) => {
    const report = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const days = { issuedFrom, issuedTo, issuedPrecision };
    const lacking = Object.entries(days).filter(([, value]) => value === null);
    if (lacking.length === 1 || lacking.length === 2)
      for (const [field] of lacking) report(field, 'issuedWhole');
    if (issuedFrom === null || issuedTo === null || issuedPrecision === null) return;
    const span = spanProblem(issuedFrom, issuedTo, issuedPrecision);
    if (span) report('issuedTo', span);
  });

/** What each request that changes a directive may hold, and nothing else. */
export const directiveInputs = {
  create: z.strictObject({ directive: directiveInput, careReason: reason }),
  update: z.strictObject({ ref, version, directive: directiveInput, linked, reason, careReason: reason }),
  restore: restoreInput,
  step: stepInput,
} as const;

export type DirectiveInput<Kind extends keyof typeof directiveInputs> = z.infer<
  (typeof directiveInputs)[Kind]
>;
