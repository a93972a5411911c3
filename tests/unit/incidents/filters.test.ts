import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { parseSelection, parseSelectionStrictly } from '@/lib/explore/request';
import { defaultView, selectionQuery } from '@/lib/explore/view';
import { likePattern, parseSearch } from '@/lib/incidents/search';
import { keepsAll, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { buildFilters } from '../../factories/filters';
import { random } from '../../factories/random';

const known = {
  dataset: (slug: string) => slug === 'zhanjiang-log',
  place: (id: string) => /^(CN|\d{6})$/.test(id),
  source: (ref: string) => ref.startsWith('made-up-'),
};
const parse = (query: string) => parseSelection(new URLSearchParams(query), known);

describe('the filter in an address', () => {
  test('round trip: what is written is read back, for every parameter', () => {
    const chance = random(42);
    for (let round = 0; round < 300; round += 1) {
      const filters = buildFilters(chance, {
        places: ['440800', '440883', 'CN'],
        datasets: ['zhanjiang-log'],
      });
      const view = {
        ...defaultView,
        by: chance.pick(['auto', 'day', 'week', 'month', 'quarter', 'year'] as const),
        map: chance.pick(['count', 'rate'] as const),
        page: chance.int(1, 40),
        sort: {
          key: chance.pick(['date', 'title', 'type', 'place', 'size'] as const),
          descending: chance.chance(0.5),
        },
        cols:
          (chance.pick([null, ['date', 'title'], ['ref']] as const)?.slice() as typeof defaultView.cols) ??
          null,
        lang: chance.pick([null, 'zh', 'en'] as const),
      };
      const query = selectionQuery({ filters, view });
      expect(parse(query), query).toEqual({ filters, view, ignored: [] });
      expect(selectionQuery(parse(query))).toBe(query);
    }
  });

  test('everything is the empty address, and equal filters have equal addresses', () => {
    expect(selectionQuery({ filters: noFilters, view: defaultView })).toBe('');
    expect(selectionQuery(parse('?type=strike~petition&type='))).toBe(
      selectionQuery(parse('?type=petition~strike')),
    );
    expect(selectionQuery(parse('?place=440883&type=!petition'))).toBe('?place=440883&type=!petition');
  });

  test('stays readable: commas, tildes and @ are not escaped, blanks are plus signs', () => {
    const filters = { ...noFilters, place: choice(['@440800']), q: 'two words, 工资' };
    expect(selectionQuery({ filters, view: defaultView })).toBe(
      '?place=@440800&q=two+words,+%E5%B7%A5%E8%B5%84',
    );
  });

  test.each([
    ['type=riot', 'type', 'unknown-value'],
    ['type=petition~riot', 'type', 'unknown-value'],
    ['dataset=secret', 'dataset', 'unknown-value'],
    ['place=999', 'place', 'unknown-value'],
    ['from=2019-02-30', 'from', 'not-a-date'],
    ['from=2020&to=2019', 'from', 'reversed'],
    ['starts=2020..2019', 'starts', 'not-a-date'],
    ['match=maybe', 'match', 'unknown-value'],
    ['from=2019&from=2020', 'from', 'repeated'],
    [`q=${'x'.repeat(201)}`, 'q', 'too-long'],
    ['q=a%00b', 'q', 'not-text'],
    [`type=${'petition~'.repeat(400)}`, 'type', 'too-long'],
    ['sort=name', 'sort', 'unknown-value'],
    ['sort=date;drop table incidents', 'sort', 'unknown-value'],
    ['page=0', 'page', 'not-a-page'],
    ['page=-1', 'page', 'not-a-page'],
    ['by=decade', 'by', 'unknown-value'],
    ['cols=date~passwords', 'cols', 'unknown-value'],
    ['typ=petition', 'typ', 'unknown-parameter'],
    ["type=petition'); DROP TABLE incidents;--", 'type', 'unknown-value'],
    ['__proto__=1', '__proto__', 'unknown-parameter'],
  ])(
    '%s: the page leaves it out and says so, an export refuses and names the field',
    (query, param, reason) => {
      const { ignored } = parse(query);
      expect(ignored).toContainEqual(expect.objectContaining({ param, reason }));
      const refused = () => parseSelectionStrictly(new URLSearchParams(query), known, 'en');
      expect(refused).toThrow(AppError);
      try {
        refused();
      } catch (thrown) {
        const { code, fields } = thrown as AppError;
        expect(code).toBe('invalid');
        expect(fields.map(({ field }) => field)).toContain(param);
        expect(fields.every(({ message }) => String(message).length > 20)).toBe(true);
      }
    },
  );

  test('keeps the values that are good', () => {
    const { filters } = parse('type=petition~riot&from=2019-02-30&to=2020');
    expect(filters.type).toEqual(choice(['petition']));
    expect([filters.from, filters.to]).toEqual([null, '2020']);
  });

  test('a reversed range leaves out both ends, so that nothing is hidden by half of it', () => {
    expect(keepsAll(parse('from=2020&to=2019').filters)).toBe(true);
  });

  test('passes over what other sites append', () => {
    expect(parse('utm_source=letter&_rsc=abc').ignored).toEqual([]);
  });
});

describe('text search', () => {
  test.each([
    ['Land seizure', { all: ['land', 'seizure'], none: [] }],
    ['"land seizure" -Wuchuan', { all: ['land seizure'], none: ['wuchuan'] }],
    ['工资 -“拆迁 补偿”', { all: ['工资'], none: ['拆迁 补偿'] }],
    ['"unclosed phrase', { all: ['unclosed phrase'], none: [] }],
    ['- ""', { all: [], none: [] }],
    ['工资 －教师 −＂a b＂', { all: ['工资'], none: ['教师', 'a b'] }],
    ['－', { all: [], none: [] }],
    ['   ', { all: [], none: [] }],
  ])('%s is read as %o', (text, search) => {
    expect(parseSearch(text)).toEqual(search);
  });

  test('marks of LIKE stand for themselves', () => {
    expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
