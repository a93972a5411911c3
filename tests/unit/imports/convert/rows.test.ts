import { describe, expect, test } from 'vitest';
import type { PlaceFinder } from '@/lib/imports/convert/places';
import { makeConverter } from '@/lib/imports/convert/rows';
import type { Converted, ImportedIncident } from '@/lib/imports/convert/types';
import { incidentMapping } from '@/lib/imports/plan';

const places: PlaceFinder = {
  find: ({ names, code }) => {
    const text = names.join(' › ') || code;
    if (text === '') return null;
    return text === 'Nowhere'
      ? { fault: 'place-unknown', text, suggestions: ['440883'] }
      : { id: '440883', level: 'county', whole: true, disagrees: false };
  },
};

const headers = ['id', 'date', 'title', 'place', 'kind', 'demand', 'crowd', 'arrests', 'remark'];
const binding = (target: string, column: string, more: object = {}) => ({ target, column, ...more });
const basic = {
  kind: 'incidents',
  bindings: [
    binding('externalId', 'id'),
    binding('title', 'title'),
    binding('type', 'kind', { crosswalk: 'kinds' }),
    binding('issues', 'demand', { split: ',', crosswalk: 'demands' }),
    binding('size', 'crowd'),
    binding('responses', 'arrests', { counts: 'arrest' }),
  ],
  crosswalks: [
    { name: 'kinds', vocabulary: 'type', entries: [{ from: 'Walkout', to: ['strike'] }] },
    {
      name: 'demands',
      vocabulary: 'issue',
      entries: [{ from: 'unpaid wages', to: ['wage-arrears'] }],
      otherwise: 'leave',
    },
  ],
  dates: { start: { column: 'date' } },
  place: { names: ['place'] },
};

const good = [
  '7',
  '2019-09-13',
  'A walkout',
  'Wuchuan',
  'walkout',
  'Unpaid wages, weather',
  'over 60',
  '3',
  'a remark',
];
const convert = (cells: readonly string[], change: object = {}, options: object = {}): Converted => {
  const mapping = incidentMapping.parse({ ...basic, ...change });
  const made = makeConverter({
    mapping,
    headers,
    places,
    placeName: () => 'Wuchuan',
    evidence: true,
    refusePersonal: 'sure',
    own: false,
    ...options,
  })(cells, 2, false);
  if (made === 'skipped') throw new Error('skipped');
  return made;
};
const incident = (cells: readonly string[], change: object = {}, options: object = {}): ImportedIncident => {
  const made = convert(cells, change, options);
  expect(made.faults).toEqual([]);
  return made.incident as ImportedIncident;
};
const changed = (cells: Record<string, string>) =>
  good.map((cell, index) => cells[headers[index] ?? ''] ?? cell);
const rules = (cells: readonly string[], change: object = {}) =>
  convert(cells, change).faults.map(({ rule }) => rule);

