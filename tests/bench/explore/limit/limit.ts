import type { Columns } from '@/lib/incidents/columns/types';
import { large, province, type QuestionName } from '../questions';
import { dashboardOfAll, dashboardOfFilter, facetsOfFilter } from './dashboard';
import { seriesOfAll, seriesOfMarked, seriesOfProvince, seriesOfSizes } from './series';
import { placesOfAll, tallied, totalsOfAll } from './tallies';
import { byWord, knownOf } from './words';

/**
 * Each question by a bare loop that can answer nothing else: about the least that it can cost in JavaScript, in one
 * thread. `marked`: the rows in which the search text was found.
 */
export function limitsOf(
  columns: Columns,
  marked: Uint8Array | null,
): Partial<Record<QuestionName, () => unknown>> {
  const known = knownOf(columns);
  return {
    'months × type, no filter': () => seriesOfAll(known),
    'months × type, one province': () => seriesOfProvince(known, province.place.any[0] as string),
    'by province': () => placesOfAll(known),
    'by issue': () => byWord(columns.fields.issue, tallied(columns.fields.issue, columns.rows)),
    'facets under one filter': () => facetsOfFilter(known),
    'total, no filter': () => totalsOfAll(known),
    'size ≥ 100 by month': () => seriesOfSizes(known, large.size.any),
    ...(marked ? { 'two words by month': () => seriesOfMarked(known, marked) } : {}),
    'whole dashboard, filtered': () => dashboardOfFilter(known),
    'whole dashboard, no filter': () => dashboardOfAll(known),
  };
}
