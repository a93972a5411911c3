import * as z from 'zod';
import { isCode } from '@/lib/codebook/vocabularies';
import { parsePartialDate } from '@/lib/dates/periods';
import { type Ignored, type IgnoredReason, longestValue, parseChoice } from '@/lib/url/params';
import { type Dimension, dimensions, unknown } from './dimensions';
import { type ChoiceKey, choiceKeys, type IncidentFilters, type Match, noFilters } from './selection';
import { dateSpan, startsSpan } from './spans';

/** What only the database knows: which data sets, places and sources exist. */
export type Known = {
  dataset: (slug: string) => boolean;
  place: (id: string) => boolean;
  source: (ref: string) => boolean;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const control = /[\u0000-\u001f\u007f]/;

const partialDate = z.string().refine((text) => parsePartialDate(text) !== null);
const startsText = z.string().refine((text) => startsSpan(text) !== null);
const matchText = z.enum(['possible', 'certain'] satisfies Match[]);
const searchText = z
  .string()
  .max(200)
  .refine((text) => !control.test(text));

/**
 * Reads the filter from the parameters of an address. Never throws: what can't be taken is left out and
 * reported, so that a page can say so and an export can refuse. Pure.
 */
export function parseFilters(
  query: ReadonlyMap<string, string[]>,
  known: Known,
): { filters: IncidentFilters; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const refuse = (param: string, value: string, reason: IgnoredReason) =>
    void ignored.push({ param, value: value.slice(0, 80), reason });

  /** The one value of a parameter; null = not given, or not to be taken. */
  const single = (param: string): string | null => {
    const [value, ...more] = query.get(param) ?? [];
    if (value === undefined || value === '') return null;
    for (const one of more) refuse(param, one, 'repeated');
    if (value.length > longestValue) {
      refuse(param, value, 'too-long');
      return null;
    }
    return value;
  };
  const checked = <T>(param: string, schema: z.ZodType<T, string>, reason: IgnoredReason): T | null => {
    const value = single(param);
    if (value === null) return null;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    refuse(param, value, param === 'q' && value.length > 200 ? 'too-long' : reason);
    return null;
  };

  const filters: IncidentFilters = { ...noFilters };
  for (const key of choiceKeys) {
    const value = single(key);
    if (value === null) continue;
    const read = parseChoice(key, value, (code) => isKnownValue(key, code, known));
    filters[key] = read.choice;
    for (const one of read.ignored) refuse(one.param, one.value, one.reason);
  }
  filters.from = checked('from', partialDate, 'not-a-date');
  filters.to = checked('to', partialDate, 'not-a-date');
  const { from, to } = dateSpan(filters);
  if (filters.from && filters.to && from > to) {
    refuse('from', filters.from, 'reversed');
    refuse('to', filters.to, 'reversed');
    filters.from = null;
    filters.to = null;
  }
  filters.match = checked('match', matchText, 'unknown-value') ?? 'possible';
  filters.starts = checked('starts', startsText, 'not-a-date');
  filters.q = checked('q', searchText, 'not-text')?.trim() ?? '';
  return { filters, ignored };
}

function isKnownValue(key: ChoiceKey, value: string, known: Known): boolean {
  if (key === 'dataset') return known.dataset(value);
  if (key === 'source') return value === unknown || known.source(value);
  if (key === 'category') return value.length <= 200 && !control.test(value);
  if (key === 'place' || key === 'destination')
    return value === unknown || known.place(value.startsWith('@') ? value.slice(1) : value);
  return isCode(dimensions[key satisfies Dimension].vocabulary, value);
}
