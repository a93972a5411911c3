import { z } from 'zod';
import { longest } from '@/lib/edit/longest';
import { isImpersonal } from '@/lib/privacy/impersonal';

/**
 * What a request may hold that takes passages out of an entry of the history, and nothing else. Messages are keys of
 * `redactionMessages.problems`.
 */
export const redactionInput = z.strictObject({
  entry: z.int('entryForm').min(1, 'entryForm'),
  passages: z
    .array(z.string('passageForm').min(2, 'passageForm').max(longest.text, 'tooLong'))
    .min(1, 'passagesMissing')
    .max(100, 'tooMany'),
  reason: z
    .string('reasonMissing')
    .trim()
    .min(1, 'reasonMissing')
    .max(1_000, 'tooLong')
    .refine(isImpersonal, 'personalReason'),
});

export type RedactionInput = z.infer<typeof redactionInput>;
