import { describe, expect, test } from 'vitest';
import { tableColumns } from '@/lib/explore/columns';
import { parseSelection } from '@/lib/explore/request';
import {
  defaultView,
  drawings,
  type ExploreView,
  mapLevels,
  measures,
  searchFields,
  selectionQuery,
} from '@/lib/explore/view';
import { splitFields } from '@/lib/incidents/dimensions';
import { noFilters } from '@/lib/incidents/selection';
import { buildFilters } from '../../factories/filters';
import { type Random, random } from '../../factories/random';

const known = { dataset: () => true, place: () => true, source: () => true };
const places = ['CN', '440800'];
const filtersBy = (chance: Random) => buildFilters(chance, { places, datasets: ['log'] });

function buildView(chance: Random): ExploreView {
  const maybe = <Value>(value: Value, usual: Value) => (chance.chance(0.4) ? value : usual);
  return {
    by: maybe(chance.pick(['day', 'week', 'month', 'quarter', 'year'] as const), 'auto' as never),
    draw: chance.pick(drawings),
    split: maybe(chance.pick([...splitFields, null]), 'type'),
    show: chance.pick(measures),
    mean: maybe(chance.int(2, 60), null as never),
    bursts: chance.chance(0.3),
    lane: chance.chance(0.3),
    map: chance.pick(['count', 'rate'] as const),
    level: chance.pick(mapLevels),
    area: chance.pick([null, '440000']),
    bars: maybe(chance.some(splitFields, 4), []).length > 0 ? chance.some(splitFields, 4) : null,
    matrix: [chance.pick(splitFields), chance.pick(splitFields)],
    shares: chance.pick(['none', 'row', 'column'] as const),
    compare: chance.pick([
      null,
      { kind: 'year-before' } as const,
      { kind: 'pinned', filters: filtersBy(chance) } as const,
      { kind: 'pinned', filters: noFilters } as const,
    ]),
    off: maybe(filtersBy(chance), null as never),
    record: maybe('zj-2019-09-13-a', null as never),
    sort: { key: chance.pick(['date', 'size'] as const), descending: chance.chance(0.5) },
    page: chance.int(1, 9),
    cols: maybe(chance.some(tableColumns, 5), []).length > 0 ? ['title', 'date'] : null,
    widths: maybe({ title: 320, date: 120 }, null as never),
    pin: chance.int(0, 4),
    density: chance.pick(['normal', 'compact'] as const),
    lang: maybe('zh' as const, null as never),
  };
}

describe('the view in an address', () => {
  test('round trip: what is written is read back, for every parameter', () => {
    const chance = random(5);
    for (let round = 0; round < 400; round += 1) {
      const view = buildView(chance);
      if (view.bars?.length === 0) view.bars = null;
      const selection = { filters: filtersBy(chance), view };
      const read = parseSelection(new URLSearchParams(selectionQuery(selection)), known);
      expect(read).toEqual({ ...selection, ignored: [] });
    }
  });

  test('the usual view leaves no trace in the address', () => {
    expect(selectionQuery({ filters: noFilters, view: defaultView })).toBe('');
  });

  test.each([
    ['draw=pie', 'draw'],
    ['split=person', 'split'],
    ['mean=1', 'mean'],
    ['mean=61', 'mean'],
    ['matrix=issue', 'matrix'],
    ['versus=type=nonsense', 'versus'],
    ['versus=page=2', 'versus'],
    ['off=from=yesterday', 'off'],
    ['widths=title:9999', 'widths'],
    ['pin=9', 'pin'],
    ['record=../etc', 'record'],
  ])('%s is left out and named', (query, param) => {
    const { view, ignored } = parseSelection(new URLSearchParams(query.replace('=', '=')), known);
    expect(view).toEqual(defaultView);
    expect(ignored.map((one) => one.param)).toEqual([param]);
  });
});

describe('what a search form hands on', () => {
  test('is read back as the selection on screen, with other words and from the first page', () => {
    const chance = random(6);
    for (let round = 0; round < 200; round += 1) {
      const selection = { filters: filtersBy(chance), view: buildView(chance) };
      const fields = searchFields(selection);
      expect(fields.map(([name]) => name)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(q|page|record)$/)]),
      );
      const sent = new URLSearchParams([['q', 'wages'], ...fields]);
      const { filters, view, ignored } = parseSelection(sent, known);
      expect(ignored).toEqual([]);
      expect(selectionQuery({ filters, view })).toBe(
        selectionQuery({
          filters: { ...selection.filters, q: 'wages' },
          view: { ...selection.view, page: 1, record: null },
        }),
      );
    }
  });
});
