import { describe, expect, test } from 'vitest';
import { matrixCell, matrixPart } from '@/lib/charts/matrix';
import { nLine } from '@/lib/explore/frame';
import { matrixChart, matrixOnScreen } from '@/lib/explore/matrix';
import { matrixLinks, matrixOf, matrixTurned } from '@/lib/explore/matrix-links';
import { placeFold } from '@/lib/explore/matrix-places';
import { defaultView } from '@/lib/explore/view';
import type { SplitField } from '@/lib/incidents/dimensions';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import type { PlaceNode } from '@/lib/places/tree';
import { choice } from '@/lib/url/params';
import { frameBase, names, placeNode } from './samples';

/** Made-up incidents: what they were about, and what was ordered about each. */
const incidents: { issue: string[]; order: string[]; type: string }[] = [
  { issue: ['labour', 'wage-arrears'], order: ['investigate', 'punish'], type: 'strike' },
  { issue: ['labour', 'wage-arrears'], order: ['investigate'], type: 'strike' },
  { issue: ['labour', 'pay', 'wage-arrears'], order: ['none'], type: 'petition' },
  { issue: ['labour'], order: ['none'], type: 'petition' },
  { issue: ['environment', 'labour'], order: ['none'], type: 'petition' },
  { issue: ['environment'], order: ['punish'], type: 'petition' },
  { issue: ['unknown'], order: ['none'], type: 'other' },
  ...Array.from({ length: 8 }, () => ({ issue: ['labour'], order: ['investigate'], type: 'strike' })),
];

type Field = 'issue' | 'order' | 'type';
const valuesOf = (incident: (typeof incidents)[number], field: Field) => [incident[field]].flat();

function chartOf(
  fields: [Field, Field],
  shares: 'none' | 'row' | 'column' = 'none',
  filters: Partial<IncidentFilters> = {},
  kept = incidents.length,
) {
  const pairs = new Map<string, number>();
  const totals: [Map<string, number>, Map<string, number>] = [new Map(), new Map()];
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const incident of incidents) {
    for (const row of valuesOf(incident, fields[0]))
      for (const column of valuesOf(incident, fields[1])) add(pairs, `${row} ${column}`);
    fields.forEach((field, at) => {
      for (const value of valuesOf(incident, field)) add(totals[at as 0 | 1], value);
    });
  }
  return matrixChart({
    fields,
    pairs: [...pairs].map(([pair, count]) => {
      const [row = '', column = ''] = pair.split(' ');
      return { row, column, count };
    }),
    totals,
    total: incidents.length,
    kept,
    filters: { ...noFilters, ...filters },
    shares,
    names,
    folds: {},
    base: { ...frameBase, n: nLine(kept, 'en') },
  });
}

