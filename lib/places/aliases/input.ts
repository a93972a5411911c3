import { z } from 'zod';
import { place, reason, required } from '@/lib/edit/schema';
import { isImpersonal } from '@/lib/privacy/impersonal';

/** What a request that adds or removes another name of a place may hold, and nothing else. */
export const aliasInput = z
  .strictObject({
    place,
    act: z.enum(['add', 'remove'], 'notCode'),
    alias: required(80),
    reason,
  })
  .refine(({ act, alias }) => act === 'remove' || isImpersonal(alias), {
    path: ['alias'],
    message: 'personalAlias',
  });

export type AliasInput = z.infer<typeof aliasInput>;
