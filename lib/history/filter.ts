import { z } from 'zod';
import { isCivilDate } from '@/lib/dates/civil';
import type { HistoryFilter } from './types';

/** The kinds of records that the history speaks of. */
export const subjectTypes = [
  'incident',
  'directive',
  'source',
  'figure',
  'place',
  'dataset',
  'import',
  'account',
  'export',
  'history',
] as const;

/** What the history says of accounts and of exports is for admins. */
export const forAdmins: readonly string[] = ['account', 'export'];

const word = z.string().regex(/^[a-z]+([.-][a-z]+)*$/);
const shape = {
  type: z.enum(subjectTypes),
  action: word.max(40),
  who: z.string().trim().min(1).max(80),
  from: z.string().refine(isCivilDate),
  to: z.string().refine(isCivilDate),
};

/** Reads the filter of an address; what can't be taken is left out and named. Pure. */
export function parseHistoryFilter(params: Record<string, string | string[] | undefined>): {
  filter: HistoryFilter;
  before: number | null;
  ignored: string[];
} {
  const ignored: string[] = [];
  const read = (key: keyof typeof shape): string | null => {
    const value = params[key];
    if (value === undefined || value === '') return null;
    const result = shape[key].safeParse(value);
    if (!result.success) ignored.push(key);
    return result.success ? result.data : null;
  };
  const before = typeof params.before === 'string' && /^[1-9]\d{0,14}$/.test(params.before);
  return {
    filter: {
      type: read('type'),
      action: read('action'),
      who: read('who'),
      from: read('from'),
      to: read('to'),
    },
    before: before ? Number(params.before) : null,
    ignored,
  };
}
