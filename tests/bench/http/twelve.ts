import { addDays } from '@/lib/dates/civil';
import { defaultView, selectionQuery } from '@/lib/explore/view';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { filtered, large, province, type QuestionName } from '../explore/questions';
import { ask } from './ask';

/** Two lists that Postgres answers in one process, and columns and Postgres together over HTTP. */
type Name = QuestionName | 'first page of 25, filtered' | 'page of 25, far in';

/** A page from the middle of all rows begins behind the last row that began before this day. */
const middle = '2017-12-31';

/** Different pairs of words: what a search has found is remembered. `words`: more than ten. */
export function* pairsOf(words: readonly string[]): Generator<string> {
  for (const one of words) for (const other of words) if (one < other) yield `${one} ${other}`;
}

/**
 * The addresses that ask the questions of the `explore` benchmark over HTTP, each different from all before, for answers
 * are remembered as long as the data stay the same. What is asked of everything gets a first day before all others, what
 * is filtered another first day of its three years.
 */
export async function twelve(words: readonly string[]): Promise<[Name, Generator<string>][]> {
  const { next } = (await ask(`/rows.json${query({ ...noFilters, to: middle })}&limit=25`)) as {
    next: string;
  };
  return [
    ['months × type, no filter', anew('/charts/over-time.csv', noFilters)],
    ['months × type, one province', anew('/charts/over-time.csv', province)],
    ['by province', anew('/charts/by-district.csv', noFilters)],
    ['by issue', anew('/charts/issue.csv', noFilters)],
    ['facets under one filter', daily('/explore.json')],
    ['total, no filter', anew('/rows.json', noFilters, '&limit=1')],
    ['size ≥ 100 by month', anew('/charts/over-time.csv', large)],
    ['two words by month', searched('/charts/over-time.csv', words)],
    ['whole dashboard, filtered', daily('/explore.json', '2018')],
    ['whole dashboard, no filter', anew('/explore.json', noFilters)],
    ['first page of 25, filtered', daily('/rows.json', '2017', '&limit=25')],
    ['page of 25, far in', anew('/rows.json', noFilters, `&limit=25&after=${encodeURIComponent(next)}`)],
  ];
}

const byMonth = { ...defaultView, by: 'month' } as const;
const query = (filters: IncidentFilters) => selectionQuery({ filters, view: byMonth });

/** Under first days before all others. */
function* anew(path: string, filters: IncidentFilters, also = ''): Generator<string> {
  for (let year = 1000; ; year++) yield `${path}${query({ ...filters, from: String(year) })}${also}`;
}

/** Under the filter of the benchmark with other first days. */
function* daily(path: string, to = filtered.to, also = ''): Generator<string> {
  for (let day = 1; ; day++)
    yield `${path}${query({ ...filtered, from: addDays('2015-01-01', day), to })}${also}`;
}

/** Each pair the other way round, which is another search. */
function* searched(path: string, words: readonly string[]): Generator<string> {
  for (const pair of pairsOf(words))
    yield `${path}${query({ ...noFilters, q: pair.split(' ').reverse().join(' ') })}`;
}