describe('a row', () => {
  test('becomes a record with codes, bounds, and the words that each rests on', () => {
    const made = incident(good);
    expect(made).toMatchObject({
      row: 2,
      externalId: '7',
      title: 'A walkout',
      type: 'strike',
      issues: ['wage-arrears'],
      sizeMin: 60,
      sizeMax: null,
      sizeText: 'over 60',
      startsOn: '2019-09-13',
      datePrecision: 'day',
      placeId: '440883',
      placePrecision: 'county',
      responses: [{ kind: 'arrest', count: 3 }],
    });
    expect(made.claims).toContainEqual({ field: 'issues', value: 'wage-arrears', printed: 'Unpaid wages' });
    expect(made.claims).toContainEqual({ field: 'sizeMin', value: '60', printed: 'over 60' });
    expect(made.claims).toContainEqual({ field: 'placeId', value: '440883', printed: 'Wuchuan' });
  });

  test('loses no cell: what no field took whole stays beside, by the names of the columns', () => {
    expect(JSON.parse(incident(good).extra ?? '')).toEqual({
      arrests: '3',
      demand: 'Unpaid wages, weather',
      kind: 'walkout',
      place: 'Wuchuan',
      remark: 'a remark',
    });
    expect(incident(good, { left: ['remark', 'arrests', 'demand', 'kind', 'place'] }).extra).toBeNull();
  });

  test('with a value that nothing codes is refused, or the value is left, as the crosswalk says', () => {
    expect(rules(changed({ kind: 'parade' }))).toEqual(['unknown-code']);
    expect(rules(changed({ kind: '' }))).toEqual(['no-type']);
    expect(convert(good).warnings).toContainEqual({ rule: 'value-left', column: 'demand', value: 'weather' });
  });

  test('takes codes and labels of ours in either language without a crosswalk', () => {
    for (const kind of ['strike', 'Strike', '罢工', ' STRIKE '])
      expect(incident(changed({ kind })).type).toBe('strike');
    expect(incident(changed({ demand: 'unknown' })).issues).toEqual([]);
  });

  test.each([
    [{ date: '' }, ['no-day']],
    [{ date: '03/04/2019' }, ['ambiguous-day']],
    [{ date: '2014-02-30' }, ['not-a-day']],
    [{ date: '1753-01-01' }, ['year']],
    [{ place: 'Nowhere' }, ['place-unknown']],
    [{ place: '' }, ['no-place']],
    [{ title: 'x'.repeat(301) }, ['long-text']],
    [{ title: 'Call 13812345678' }, ['personal-data']],
    [{ id: '11010519491231002X' }, ['personal-data']],
    [{ id: '13812345678' }, ['personal-data']],
    [{ id: 'li.wei@example.com' }, ['personal-data']],
    [{ remark: 'ID 110105194912310028 (call 13812345678)' }, ['personal-data']],
  ])('%j is refused: %j', (cells, found) =>
    expect(rules(changed(cells as Record<string, string>))).toEqual(found),
  );

  test('that may name a person is listed in a draft, refused among what is published, and taken for a reason', () => {
    const cells = changed({ title: 'A man named Zhang Wei protests' });
    const made = (refusePersonal: string) => {
      const { faults, warnings } = convert(cells, {}, { refusePersonal });
      return [faults, warnings].map((list) =>
        list.map(({ rule }) => rule).filter((rule) => /personal/.test(rule)),
      );
    };
    expect(made('sure')).toEqual([[], ['maybe-personal']]);
    expect(made('maybe')).toEqual([['personal-data'], []]);
    expect(made('none')).toEqual([[], ['maybe-personal']]);
  });

  test('keeps its id, whatever number that is, but for those of persons', () => {
    for (const id of ['20190913000000001', '6222021234567890128', '12345678901', 'ged-9'])
      expect(incident(changed({ id })).externalId).toBe(id);
  });

  test('says everything that is wrong with it at once', () => {
    expect(rules(changed({ date: 'x', place: 'Nowhere' }))).toEqual(['not-a-day', 'place-unknown']);
  });

  test('with too many cells is refused; with too few at its end they are empty', () => {
    expect(rules([...good, 'one more'])).toEqual(['ragged-row']);
    expect(incident(good.slice(0, 8)).externalId).toBe('7');
    expect(rules(['7'])).toContain('ragged-row');
  });

  test('whose size is not understood keeps the words', () => {
    const made = convert(changed({ crowd: 'quite a few of them' }));
    expect(made.incident).toMatchObject({ sizeMin: null, sizeMax: null, sizeText: 'quite a few of them' });
    expect(made.warnings.map(({ rule }) => rule)).toContain('size-unread');
  });

  test('without an id is known by its cells, or by the key that was chosen', () => {
    const bindings = basic.bindings.slice(1);
    expect(incident(good, { bindings }).identity).toBe(incident([...good], { bindings }).identity);
    expect(incident(good, { bindings }).identity).not.toBe(
      incident(changed({ remark: 'x' }), { bindings }).identity,
    );
    const key = ['date', 'place'];
    expect(incident(good, { bindings, key }).identity).toBe(
      incident(changed({ remark: 'x' }), { bindings, key }).identity,
    );
  });

  test('without a title gets one of type, place and day', () => {
    const bindings = basic.bindings.filter(({ target }) => target !== 'title');
    expect(incident(good, { bindings }).title).toBe('Strike, Wuchuan, 2019-09-13');
  });

  test('of our own export is taken without the signs that guard it, and with what it kept beside', () => {
    const own = [...headers, 'extra'];
    const made = makeConverter({
      mapping: incidentMapping.parse(basic),
      headers: own,
      places,
      placeName: () => '',
      evidence: false,
      refusePersonal: 'sure' as const,
      own: true,
    })([...changed({ title: "'=SUM(A1)" }), '{"b":"2","a":"1"}'], 2, false);
    expect(made).toMatchObject({ incident: { title: '=SUM(A1)' } });
    const beside = { a: '1', b: '2', demand: 'Unpaid wages, weather', arrests: '3', remark: 'a remark' };
    expect(JSON.parse((made as Converted).incident?.extra ?? '')).toMatchObject(beside);
  });

  test('with a column named like a property of objects is read like any other', () => {
    const odd = headers.with(8, '__proto__');
    const made = makeConverter({
      mapping: incidentMapping.parse(basic),
      headers: odd,
      places,
      placeName: () => '',
      evidence: false,
      refusePersonal: 'sure' as const,
      own: false,
    })(good, 2, false);
    expect(made !== 'skipped' && made.incident?.extra).toContain('"__proto__":"a remark"');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('with a NUL or half a character is refused where the reader saw one', () => {
    const convertRow = makeConverter({
      mapping: incidentMapping.parse(basic),
      headers,
      places,
      placeName: () => '',
      evidence: false,
      refusePersonal: 'sure' as const,
      own: false,
    });
    for (const remark of ['a\u0000b', 'a\ud800b']) {
      const made = convertRow(changed({ remark }), 2, true);
      expect(made !== 'skipped' && made.faults).toEqual([
        { rule: 'bad-characters', column: 'remark', value: '' },
      ]);
    }
  });
});

describe('days with a precision', () => {
  const dated = (convention: string, precision: string, more: object = {}) =>
    incident(changed({ remark: precision }), {
      crosswalks: [
        ...basic.crosswalks,
        {
          name: 'exact',
          vocabulary: 'datePrecision',
          entries: [
            { from: '1', to: ['day'] },
            { from: '2', to: ['week'] },
            { from: '3', to: ['month'] },
            { from: '5', to: ['year'] },
          ],
        },
      ],
      dates: {
        start: { column: 'date' },
        precision: { column: 'remark', crosswalk: 'exact' },
        convention,
        ...more,
      },
    });
  test.each([
    ['midpoint', '1', '2019-09-13', '2019-09-13', 'day'],
    ['midpoint', '2', '2019-09-10', '2019-09-16', 'days'],
    ['within', '2', '2019-09-09', '2019-09-15', 'week'],
    ['midpoint', '3', '2019-09-01', '2019-09-30', 'month'],
    ['within', '5', '2019-01-01', '2019-12-31', 'year'],
  ])('%s %s', (convention, precision, startsOn, endsOn, datePrecision) =>
    expect(dated(convention, precision)).toMatchObject({ startsOn, endsOn, datePrecision }),
  );

  describe('with two values for a field that holds one', () => {
    const bind = (...more: object[]) => ({ bindings: [...basic.bindings, ...more] });
    const extraOf = (made: ImportedIncident) => JSON.parse(made.extra ?? '{}');

    test('takes the first column, and keeps the other beside the record', () => {
      const made = incident(good, bind(binding('title', 'remark')));
      expect(made.title).toBe('A walkout');
      expect(extraOf(made)).toMatchObject({ remark: 'a remark' });
    });

    test('has the type of the first one, whether evidence is made or not', () => {
      const kinds = binding('type', 'kind', { split: ';' });
      const change = { bindings: [binding('title', 'title'), kinds] };
      const cells = changed({ kind: 'strike;petition' });
      for (const evidence of [true, false]) {
        const made = incident(cells, change, { evidence });
        expect(made.type).toBe('strike');
        expect(extraOf(made)).toMatchObject({ kind: 'strike;petition' });
      }
      expect(convert(cells, change).warnings).toContainEqual(
        expect.objectContaining({ rule: 'value-left', value: 'petition' }),
      );
    });

    test('lets columns go before constants', () => {
      const constants = [
        { target: 'type', value: 'petition' },
        { target: 'title', value: 'Untitled' },
      ];
      expect(incident(good, { constants })).toMatchObject({ type: 'strike', title: 'A walkout' });
    });

    test('lets sizes of columns go before those that are said for all rows, and takes these where a row says none', () => {
      const sized = bind(binding('size', 'crowd'));
      const all = { ...sized, constants: [{ target: 'size', value: 'about 50' }] };
      expect(incident(changed({ crowd: '60' }), all)).toMatchObject({
        sizeMin: 60,
        sizeMax: 60,
        sizeText: '60',
      });
      expect(incident(changed({ crowd: '' }), all)).toMatchObject({ sizeMin: 50, sizeApprox: true });
      const bounds = { ...sized, constants: [{ target: 'sizeMin', value: '20' }] };
      expect(incident(changed({ crowd: '60' }), bounds)).toMatchObject({ sizeMin: 60, sizeMax: 60 });
      expect(incident(changed({ crowd: '' }), bounds)).toMatchObject({ sizeMin: 20, sizeMax: null });
    });

    test('puts codes that are said for all rows beside those of the columns', () => {
      const constants = [
        { target: 'issues', value: 'wage-arrears' },
        { target: 'issues', value: 'land-acquisition' },
      ];
      expect(incident(good, { constants }).issues).toEqual(
        expect.arrayContaining(['wage-arrears', 'land-acquisition']),
      );
    });
  });

  test('keeps what it does not understand of whether a size is approximate', () => {
    const change = { bindings: [...basic.bindings, binding('sizeApprox', 'remark')] };
    const made = incident(changed({ remark: 'perhaps', crowd: '60' }), change);
    expect(made.sizeApprox).toBe(false);
    expect(JSON.parse(made.extra ?? '{}')).toMatchObject({ remark: 'perhaps' });
    expect(convert(changed({ remark: 'perhaps' }), change).warnings).toContainEqual(
      expect.objectContaining({ rule: 'value-left', column: 'remark' }),
    );
  });

  test('reads marks of thousands only where they stand before three digits', () => {
    const change = { bindings: [...basic.bindings, binding('sizeMin', 'remark')] };
    expect(incident(changed({ remark: '12,500' }), change).sizeMin).toBe(12_500);
    for (const remark of ['1,2345', '12,34', '1 23456'])
      expect(rules(changed({ remark }), change)).toEqual(['bad-count']);
  });

  test('counts no responses in 00', () => {
    expect(incident(changed({ arrests: '00' })).responses).toEqual([]);
  });

  test('has its id without the .0 of a number, and with that of anything else', () => {
    expect(incident(changed({ id: '7.0' }))).toMatchObject({ externalId: '7' });
    expect(incident(changed({ id: 'v2.0' }))).toMatchObject({ externalId: 'v2.0' });
    expect(JSON.parse(incident(changed({ id: '7.0' })).extra ?? '')).toMatchObject({ id: '7.0' });
  });

  test('with a number of a person in the words of its size is refused', () => {
    expect(rules(changed({ crowd: 'call 13812345678' }))).toContain('personal-data');
  });

  test('that was refused and mended is the row that it was, without the reason', () => {
    const bindings = basic.bindings.filter(({ target }) => target !== 'externalId');
    const mapping = incidentMapping.parse({ ...basic, bindings });
    const options = {
      mapping,
      places,
      placeName: () => '',
      evidence: true,
      refusePersonal: 'sure' as const,
      own: false,
    };
    const plain = makeConverter({ ...options, headers })(good, 2, false);
    const mended = makeConverter({
      ...options,
      headers: [...headers, 'daybook_table', 'daybook_row', 'daybook_reason'],
    })([...good, 'log.csv', '2', 'No day.'], 2, false);
    if (plain === 'skipped' || mended === 'skipped') throw new Error('skipped');
    expect(mended.incident).toMatchObject({
      identity: plain.incident?.identity,
      extra: plain.incident?.extra,
    });
  });
});
