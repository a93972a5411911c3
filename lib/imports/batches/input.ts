import { z } from 'zod';
import { importPlan, mapping } from '../plan';
import { importJobs } from './types';

const id = z.uuid('noBatch');

/** Bytes of a piece that is sent at once, before it is written as text. */
export const pieceSize = 750_000;

/** What each request that works on an import may hold, and nothing else. */
export const batchInputs = {
  begin: z.strictObject({
    files: z
      .array(
        z.strictObject({
          // Systems allow names that are no text; those signs are taken away.
          name: z
            .string()
            .min(1, 'missing')
            .max(255, 'tooLong')
            .transform((text) => text.replace(/\0|\p{Cs}/gu, '')),
          size: z.int('notCount').min(1, 'emptyFile').max(4_000_000_000, 'tooLarge'),
        }),
      )
      .min(1, 'missing')
      .max(50, 'tooMany'),
  }),
  /** A piece of a file in base64; `part` counts from 0. */
  piece: z.strictObject({
    batch: id,
    file: z.int('notCount').min(1, 'notCount').max(50, 'notCount'),
    part: z.int('notCount').min(0, 'notCount').max(10_000, 'notCount'),
    bytes: z.base64('notBytes').min(1, 'missing').max(1_000_004, 'tooLong'),
  }),
  uploaded: z.strictObject({ batch: id }),
  plan: z.strictObject({ batch: id, plan: importPlan }),
  job: z.strictObject({ batch: id, job: z.enum(importJobs, 'notCode') }),
  stop: z.strictObject({ batch: id }),
  discard: z.strictObject({ batch: id }),
  keep: z.strictObject({ name: z.string().trim().min(1, 'missing').max(80, 'tooLong'), mapping }),
} as const;

export type BatchInput<Kind extends keyof typeof batchInputs> = z.infer<(typeof batchInputs)[Kind]>;
