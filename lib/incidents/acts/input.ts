import { z } from 'zod';
import { code, codes, reason, ref } from '@/lib/edit/schema';
import { type Codes, codeFieldNames, mostRefs } from './types';

const byField = z
  .strictObject({
    issues: codes('issue').optional(),
    groups: codes('group').optional(),
    forms: codes('form').optional(),
    targets: codes('target').optional(),
  })
  .default({});

const count = (given: Codes) => codeFieldNames.reduce((sum, field) => sum + (given[field]?.length ?? 0), 0);

const retag = z
  .strictObject({
    kind: z.literal('retag'),
    add: byField,
    remove: byField,
    type: code('type').nullable().default(null),
  })
  .superRefine(({ add, remove, type }, context) => {
    const report = (message: string, path: string[]) => context.addIssue({ code: 'custom', path, message });
    if (count(add) + count(remove) === 0 && type === null) report('nothingChosen', []);
    for (const field of codeFieldNames)
      if (add[field]?.some((one) => remove[field]?.includes(one))) report('addedAndRemoved', ['add', field]);
  });

const act = z.discriminatedUnion('kind', [
  retag,
  z.strictObject({ kind: z.literal('publish') }),
  z.strictObject({ kind: z.literal('withdraw') }),
]);

/** The records: those of a filter, by the query string of the page, or those that were ticked. */
const of = z.union([
  z.strictObject({ query: z.string().max(4_000, 'tooLong') }),
  z.strictObject({ refs: z.array(ref).min(1, 'missing').max(mostRefs, 'tooMany') }),
]);

/** What each request about acts may hold, and nothing else. */
export const actInputs = {
  preview: z.strictObject({ of, act }),
  apply: z.strictObject({
    of,
    act,
    reason,
    digest: z.string('notAsExpected').regex(/^[0-9a-f]{64}$/, 'notAsExpected'),
  }),
  undo: z.strictObject({ id: z.uuid('notAsExpected'), reason }),
} as const;

export type ActInput<Kind extends keyof typeof actInputs> = z.infer<(typeof actInputs)[Kind]>;
