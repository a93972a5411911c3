import { rampColors, restColors, seriesColors, typeColor } from '@/lib/charts/palette';
import { restCode } from '@/lib/charts/time-values';
import type { SeriesKey } from '@/lib/charts/types';
import { codesOf, findTerm } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import type { DayCount } from '@/lib/incidents/counts/types';
import {
  type CountedField,
  type Dimension,
  dimensions,
  isPlaceField,
  none,
  type PlaceField,
  type SplitField,
  unknown,
} from '@/lib/incidents/dimensions';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { isWithin, type PlaceNode } from '@/lib/places/tree';
import { type Names, valueLabel } from './describe';
import { lineage, type Places } from './districts';

/** Most values of a field with a series of their own; where there are more, the largest seven are kept. */
const mostKeys = 8;
const keptKeys = 7;

/** Most values that an address names to stand for all others. */
const mostNamed = 40;

/** The fields whose values have an order of their own; the values of others are put in order of number. */
const ordered = new Set<SplitField>(['type', 'size', 'precision', 'status', 'directive']);

/** Those of them that go from less to more: none of their values is put under others. */
const ranked = new Set<SplitField>(['size', 'precision']);

type Context = {
  locale: Locale;
  names: Names;
  places: Places;
  /** The area to whose units places are put together. */
  scope: PlaceNode | null;
  filters: Pick<IncidentFilters, PlaceField>;
};

/** The series of a chart, the counts under their codes, and the values that have no series of their own. */
export type Keyed = { keys: SeriesKey[]; counts: DayCount[]; folded: string[] };

/**
 * Sorts counts by the values of a field into the series that a chart draws. Broader terms stand for their
 * narrower ones, places are put together to the units of the area in view, and where a field has more than
 * eight values the largest seven keep a series of their own. What is not known and what has none is always
 * named. Pure.
 */
export function keyCounts(counts: readonly DayCount[], split: SplitField, context: Context): Keyed {
  const raw = isPlaceField(split) ? byUnit(counts, context) : broadOnly(counts, split);
  const totals = new Map<string, number>();
  for (const { code, count } of raw) totals.set(code, (totals.get(code) ?? 0) + count);
  const special = specialCodes(split, context);
  const values = [...totals.keys()].filter((code) => !special.has(code));
  const bySize = values.sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || (a < b ? -1 : 1));
  const isFolded = split !== 'type' && !ranked.has(split) && bySize.length > mostKeys;
  const kept = isFolded ? bySize.slice(0, keptKeys) : bySize;
  const folded = new Set(isFolded ? bySize.slice(keptKeys) : []);
  const order = ordered.has(split) ? codesOf(dimensions[split as Dimension].vocabulary) : null;
  const inOrder = order ? order.filter((code) => kept.includes(code)) : kept;
  const t = timeMessages[context.locale];
  return {
    keys: [
      ...inOrder.map((code, index) => ({
        code,
        label: valueLabel(split, code, context.names, context.locale),
        ...(isPlaceField(split) ? { values: placesKept(split, [code], context) } : {}),
        ...look(split, code, index, inOrder.length),
      })),
      ...(folded.size > 0
        ? [
            {
              code: restCode,
              label: t.rest(folded.size),
              color: restColors.rest,
              tone: 'series-rest',
              values: isPlaceField(split)
                ? placesKept(split, [...folded], context)
                : fewOf([...folded].sort()),
            },
          ]
        : []),
      ...[...special.values()].filter(({ code }) => totals.has(code)),
    ],
    counts:
      folded.size > 0 ? raw.map((one) => (folded.has(one.code) ? { ...one, code: restCode } : one)) : raw,
    folded: [...folded],
  };
}

/** What stands in the series of all other values of a field of which an incident may have several. */
export type Rest = 'once' | 'each' | 'left-out';

/**
 * The series of a field of which an incident may have several values, with all others counted once each (`once`); where
 * they can't be, an incident counts for each of its values, which has no share. Null = there are no others. Pure.
 */
export function withRest(
  keyed: Keyed,
  once: readonly DayCount[] | null,
  isShare: boolean,
): Keyed & { rest: Rest | null } {
  const { keys, counts, folded } = keyed;
  if (folded.length === 0) return { ...keyed, rest: null };
  const named = counts.filter(({ code }) => code !== restCode);
  if (once) {
    const others = once.map((one) => ({ ...one, code: restCode }));
    return { keys, counts: [...named, ...others], folded, rest: 'once' };
  }
  if (!isShare) return { ...keyed, rest: 'each' };
  return { keys: keys.filter(({ code }) => code !== restCode), counts: named, folded, rest: 'left-out' };
}

