import { usualColumns } from '@/lib/explore/columns';
import {
  defaultView,
  type Selection,
  savedViewParam,
  selectionQuery,
  usualBreakdowns,
  viewParams,
} from '@/lib/explore/view';
import { defaultSort } from '@/lib/incidents/row';
import { filterParams } from '@/lib/incidents/selection';
import { type Query, readQuery, writeQuery } from '@/lib/url/params';
import type { ViewState } from './types';

/**
 * What the parameters mean today where an address leaves them out, written as their readers take it. A parameter
 * that is not named here adds something, and where it is left out there is nothing: it must stay so.
 */
export const defaultTexts: ViewState = {
  match: 'possible',
  by: defaultView.by,
  draw: defaultView.draw,
  split: defaultView.split ?? 'none',
  show: defaultView.show,
  map: defaultView.map,
  level: defaultView.level,
  bars: usualBreakdowns.join('~'),
  matrix: defaultView.matrix.join('~'),
  shares: defaultView.shares,
  sort: `${defaultSort.descending ? '-' : ''}${defaultSort.key}`,
  cols: usualColumns.join('~'),
  density: defaultView.density,
  page: '1',
};

/** The parameters of an address, in its fixed order. */
const params = [...filterParams, ...viewParams];

/**
 * A selection with every parameter written out, those at their default too: a default that changes later
 * changes nothing of what a saved view shows. Pure.
 */
export function stateOf(selection: Selection): ViewState {
  return {
    ...Object.fromEntries(params.map((name) => [name, defaultTexts[name] ?? ''])),
    ...Object.fromEntries(new URLSearchParams(selectionQuery(selection))),
  };
}

/** The parameters of a state that say something else than an address without them would say today. */
function entriesOf(state: ViewState, defaults: ViewState): [string, string][] {
  const others = Object.keys(state).filter((name) => !params.includes(name));
  return [...params, ...others.sort()].flatMap((name): [string, string][] => {
    const value = state[name] ?? '';
    return value === '' || value === defaults[name] ? [] : [[name, value]];
  });
}

/**
 * The query string that opens a saved view, `?` included: what differs from the defaults of today, values that
 * are no longer known too, so that the page can name them; and the id of the view in `view`. Pure.
 */
export function viewQuery(view: { id: string; state: ViewState }, defaults = defaultTexts): string {
  const entries = entriesOf(view.state, defaults);
  // Names of parameters that are gone come from the database; they are no names of ours to print unescaped.
  return writeQuery(
    [...entries, [savedViewParam, view.id] as const].map(([name, value]) => [
      encodeURIComponent(name),
      value,
    ]),
  );
}

/** Whether an address still shows what the saved view shows, so that the page may say its name. Pure. */
export function showsView(query: Query, view: { id: string; state: ViewState }): boolean {
  const text = (given: Query) => {
    const read = [...readQuery(given)].filter(([name]) => !/^(_rsc|utm_\w+)$/.test(name));
    return JSON.stringify(read.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return text(query) === text(new URLSearchParams(viewQuery(view)));
}
