import type { Counter } from '../counts/types';
import { unknown } from '../dimensions';
import type { IncidentFilters } from '../selection';
import { countDays, countFacets, countPairs, countPlaces, countTotals, wordsKept } from './count';
import { failures } from './match';
import type { Columns } from './types';

/** Counts over columns; `textRows` asks where a search text is found: 1 for each row that has it. */
export function columnCounter(columns: Columns, textRows: (q: string) => Promise<Uint8Array>): Counter {
  const worked = new WeakMap<IncidentFilters, Promise<Uint32Array>>();
  const failsOf = (filters: IncidentFilters): Promise<Uint32Array> => {
    const fails = worked.get(filters) ?? work(filters);
    worked.set(filters, fails);
    return fails;
  };
  const work = async (filters: IncidentFilters) =>
    failures(columns, filters, filters.q === '' ? null : await textRows(filters.q));
  return {
    inMemory: true,
    totals: async (filters) => countTotals(columns, await failsOf(filters)),
    byDay: async (filters, split) => countDays(columns, await failsOf(filters), split),
    byPlace: async (filters, field) => countPlaces(columns, await failsOf(filters), field),
    facets: async (filters) => countFacets(columns, await failsOf(filters)),
    pairs: async (filters, row, column) => countPairs(columns, await failsOf(filters), row, column),
    sources: async (filters) =>
      wordsKept(columns, await failsOf(filters), 'source').filter((ref) => ref !== unknown),
  };
}