describe('a matrix', () => {
  test('has the counts that one gets by hand, ordered by totals, the unknown last', () => {
    const { rows, columns, cells, total } = chartOf(['issue', 'order']);
    expect(rows.heads.map(({ code, total }) => [code, total])).toEqual([
      ['labour', 13],
      ['wage-arrears', 3],
      ['pay', 1],
      ['environment', 2],
      ['unknown', 1],
    ]);
    expect(columns.heads.map(({ code, total }) => [code, total])).toEqual([
      ['investigate', 10],
      ['punish', 2],
      ['none', 4],
    ]);
    expect(cells).toEqual([
      [10, 1, 3],
      [2, 1, 1],
      [0, 0, 1],
      [0, 1, 1],
      [0, 0, 1],
    ]);
    expect(total).toBe(15);
  });

  test('has totals of distinct incidents, not sums of cells', () => {
    const { rows, cells } = chartOf(['issue', 'order']);
    // The first row holds 14 pairs of 13 incidents: one incident has two orders.
    expect(cells[0]?.reduce((sum, count) => sum + count, 0)).toBe(14);
    expect(rows.heads[0]?.total).toBe(13);
  });

  test('where both fields take one value each, rows and columns add up to their totals', () => {
    const { rows, columns, cells } = chartOf(['type', 'type']);
    rows.heads.forEach(({ total }, i) => {
      expect(cells[i]?.reduce((sum, count) => sum + count, 0)).toBe(total);
    });
    expect(columns.heads.map(({ total }) => total)).toEqual([10, 4, 1]);
  });

  test('gives shares of rows and of columns, and marks those of fewer than ten incidents', () => {
    const byRow = chartOf(['issue', 'order'], 'row');
    expect(matrixCell(byRow, 0, 0)).toMatchObject({ count: 10, base: 13, share: 10 / 13, isUnsure: false });
    expect(matrixCell(byRow, 1, 0)).toMatchObject({ count: 2, base: 3, isUnsure: true, step: null });
    const byColumn = chartOf(['issue', 'order'], 'column');
    expect(matrixCell(byColumn, 0, 0)).toMatchObject({ base: 10, share: 1, isUnsure: false });
    expect(matrixCell(byColumn, 0, 1)).toMatchObject({ base: 2, share: 0.5, isUnsure: true });
    expect(byRow.classes.map(({ label }) => label)).toEqual(['8', '77']);
    expect(byRow.frame.notes.join(' ')).toContain('may add up to more than 100 %');
    expect(byRow.frame.notes.join(' ')).toContain('fewer than 10');
  });

  test('colours neither nothing nor what stands apart, which sets no class either', () => {
    const chart = chartOf(['issue', 'order']);
    expect(matrixCell(chart, 0, 0).step?.label).toBe('10');
    expect(matrixCell(chart, 0, 2)).toMatchObject({ count: 3, isApart: true, step: null });
    expect(matrixCell(chart, 2, 0)).toMatchObject({ count: 0, step: null });
    expect(chart.classes.map(({ label }) => label)).toEqual(['1', '2', '10']);
  });

  test('says what stands out: two known values that are not one and the same', () => {
    expect(chartOf(['issue', 'order']).sentence).toBe(
      'Labour and Investigate are most often together: 10 of 15 incidents.',
    );
    // Labour holds wage arrears, so that the two always go together says nothing.
    expect(chartOf(['issue', 'issue']).sentence).toContain(
      'Labour and Environment are most often together: 1 of 15',
    );
    expect(chartOf(['issue', 'order'], 'row').sentence).toBe(
      'The largest share: Investigate, 77 % of the 13 incidents under Labour.',
    );
  });

  test('marks what the filter names, and says that filters on its fields are left out', () => {
    const chart = chartOf(
      ['type', 'order'],
      'none',
      { type: choice(['strike'], ['other']), order: choice(['economic-measure']) },
      0,
    );
    expect(chart.rows.heads.map(({ code, state }) => [code, state])).toEqual([
      ['strike', 'in'],
      ['petition', null],
      ['other', 'out'],
    ]);
    expect(chart.columns.heads.find(({ code }) => code === 'economic-measure')).toMatchObject({
      total: 0,
      state: 'in',
    });
    expect(chart.frame.notes).toContain('What the filter names of both fields is framed.');
    expect(chart.sentence).toMatch(
      /^Without the filters on Type and Order: .* are most often together: .* The filters on Type and Order keep 0\.$/,
    );
    expect(chart.frame.n).toBe('n = 0 incidents; counted here without the filters on Type and Order: 15');
    const one = chartOf(['issue', 'order'], 'none', { issue: choice([], ['labour']) }, 2);
    expect(one.sentence).toBe(
      'Without the filter on Issue: Labour and Investigate are most often together: 10 of 15 incidents. The filter on Issue keeps 2.',
    );
    expect(one.frame.n).toBe('n = 2 incidents; counted here without the filter on Issue: 15');
    expect(one.frame.notes).not.toContain('What the filter names of both fields is framed.');
    expect(chartOf(['type', 'order'], 'none', { issue: choice(['labour']) }).frame.n).toBe(
      'n = 15 incidents',
    );
  });

  test('refuses pairs that have no total, since its numbers would not fit each other', () => {
    const input = {
      fields: ['type', 'order'] as [SplitField, SplitField],
      total: 1,
      kept: 1,
      filters: noFilters,
    };
    const pairs = [{ row: 'strike', column: 'punish', count: 1 }];
    const totals = [new Map(), new Map()] as [Map<string, number>, Map<string, number>];
    expect(() =>
      matrixChart({ ...input, pairs, totals, shares: 'none', names, folds: {}, base: frameBase }),
    ).toThrow(RangeError);
  });

  test('is cut to the rows and columns that come first, with those apart', () => {
    const chart = chartOf(['issue', 'order']);
    const part = matrixPart(chart, 3, 2);
    expect(part.rows.heads.map(({ code }) => code)).toEqual(['labour', 'wage-arrears', 'unknown']);
    expect(part.columns.heads.map(({ code }) => code)).toEqual(['investigate', 'none']);
    expect(part.cells).toEqual([
      [10, 3],
      [2, 1],
      [0, 1],
    ]);
    expect([part.rows.more, part.columns.more]).toEqual([2, 1]);
    expect(matrixOnScreen(chart).rows.more).toBe(0);
  });
});

