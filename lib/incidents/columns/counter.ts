import { fromDayNumber } from '@/lib/dates/civil';
import type { Grain } from '@/lib/dates/periods';
import { isEmptyChoice, writeQuery } from '@/lib/url/params';
import type { Counter, Facets, PlaceCount } from '../counts/types';
import { countedFields, type SplitField, unknown } from '../dimensions';
import { type FilterPart, filterEntries, type IncidentFilters, setParts, without } from '../selection';
import type { Ask, Raw, RawOf } from './asks';
import { byWord, daysOf, order, pairsOf, totalsOf } from './finish';
import { askForPage, keysOfPage } from './page';
import { periodsOf } from './periods';
import { partNumber, planOf } from './plan';
import type { NamedPlan, Scanner } from './scanner';
import type { Column, Columns } from './types';

/** Where a search text is found: 1 for each row that has it. */
export type TextRows = (q: string) => Promise<Uint8Array>;

/** How many counts of one version are remembered. */
const mostCounts = 150;

/** How many filters are remembered as plans. */
const mostPlans = 200;

const counts = new WeakMap<Columns, Map<string, Promise<unknown>>>();

/**
 * Counts over columns. What was counted for one version is remembered, also while it is being counted: nobody may
 * change what it answers.
 */
export function columnCounter(columns: Columns, scanner: Scanner, textRows: TextRows): Counter {
  const { fields, firstDay } = columns;
  const plans = new Map<string, Promise<NamedPlan>>();
  /** Filters that are another one without one of its parts, which keep what that one keeps and some rows more. */
  const lesser = new Map<string, { filters: IncidentFilters; part: FilterPart }>();

  /** What a filter is asked of: itself, or one that is known already, and the part that it does not have. */
  const baseOf = (filters: IncidentFilters): { filters: IncidentFilters; part: number } => {
    const found = plans.has(nameOf(filters)) ? undefined : lesser.get(nameOf(filters));
    return found ? { filters: found.filters, part: partNumber[found.part] } : { filters, part: 0 };
  };
  const planFor = (filters: IncidentFilters): Promise<NamedPlan> => {
    const name = nameOf(filters);
    // A counter in a browser lives as long as the page, and a hand that drags asks for a new filter each frame.
    if (plans.size > mostPlans) {
      plans.clear();
      lesser.clear();
    }
    const plan = plans.get(name) ?? makePlan(name, filters);
    plans.set(name, plan);
    return plan;
  };
  const makePlan = async (name: string, filters: IncidentFilters) => {
    for (const part of setParts(filters)) lesser.set(nameOf(without(filters, part)), { filters, part });
    const found = filters.q === '' ? null : await textRows(filters.q);
    return { name, plan: planOf(columns, filters, found) };
  };
  const ask = async <Kind extends Raw['kind']>(
    filters: IncidentFilters,
    question: Extract<Ask, { kind: Kind }>,
  ): Promise<RawOf<Kind>> => {
    const [answer] = await scanner(await planFor(filters), [question]);
    return answer as RawOf<Kind>;
  };
  const remembered = <Answer>(kind: string, filters: IncidentFilters, work: () => Promise<Answer>) =>
    remember(columns, `${kind} ${nameOf(filters)}`, work);

  /** What is asked without the filter on when incidents begin is the same for all who differ in it alone. */
  const rememberedTimes = <Answer>(kind: string, filters: IncidentFilters, work: () => Promise<Answer>) =>
    remembered(kind, filters.starts ? without(filters, 'starts') : filters, work);

  const extent = (filters: IncidentFilters) =>
    rememberedTimes('extent', filters, async () => {
      const { first, last } = await ask(filters, { kind: 'extent' });
      return first <= last ? { first, last } : null;
    });
  const byDay = async (filters: IncidentFilters, split: SplitField | null, grain: Grain) => {
    const days = await extent(filters);
    if (!days) return [];
    const periods = periodsOf(grain, firstDay, days);
    const column = split ? fields[split] : null;
    const width = {
      periods: periods.firsts.length,
      precisions: fields.precision.words.length,
      words: column?.words.length ?? 1,
    };
    const raw = await ask(filters, { kind: 'periods', split, periods: periods.ofDay, width });
    return daysOf(columns, raw, periods, column);
  };
  const tally = async (
    filters: IncidentFilters,
    asked: readonly (keyof Columns['fields'])[],
    { bare = true } = {},
  ) => {
    // Where none of the fields has a filter, what each counts is what the filter keeps.
    const base = asked.every((field) => isEmptyChoice(filters[field]))
      ? baseOf(filters)
      : { filters, part: 0 };
    const part = bare && base.part === 0 ? 'own' : base.part;
    const raw = await ask(base.filters, { kind: 'tallies', fields: asked, part });
    return asked.map((field, at) => byWord(fields[field], raw.counts[at] as Uint32Array));
  };

  return {
    version: columns.version,
    totals: (filters) =>
      remembered('totals', filters, async () => {
        const base = baseOf(filters);
        return totalsOf(columns, await ask(base.filters, { kind: 'totals', part: base.part }));
      }),
    byDay: (filters, split, grain = 'day') =>
      rememberedTimes(`days ${split} ${grain}`, filters, () => byDay(filters, split, grain)),
    beginnings: (filters) =>
      remembered('beginnings', filters, async () => {
        const days = await extent(filters);
        return (
          days && { from: fromDayNumber(firstDay + days.first), to: fromDayNumber(firstDay + days.last) }
        );
      }),
    byPlace: (filters, field) =>
      remembered(`places ${field}`, filters, async () => {
        const [found] = await tally(filters, [field]);
        return inOrder(fields[field]).flatMap((placeId): PlaceCount[] => {
          const count = found?.get(placeId);
          return count === undefined || (field === 'destination' && placeId === unknown)
            ? []
            : [{ placeId, count }];
        });
      }),
    facets: (filters, asked = countedFields) =>
      remembered(`facets ${asked.join()}`, filters, async () => {
        const found = await tally(filters, asked);
        const all = countedFields.map((field) => [field, found[asked.indexOf(field)] ?? new Map()]);
        return Object.fromEntries(all) as Facets;
      }),
    pairs: (filters, row, column) =>
      remembered(`pairs ${row} ${column}`, filters, async () => {
        const [down, across] = [fields[row], fields[column]];
        const bare = without(without(filters, row), column);
        const cells: [number, number] = [down.words.length, across.words.length];
        const base = baseOf(bare);
        const raw = await ask(base.filters, {
          kind: 'pairs',
          down: row,
          across: column,
          cells,
          part: base.part,
        });
        return pairsOf(down, across, raw);
      }),
    async keysOfRows(filters, wanted) {
      const question = askForPage(columns, wanted);
      if (!question) return null;
      const found = await ask(filters, question);
      const keys = keysOfPage(found, wanted.offset ?? 0);
      return keys && { keys, total: found.total };
    },
    sources: (filters) =>
      remembered('sources', filters, async () => {
        const [found] = await tally(filters, ['source'], { bare: false });
        return [...(found as Map<string, number>).keys()].filter((ref) => ref !== unknown).sort(order);
      }),
  };
}

const sortedWords = new WeakMap<readonly string[], readonly string[]>();

/** The words of a column in order, each once. */
function inOrder({ words }: Column): readonly string[] {
  const known = sortedWords.get(words) ?? [...new Set(words)].sort(order);
  sortedWords.set(words, known);
  return known;
}

const nameOf = (filters: IncidentFilters) => writeQuery(filterEntries(filters));

function remember<Answer>(columns: Columns, key: string, work: () => Promise<Answer>): Promise<Answer> {
  const known = counts.get(columns) ?? new Map<string, Promise<unknown>>();
  counts.set(columns, known);
  const answer = (known.get(key) as Promise<Answer> | undefined) ?? work();
  known.delete(key);
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  const oldest = known.keys().next().value;
  if (known.size > mostCounts && oldest !== undefined) known.delete(oldest);
  return answer;
}
