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
  quote,
  reason,
  ref,
  required,
  restoreInput,
  stepInput,
  version,
} from '@/lib/edit/schema';
import { incidentFields } from '../fields';

const count = z.int('notCount').min(1, 'notCount').max(2_147_483_647, 'notCount').nullable();
const degrees = (most: number) =>
  z.number('notDegrees').min(-most, 'notDegrees').max(most, 'notDegrees').nullable();

const response = z.strictObject({
  kind: code('response'),
  count,
  durationDays: count,
  sizeText: quote,
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
    pointPublic: z.boolean('notText'),
    sizeMin: count,
    sizeMax: count,
    sizeApprox: z.boolean('notText'),
    sizeText: quote,
    issues: codes('issue'),
    groups: codes('group'),
    forms: codes('form'),
    targets: codes('target'),
    codingNote: maybeProse,
    responses: z.array(response).max(longest.list, 'tooMany'),
    claims: z.array(claimOf(incidentFields)).max(1_000, 'tooMany'),
    directives: listOf(ref, longest.list, 'refForm'),
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

/** Why records are let pass although they look like the same event, or as if they named a person; null = not asked yet. */
const passes = { notDuplicate: z.boolean('notText').default(false), careReason: reason };

/** What each request that changes an incident may hold, and nothing else. */
export const editInputs = {
  create: z.strictObject({ dataset: ref, incident: incidentInput, ...passes }),
  update: z.strictObject({ ref, version, incident: incidentInput, linked, reason, ...passes }),
  restore: restoreInput,
  step: stepInput,
} as const;

export type EditInput<Kind extends keyof typeof editInputs> = z.infer<(typeof editInputs)[Kind]>;