/** The colour of a series by its place: types have their own everywhere, ranks go from light to dark. */
function look(
  split: SplitField,
  code: string,
  index: number,
  count: number,
): Pick<SeriesKey, 'color' | 'tone'> {
  if (split === 'type') return { color: typeColor(code) };
  if (!ranked.has(split))
    return { color: seriesColors[index] ?? restColors.rest, tone: `series-${index + 1}` };
  const step = count < 2 ? 4 : Math.round((index * (rampColors.length - 1)) / (count - 1));
  return { color: rampColors[step] ?? restColors.rest, tone: `ramp-${step + 1}` };
}

/** The one series of a chart that is not split: incidents, or their people. */
export function wholeKey(locale: Locale, what: 'all' | 'people'): SeriesKey {
  return {
    code: '',
    label: timeMessages[locale][what],
    color: seriesColors[0],
    tone: 'series-1',
    values: [],
  };
}

/** Values that are none of the field's own, in the order in which they come last. */
function specialCodes(split: SplitField, context: Context): Map<string, SeriesKey> {
  const { locale, names, scope, places } = context;
  const t = timeMessages[locale];
  const label = (code: string) => valueLabel(split, code, names, locale);
  const ofUnknown: [string, SeriesKey] = [
    unknown,
    { code: unknown, label: label(unknown), color: restColors.unknown, tone: 'series-unknown' },
  ];
  if (isPlaceField(split)) {
    const area = scope ? names.place(scope.id) : '';
    const around = scope
      ? placesKept(
          split,
          lineage(scope, places).map(({ id }) => `@${id}`),
          context,
        )
      : [];
    return new Map([
      [
        'outside',
        { code: 'outside', label: t.outside(area), color: restColors.none, tone: 'series-none', values: [] },
      ],
      [
        'area',
        {
          code: 'area',
          label: t.onlyArea(area),
          color: restColors.unknown,
          tone: 'series-unknown',
          values: around,
        },
      ],
      // The place of an incident is known at least to the country.
      ...(split === 'destination' ? [ofUnknown] : []),
    ]);
  }
  return new Map([
    [none, { code: none, label: label(none), color: restColors.none, tone: 'series-none' }],
    ofUnknown,
  ]);
}

/** Counts without narrower terms, which their broader terms hold already. */
function broadOnly(counts: readonly DayCount[], split: CountedField): DayCount[] {
  const vocabulary = split in dimensions ? dimensions[split as Dimension].vocabulary : null;
  if (!vocabulary) return [...counts];
  const codes = new Set(counts.map(({ code }) => code));
  const broad = new Set([...codes].filter((code) => !findTerm(vocabulary, code)?.parent));
  return broad.size === codes.size ? [...counts] : counts.filter(({ code }) => broad.has(code));
}

/** Counts by the units of the area in view; `area` = known only to it as a whole, `outside` = not in it (rule 4). */
function byUnit(counts: readonly DayCount[], { places, scope }: Context): DayCount[] {
  const found = new Map<string, string>();
  const unitOf = (id: string): string => {
    if (id === unknown) return id;
    const place = places.get(id);
    if (!place) throw new RangeError(`incidents name the place ${id}, which does not exist`);
    if (!scope || isWithin(scope.path, place.path)) return 'area';
    return lineage(place, places).find(({ parentId }) => parentId === scope.id)?.id ?? 'outside';
  };
  return counts.map((one) => {
    const unit = found.get(one.code) ?? unitOf(one.code);
    found.set(one.code, unit);
    return { ...one, code: unit };
  });
}

const fewOf = (values: string[]) => (values.length > mostNamed ? [] : values);

/**
 * The values that keep of some places what the filter keeps now: the places themselves where the filter keeps all
 * of them, else those of its own values that lie in them. Empty = there would be too many.
 */
function placesKept(field: PlaceField, values: readonly string[], { places, filters }: Context): string[] {
  const { any } = filters[field];
  const pathOf = (value: string) => places.get(value.replace('@', ''))?.path ?? '';
  const alone = (value: string) => value.startsWith('@');
  const holds = (outer: string, inner: string) =>
    outer === inner || (!alone(outer) && pathOf(inner) !== '' && isWithin(pathOf(inner), pathOf(outer)));
  if (any.length === 0) return fewOf([...values]);
  const kept = values.flatMap((value) =>
    any.some((one) => holds(one, value)) ? [value] : any.filter((one) => holds(value, one)),
  );
  return fewOf([...new Set(kept)]);
}
