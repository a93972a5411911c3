import { describe, expect, test } from 'vitest';
import { usualColumns } from '@/lib/explore/columns';
import { parseSelection } from '@/lib/explore/request';
import { defaultView, type Selection, selectionQuery, viewParams } from '@/lib/explore/view';
import { filterParams, noFilters } from '@/lib/incidents/selection';
import { defaultTexts, showsView, stateOf, viewQuery } from '@/lib/saved-views/state';
import { choice } from '@/lib/url/params';
import { buildFilters } from '../../factories/filters';
import { random } from '../../factories/random';

const known = { dataset: () => true, place: () => true, source: () => true };
const parse = (query: string) => parseSelection(new URLSearchParams(query), known);
const everything: Selection = { filters: noFilters, view: defaultView };
const id = 'ABCDEFGHJK2';

/** Parameters that add something: where they are left out there is nothing, for good. */
const adding = ['mean', 'bursts', 'lane', 'area', 'versus', 'off', 'record', 'widths', 'pin', 'lang'];
const withoutDefault = [...filterParams.filter((name) => name !== 'match'), ...adding];

describe('the state of a saved view', () => {
  test('names every parameter, those at their default too', () => {
    const state = stateOf(everything);
    expect(Object.keys(state).sort()).toEqual([...filterParams, ...viewParams].sort());
    for (const name of Object.keys(state))
      expect(state[name] === '', `${name} needs its default written in lib/saved-views/state.ts`).toBe(
        withoutDefault.includes(name),
      );
  });

  test('writes defaults as the address is read', () => {
    for (const [name, text] of Object.entries(defaultTexts)) {
      const { ignored, ...selection } = parse(`${name}=${text}`);
      expect(ignored, name).toEqual([]);
      const { cols, bars, ...view } = selection.view;
      expect([null, usualColumns], name).toContainEqual(cols);
      expect([null, text.split('~')], name).toContainEqual(bars);
      expect({ ...selection, view: { ...view, cols: null, bars: null } }, name).toEqual(everything);
    }
  });

  test('opens what was saved, for random selections', () => {
    const chance = random(7);
    for (let round = 0; round < 200; round += 1) {
      const filters = buildFilters(chance, { places: ['440800', 'CN'], datasets: ['zhanjiang-log'] });
      const view = {
        ...defaultView,
        by: chance.pick(['auto', 'day', 'week', 'month', 'quarter', 'year'] as const),
        map: chance.pick(['count', 'rate'] as const),
        draw: chance.pick(['stacked', 'lines'] as const),
        split: chance.pick([null, 'issue', 'type'] as const),
        mean: chance.pick([null, 7]),
        bursts: chance.chance(0.5),
        compare: chance.pick([null, { kind: 'pinned', filters: { ...noFilters, q: 'a & b' } } as const]),
        page: chance.int(1, 40),
        sort: { key: chance.pick(['date', 'title', 'size'] as const), descending: chance.chance(0.5) },
        cols: chance.chance(0.5) ? (['date', 'ref'] as (typeof defaultView.cols & object)[number][]) : null,
      };
      const query = viewQuery({ id, state: stateOf({ filters, view }) });
      expect(parse(query), query).toEqual({ filters, view, ignored: [] });
      expect(query).toContain(`view=${id}`);
    }
  });

  test('opens the same when the defaults have changed since', () => {
    const saved = { id, state: stateOf(everything) };
    const later = {
      ...defaultTexts,
      by: 'month',
      sort: 'title',
      map: 'rate',
      cols: 'date~title',
      match: 'certain',
    };
    const params = new URLSearchParams(viewQuery(saved, later));
    expect(Object.fromEntries(params)).toEqual({
      match: 'possible',
      by: 'auto',
      map: 'count',
      sort: '-date',
      cols: usualColumns.join('~'),
      view: id,
    });
  });

  test('keeps values that are no longer known, so that the page can name them', () => {
    const state = { ...stateOf(everything), type: 'petition~sit-in', gone: 'x&y=z' };
    const { filters, ignored } = parse(viewQuery({ id, state }));
    expect(filters.type).toEqual(choice(['petition']));
    expect(ignored).toEqual([
      { param: 'type', value: 'sit-in', reason: 'unknown-value' },
      { param: 'gone', value: 'x&y=z', reason: 'unknown-parameter' },
    ]);
  });

  test('a name of a parameter cannot break out of the address', () => {
    const query = viewQuery({ id, state: { 'a=1&type': 'strike' } });
    expect([...new URLSearchParams(query).keys()]).toEqual(['a=1&type', 'view']);
  });
});

describe('an address with the name of a saved view', () => {
  const saved = {
    id,
    state: stateOf({ ...everything, filters: { ...noFilters, type: choice(['petition']) } }),
  };

  test('shows it as long as nothing else is asked for', () => {
    const query = viewQuery(saved);
    expect(showsView(new URLSearchParams(query), saved)).toBe(true);
    expect(showsView({ view: id, type: 'petition', utm_source: 'letter' }, saved)).toBe(true);
    expect(showsView(new URLSearchParams(`${query}&q=land`), saved)).toBe(false);
    expect(showsView(new URLSearchParams(`view=${id}`), saved)).toBe(false);
  });

  test('means the same as without it', () => {
    const { ignored, ...selection } = parse(viewQuery(saved));
    expect(ignored).toEqual([]);
    expect(selectionQuery(selection)).toBe('?type=petition');
  });
});
