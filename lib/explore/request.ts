import * as z from 'zod';
import { grains } from '@/lib/dates/periods';
import { AppError } from '@/lib/errors';
import { type Locale, locales } from '@/lib/i18n/locale';
import { ignoredSentence } from '@/lib/i18n/messages/filters';
import { splitFields } from '@/lib/incidents/dimensions';
import { type Known, parseFilters } from '@/lib/incidents/filters';
import { sortKeys } from '@/lib/incidents/row';
import { filterParams, type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { type Ignored, longestValue, type Query, readQuery } from '@/lib/url/params';
import { tableColumns } from './columns';
import {
  defaultView,
  drawings,
  type ExploreView,
  mapLevels,
  measures,
  type Selection,
  savedViewParam,
  viewParams,
} from './view';

const sortText = z
  .string()
  .transform((text) => ({ key: text.replace(/^-/, ''), descending: text.startsWith('-') }))
  .pipe(z.object({ key: z.enum(sortKeys), descending: z.boolean() }));

const widthsText = z
  .string()
  .transform((text) => text.split('~').map((pair) => pair.split(':')))
  .pipe(
    z.array(
      z.tuple([
        z.enum(tableColumns),
        z
          .string()
          .regex(/^\d{2,3}$/)
          .transform(Number),
      ]),
    ),
  )
  .transform((pairs) => Object.fromEntries(pairs));

const refText = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);

/** Reads a filter inside a parameter; what it can't take makes the whole parameter unreadable. */
function nestedFilter(text: string, known: Known): IncidentFilters | null {
  if (text === 'all') return noFilters;
  const read = readQuery(new URLSearchParams(text));
  const { filters, ignored } = parseFilters(read, known);
  const isWhole = ignored.length === 0 && [...read.keys()].every((name) => filterParams.includes(name));
  return isWhole ? filters : null;
}

/** The parameters of the view: each gives a part of it, or null where it can't be read. */
const viewFields: Record<string, (text: string, known: Known) => Partial<ExploreView> | null> = {
  by: field('by', z.enum(['auto', ...grains])),
  draw: field('draw', z.enum(drawings)),
  split: field(
    'split',
    z.enum([...splitFields, 'none']).transform((split) => (split === 'none' ? null : split)),
  ),
  show: field('show', z.enum(measures)),
  mean: field(
    'mean',
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .pipe(z.number().min(2).max(60)),
  ),
  bursts: field(
    'bursts',
    z.literal('1').transform(() => true),
  ),
  lane: field(
    'lane',
    z.literal('directives').transform(() => true),
  ),
  map: field('map', z.enum(['count', 'rate'])),
  level: field('level', z.enum(mapLevels)),
  area: (text, known) => (!text.startsWith('@') && known.place(text) ? { area: text } : null),
  bars: field('bars', listOf(z.enum(splitFields))),
  matrix: field(
    'matrix',
    z
      .string()
      .transform((text) => text.split('~'))
      .pipe(z.tuple([z.enum(splitFields), z.enum(splitFields)])),
  ),
  shares: field('shares', z.enum(['none', 'row', 'column'])),
  versus: (text, known) => {
    if (text === 'year-before') return { compare: { kind: 'year-before' } };
    const filters = nestedFilter(text, known);
    return filters && { compare: { kind: 'pinned', filters } };
  },
  off: (text, known) => {
    const off = nestedFilter(text, known);
    return off && { off };
  },
  record: field('record', refText),
  sort: field('sort', sortText),
  cols: field('cols', listOf(z.enum(tableColumns))),
  widths: field('widths', widthsText),
  pin: field(
    'pin',
    z
      .string()
      .regex(/^[1-4]$/)
      .transform(Number),
  ),
  density: field('density', z.enum(['normal', 'compact'])),
  page: field(
    'page',
    z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number),
  ),
  lang: field('lang', z.enum(locales)),
};

function field<Key extends keyof ExploreView>(key: Key, schema: z.ZodType<ExploreView[Key], string>) {
  return (text: string): Partial<ExploreView> | null => {
    const result = schema.safeParse(text);
    return result.success ? { [key]: result.data } : null;
  };
}

function listOf<Item>(item: z.ZodType<Item, string>) {
  return z
    .string()
    .transform((text) => [...new Set(text.split('~'))])
    .pipe(z.array(item));
}

/** Reads the view from the parameters of an address. Never throws; reports what it could not take. */
function parseView(
  query: ReadonlyMap<string, string[]>,
  known: Known,
): { view: ExploreView; ignored: Ignored[] } {
  const view: ExploreView = { ...defaultView };
  const ignored: Ignored[] = [];
  for (const [param, read] of Object.entries(viewFields)) {
    const [value, ...more] = query.get(param) ?? [];
    for (const one of more) ignored.push({ param, value: one.slice(0, 80), reason: 'repeated' });
    if (value === undefined || value === '') continue;
    const part = value.length > longestValue ? null : read(value, known);
    if (part) Object.assign(view, part);
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
  const parsed = parseView(read, known);
  const names = new Set([...filterParams, ...viewParams, savedViewParam, ...others]);
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