describe('places in a matrix', () => {
  const list = [
    placeNode('CN', 'country', 'CN/'),
    placeNode('440000', 'province', 'CN/440000/'),
    placeNode('440800', 'prefecture', 'CN/440000/440800/'),
    placeNode('440883', 'county', 'CN/440000/440800/440883/'),
    placeNode('440883.su', 'village', 'CN/440000/440800/440883/440883.su/'),
    placeNode('110000', 'province', 'CN/110000/'),
  ];
  const places = new Map(list.map((place) => [place.id, place]));
  const scope = places.get('440800') as PlaceNode;
  const units = [places.get('440883') as PlaceNode];
  const fold = placeFold(
    'place',
    scope,
    units,
    list.map(({ id }) => id),
    { places, names, locale: 'en' },
  );
  const chart = matrixChart({
    fields: ['place', 'type'],
    pairs: [
      { row: '440883.su', column: 'strike', count: 2 },
      { row: '440883', column: 'strike', count: 3 },
      { row: '440800', column: 'strike', count: 40 },
      { row: '440000', column: 'strike', count: 50 },
      { row: '110000', column: 'strike', count: 600 },
    ],
    totals: [
      new Map([
        ['440883.su', 2],
        ['440883', 3],
        ['440800', 40],
        ['440000', 50],
        ['110000', 600],
      ]),
      new Map([['strike', 695]]),
    ],
    total: 695,
    kept: 5,
    filters: { ...noFilters, place: choice(['440883']) },
    shares: 'none',
    names,
    folds: { place: fold },
    base: frameBase,
  });

  test('are put together to the districts of the area, with what no district holds apart', () => {
    expect(chart.rows.heads.map(({ label, total, apart, state }) => [label, total, apart, state])).toEqual([
      ['Place 440883', 5, false, 'in'],
      ['Outside Place 440800', 600, true, null],
      ['District not known', 90, true, null],
    ]);
    expect(chart.cells).toEqual([[5], [600], [90]]);
  });

  test('lead to exactly what is counted, where a filter can keep it', () => {
    const links = matrixLinks({ filters: noFilters, view: defaultView }, chart);
    const [unit, outside, coarse] = chart.rows.heads;
    if (!unit || !outside || !coarse) throw new Error('no heads');
    expect(links.head('rows', unit)).toBe('/?place=440883');
    expect(links.head('rows', outside)).toBeNull();
    expect(links.head('rows', coarse)).toBe('/?place=@440000~@440800~@CN');
  });
});

