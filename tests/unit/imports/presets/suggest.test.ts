import { describe, expect, it } from 'vitest';
import { mapping } from '@/lib/imports/plan';
import { suggestMapping } from '@/lib/imports/presets/suggest';
import { readTable } from './files';

const suggested = (name: string) => {
  const { headers, rows } = readTable(name);
  return suggestMapping(headers ?? [], rows);
};
const bindingsOf = ({ mapping: { bindings } }: ReturnType<typeof suggestMapping>) =>
  bindings.map(({ target, column, split }) => [target, column, split]);

describe('suggestMapping', () => {
  it('maps a sheet typed by hand in Chinese at once', () => {
    const made = suggested('typed-zh.csv');
    expect(bindingsOf(made)).toEqual([
      ['title', '标题', null],
      ['size', '人数', null],
      ['type', '类型', null],
      ['issues', '诉求', '、'],
    ]);
    expect(made.mapping.dates.start).toEqual({ column: '日期' });
    expect(made.mapping.place.names).toEqual(['地点']);
    expect(made.reasons).toEqual([
      { column: '日期', role: 'start', why: 'alias' },
      { column: '标题', role: 'title', why: 'name' },
      { column: '地点', role: 'placeName', why: 'name' },
      { column: '人数', role: 'size', why: 'alias' },
      { column: '类型', role: 'type', why: 'name' },
      { column: '诉求', role: 'issues', why: 'alias' },
    ]);
  });

  it('is a mapping that the plan takes, with a crosswalk for each coded column', () => {
    for (const name of ['typed-zh.csv', 'typed-en.csv', 'daybook.csv', 'acled.csv', 'ccc.csv']) {
      const made = suggested(name).mapping;
      expect(mapping.parse(made), name).toEqual(made);
      const names = made.crosswalks.map((one) => one.name);
      for (const { crosswalk } of made.bindings) if (crosswalk !== null) expect(names).toContain(crosswalk);
    }
  });

  it('goes by the cells where names say nothing', () => {
    const made = suggested('typed-en.csv');
    expect(bindingsOf(made)).toEqual([
      ['size', 'how large', null],
      ['forms', 'what they did', ';'],
    ]);
    expect(made.mapping.dates.start).toEqual({ column: 'when it was' });
    expect(made.mapping.place.names).toEqual(['where']);
    expect(made.reasons.filter(({ why }) => why === 'content').map(({ column }) => column)).toEqual([
      'when it was',
      'how large',
      'what they did',
    ]);
  });

  it('finds degrees and division codes by the cells, but no bare numbers', () => {
    const made = suggestMapping(
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['2019-01-02', '110.3594', '21.2707', '440800', '60'],
        ['2019-01-03', '110.0967', '20.9143', '440882', '120'],
      ],
    );
    expect(made.mapping.dates.start).toEqual({ column: 'a' });
    expect(made.mapping.place).toMatchObject({ longitude: 'b', latitude: 'c', code: 'd' });
    expect(made.mapping.bindings).toEqual([]);
  });

  it('puts places from the widest to the narrowest, and a day together from its parts', () => {
    const made = suggestMapping(['县', '年', '月', '日', '省份', '地点', '市', '镇'], []);
    expect(made.mapping.place.names).toEqual(['省份', '市', '县', '镇', '地点']);
    expect(made.mapping.dates.start).toEqual({ year: '年', month: '月', day: '日' });
  });

  it('takes the surest of several names, once', () => {
    const made = suggestMapping(
      ['时间', '日期', 'Year', 'Title', '事件'],
      [['上午', '2019-01-02', '2019', 'a', 'b']],
    );
    expect(made.mapping.dates.start).toEqual({ column: '日期' });
    expect(bindingsOf(made)).toEqual([['title', 'Title', null]]);
  });

  it('does not mind case, spaces, signs and remarks in brackets', () => {
    const made = suggestMapping(
      ['Start-Date*', 'Size min', 'SIZE_MAX', '参与人数（人）', ' Place Name ', 'Lat.'],
      [],
    );
    expect(made.mapping.dates.start).toEqual({ column: 'Start-Date*' });
    expect(bindingsOf(made)).toEqual([
      ['sizeMin', 'Size min', null],
      ['sizeMax', 'SIZE_MAX', null],
      ['sizeText', '参与人数（人）', null],
    ]);
    expect(made.mapping.place).toMatchObject({ names: [' Place Name '], latitude: 'Lat.' });
  });

  it('never takes names of people for titles, and leaves the day open where there is none', () => {
    const made = suggestMapping(['Name', '姓名', '电话'], [['x', 'y', '13800000000']]);
    expect(made.mapping.bindings).toEqual([]);
    expect(made.mapping.dates.start).toEqual({ column: '' });
    expect(mapping.parse(made.mapping)).toEqual(made.mapping);
  });
});
