import { z } from 'zod';
import { grains } from '@/lib/dates/periods';
import { AppError } from '@/lib/errors';
import { type Locale, locales } from '@/lib/i18n/locale';
import { ignoredSentence } from '@/lib/i18n/messages/filters';
import { type Known, parseFilters } from '@/lib/incidents/filters';
import { sortKeys } from '@/lib/incidents/row';
import { filterParams } from '@/lib/incidents/selection';
import { type Ignored, type Query, readQuery } from '@/lib/url/params';
import { tableColumns } from './columns';
import { defaultView, type ExploreView, type Selection, viewParams } from './view';

const sortText = z
  .string()
  .transform((text) => ({ key: text.replace(/^-/, ''), descending: text.startsWith('-') }))
  .pipe(z.object({ key: z.enum(sortKeys), descending: z.boolean() }));

const viewFields = {
  by: z.enum(grains),
  map: z.enum(['count', 'rate']),
  sort: sortText,
  cols: z
    .string()
    .transform((text) => [...new Set(text.split('~'))])
    .pipe(z.array(z.enum(tableColumns))),
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
  lang: z.enum(locales),
} satisfies { [Key in keyof ExploreView]: z.ZodType };

/** Reads the view from the parameters of an address. Never throws; reports what it could not take. */
function parseView(query: ReadonlyMap<string, string[]>): { view: ExploreView; ignored: Ignored[] } {
  const view: ExploreView = { ...defaultView };
  const ignored: Ignored[] = [];
  for (const [param, schema] of Object.entries(viewFields)) {
    const [value, ...more] = query.get(param) ?? [];
    for (const one of more) ignored.push({ param, value: one.slice(0, 80), reason: 'repeated' });
    if (value === undefined || value === '') continue;
    const result = schema.safeParse(value);
    if (result.success) Object.assign(view, { [param]: result.data });
    else
      ignored.push({
        param,
        value: value.slice(0, 80),
        reason: param === 'page' ? 'not-a-page' : 'unknown-value',
      });
  }
  return { view, ignored };
}

/** Parameters of an address that mean nothing to us and are passed over in silence. */
const foreign = /^(_rsc|utm_\w+)$/;

/**
 * Reads filter and view from an address, leniently: what can't be taken is left out and reported in
 * `ignored`, unknown parameters too, but for the names in `others`. Never throws. Pure.
 */
export function parseSelection(
  query: Query,
  known: Known,
  others: readonly string[] = [],
): Selection & { ignored: Ignored[] } {
  const read = readQuery(query);
  const { filters, ignored } = parseFilters(read, known);
  const parsed = parseView(read);
  const names = new Set([...filterParams, ...viewParams, ...others]);
  const unknownNames = [...read.keys()]
    .filter((name) => !names.has(name) && !foreign.test(name))
    .map(
      (param): Ignored => ({
        param: param.slice(0, 40),
        value: (read.get(param)?.[0] ?? '').slice(0, 80),
        reason: 'unknown-parameter',
      }),
    );
  return { filters, view: parsed.view, ignored: [...ignored, ...parsed.ignored, ...unknownNames] };
}

/**
 * Reads filter and view from the address of an export or of the API, strictly.
 * @throws AppError `invalid` that names every parameter that could not be taken, and why.
 */
export function parseSelectionStrictly(
  query: Query,
  known: Known,
  locale: Locale,
  others: readonly string[] = [],
): Selection {
  const { filters, view, ignored } = parseSelection(query, known, others);
  if (ignored.length > 0) {
    const fields = ignored.map((one) => ({
      field: one.param,
      value: one.value,
      message: ignoredSentence(one, locale),
    }));
    throw new AppError('invalid', fields.map(({ message }) => message).join(' '), { fields });
  }
  return { filters, view };
}