describe('links of a matrix', () => {
  const chart = chartOf(['issue', 'order']);
  const [row, column] = [chart.rows.heads[0], chart.columns.heads[1]];
  if (!row || !column) throw new Error('no heads');
  const at = (filters: Partial<IncidentFilters>) => ({
    filters: { ...noFilters, ...filters },
    view: { ...defaultView, page: 4 },
  });

  test('a cell filters by both values and nothing else of their fields', () => {
    const selection = at({ issue: choice(['pay'], ['environment']), type: choice(['strike']) });
    expect(matrixLinks(selection, chart).cell(row, column)).toBe('/?type=strike&issue=labour&order=punish');
  });
  test('the chosen cell takes both away', () => {
    const selection = at({ issue: choice(['labour']), order: choice(['punish']), type: choice(['strike']) });
    expect(matrixLinks(selection, chart).cell(row, column)).toBe('/?type=strike');
  });
  test('a heading filters by its value, or takes it away', () => {
    expect(matrixLinks(at({}), chart).head('columns', column)).toBe('/?order=punish');
    expect(matrixLinks(at({ order: choice(['punish']) }), chart).head('columns', column)).toBe('/');
  });
  test('two values of one field are no filter', () => {
    const same = chartOf(['type', 'type']);
    const [a, b] = same.rows.heads;
    if (!a || !b) throw new Error('no heads');
    expect(matrixLinks(at({}), same).cell(a, b)).toBeNull();
    expect(matrixLinks(at({}), same).cell(a, a)).toBe('/?type=strike');
  });
  test('another field takes the place of one; the other’s own changes places', () => {
    const selection = at({});
    expect(matrixOf(selection, 'rows', 'type')).toContain('matrix=type~order');
    expect(matrixOf(selection, 'rows', 'order')).toContain('matrix=order~issue');
    expect(matrixOf(selection, 'columns', 'issue')).toContain('matrix=order~issue');
  });
  test('turned round, shares of rows become shares of columns', () => {
    const turned = matrixTurned({ ...at({}), view: { ...defaultView, shares: 'row' } });
    expect(turned).toBe('/?matrix=order~issue&shares=column');
  });
});

test('destinations are put together apart from places, and what has none stands last under its own filter', () => {
  const list = [
    placeNode('CN', 'country', 'CN/'),
    placeNode('440000', 'province', 'CN/440000/'),
    placeNode('110000', 'province', 'CN/110000/'),
    placeNode('110101', 'county', 'CN/110000/110101/'),
  ];
  const places = new Map(list.map((place) => [place.id, place]));
  const [country, guangdong, beijing] = list as [PlaceNode, PlaceNode, PlaceNode];
  const of = { places, names, locale: 'en' as const };
  const chart = matrixChart({
    fields: ['place', 'destination'],
    pairs: [
      { row: '440000', column: '110000', count: 2 },
      { row: '440000', column: '110101', count: 3 },
      { row: '440000', column: 'unknown', count: 4 },
    ],
    totals: [
      new Map([['440000', 9]]),
      new Map([
        ['110000', 2],
        ['110101', 3],
        ['unknown', 4],
      ]),
    ],
    total: 9,
    kept: 9,
    filters: noFilters,
    shares: 'none',
    names,
    folds: {
      place: placeFold('place', country, [guangdong, beijing], ['440000'], of),
      destination: placeFold(
        'destination',
        country,
        [guangdong, beijing],
        ['110000', '110101', 'unknown'],
        of,
      ),
    },
    base: frameBase,
  });
  expect(chart.columns.heads.map(({ code, total, apart, values }) => [code, total, apart, values])).toEqual([
    ['110000', 5, false, ['110000']],
    ['unknown', 4, true, ['unknown']],
  ]);
  expect(chart.columns.heads[1]?.label).toBe('No destination known');
  expect(chart.cells).toEqual([[5, 4]]);
});
