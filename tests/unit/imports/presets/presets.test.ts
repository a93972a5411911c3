import { describe, expect, it } from 'vitest';
import { makeCoder } from '@/lib/imports/convert/codes';
import { type IncidentMapping, type Mapping, mapping, newDataset, unknownCodes } from '@/lib/imports/plan';
import { bestPreset, findPreset, presets } from '@/lib/imports/presets/presets';
import { targetOf } from '@/lib/imports/targets';
import { readSheet, readTable, type Table } from './files';

/** Every generation of files, the preset that it is for, and the values that are rightly left uncoded. */
const files: { table: Table; id: string; left?: string[] }[] = [
  { table: readTable('daybook.csv'), id: 'daybook' },
  { table: readTable('acled.csv'), id: 'acled', left: ['Society for Invented Affairs'] },
  { table: readTable('acled-2022.csv'), id: 'acled' },
  { table: readTable('acled-curated.csv'), id: 'acled' },
  { table: readTable('acled-population.csv'), id: 'acled' },
  { table: readTable('ucdp-ged.csv'), id: 'ucdp-ged' },
  { table: readTable('ucdp-ged-older.csv'), id: 'ucdp-ged' },
  { table: readTable('ucdp-ged-no-header.csv', true), id: 'ucdp-ged' },
  {
    table: readTable('mass-mobilization.csv'),
    id: 'mass-mobilization',
    left: ['invented league of tea pickers'],
  },
  { table: readSheet('clb-strike-map.json', 'Strikes'), id: 'clb-strike-map', left: ['a new canteen'] },
  { table: readSheet('clb-strike-map.json', 'Older'), id: 'clb-strike-map', left: ['a new canteen'] },
  { table: readSheet('clb-strike-map.json', '罢工'), id: 'clb-strike-map' },
  { table: readTable('ccc.csv'), id: 'ccc', left: ['Invented League', 'puppet show', 'weather'] },
  { table: readTable('gdelt.tsv', true), id: 'gdelt' },
  { table: readTable('gdelt-v2.tsv', true), id: 'gdelt' },
  { table: readTable('gdelt-header.tsv'), id: 'gdelt' },
  { table: readTable('monthly-counts.csv'), id: 'monthly-counts' },
  { table: readTable('monthly-counts-zh.csv'), id: 'monthly-counts' },
];

const columnsOf = ({ headers, rows }: Table) => headers?.length ?? rows[0]?.length ?? 0;

function mapped({ table, id }: { table: Table; id: string }): { headers: readonly string[]; made: Mapping } {
  const preset = findPreset(id);
  const headers = table.headers ?? preset?.headerless?.(columnsOf(table)) ?? [];
  if (!preset) throw new Error(id);
  return { headers, made: preset.map(headers) };
}

/** Every column that a mapping names, wherever it does. */
function namedIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return [
      'column',
      'year',
      'month',
      'day',
      'code',
      'latitude',
      'longitude',
      'names',
      'left',
      'key',
    ].includes(key)
      ? [value]
      : [];
  if (Array.isArray(value))
    return key === 'constants' || key === 'crosswalks' ? [] : value.flatMap((one) => namedIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => namedIn(one, name));
}

describe.each(files)('$table.name', ({ table, id, left = [] }) => {
  const { headers, made } = mapped({ table, id });

  it('is recognised, and by no other preset', () => {
    expect(bestPreset(table.headers, columnsOf(table))?.preset.id).toBe(id);
    for (const preset of presets)
      if (preset.id !== id) expect(preset.fits(table.headers, columnsOf(table)), preset.id).toBeLessThan(0.6);
  });

  it('has a mapping that the plan takes as it stands', () => {
    expect(mapping.parse(made)).toEqual(made);
  });

  it('names columns as the file spells them', () => {
    const named = namedIn(made);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((column) => !headers.includes(column))).toEqual([]);
  });

  it('finds a code for each coded value, or leaves it on purpose', () => {
    if (made.kind !== 'incidents') return;
    const unread = new Set<string>();
    const leftOut = new Set<string>();
    for (const { column, vocabulary, crosswalk, split } of codedIn(made)) {
      const coder = makeCoder(vocabulary, made.crosswalks.find(({ name }) => name === crosswalk) ?? null);
      const skipped = (row: string[]) =>
        made.skip.some((skip) => skip.values.includes(row[headers.indexOf(skip.column)] ?? ''));
      for (const row of table.rows) {
        const cell = row[headers.indexOf(column)] ?? '';
        if (skipped(row)) continue;
        for (const value of (split === null ? [cell] : cell.split(split)).map((one) => one.trim())) {
          const coded = value === '' ? { codes: [] } : coder(value);
          if (coded === null) unread.add(`${column}: ${value}`);
          if (coded === 'left') leftOut.add(value);
        }
      }
    }
    expect([...unread]).toEqual([]);
    expect([...leftOut].sort()).toEqual([...left].sort());
  });
});

/** Coded columns of a mapping, those that say how exact a day or a place is included. */
function codedIn({ bindings, dates, place }: IncidentMapping) {
  const exact = [
    ...(dates.precision ? [{ ...dates.precision, vocabulary: 'datePrecision' as const, split: null }] : []),
    ...(place.precision ? [{ ...place.precision, vocabulary: 'placePrecision' as const, split: null }] : []),
  ];
  const coded = bindings.flatMap(({ target, column, crosswalk, split, counts }) => {
    const { vocabulary } = targetOf(target);
    return vocabulary === null || counts !== null ? [] : [{ column, crosswalk, split, vocabulary }];
  });
  return [...coded, ...exact];
}

describe('crosswalks of presets', () => {
  const all = files.flatMap((file) => {
    const { made } = mapped(file);
    return made.kind === 'incidents' ? made.crosswalks : [];
  });

  it('lead to codes of ours only', () => {
    expect(all.length).toBeGreaterThan(30);
    for (const crosswalk of all) expect(unknownCodes(crosswalk), crosswalk.name).toEqual([]);
  });

  it('have each value once, however it is written', () => {
    for (const { name, entries } of all) {
      const values = entries.map(({ from }) => from.toLowerCase());
      expect(values.length, name).toBe(new Set(values).size);
    }
  });

  it('claim the least where a value covers several codes of ours', () => {
    const codes = (name: string, value: string) =>
      all.find((one) => one.name === name)?.entries.find(({ from }) => from === value)?.to;
    expect(codes('acled-forms', 'Violent demonstration')).toEqual(['gathering']);
    expect(codes('acled-responses', 'Peaceful protest')).toEqual([]);
    expect(codes('acled-inter', 'State forces')).toEqual([]);
    expect(codes('acled-inter', '1')).toEqual([]);
    expect(codes('mm-responses', 'accomodation')).toEqual(['partial-concession']);
    expect(codes('mm-demands', 'political behavior, process')).toEqual(['elections-governance']);
    expect(codes('clb-demands', 'compensation')).toEqual(['labour']);
    expect(codes('clb-responses', 'negotiation')).toEqual([]);
    expect(codes('gdelt-forms', '143')).toEqual([]);
    expect(codes('gdelt-responses', '0841')).toEqual(['release']);
  });
});

describe('presets', () => {
  it('are told in both languages, with ids of their own', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    for (const { title, note, version } of presets) {
      expect(version).toBe('1');
      for (const locale of ['en', 'zh'] as const) {
        expect(title[locale]).not.toBe('');
        expect(note[locale].length).toBeGreaterThan(40);
      }
      expect(note.zh).toMatch(/\p{Script=Han}/u);
    }
    expect(presets.filter(({ leads }) => leads).map(({ id }) => id)).toEqual(['gdelt']);
  });

  it('propose data sets that can be made', () => {
    for (const { id, dataset } of presets)
      if (dataset) expect(newDataset.parse(dataset), id).toEqual(dataset);
  });

  it('know nothing of other tables', () => {
    for (const headers of [
      ['date', 'title', 'place', 'count'],
      ['日期', '标题', '地点', '人数', '类型', '诉求'],
      ['id', 'name', 'email'],
      ['year', 'gdp', 'population', 'unemployment', 'value'],
      ['cowcode', 'location', 'asciiname', 'latitude', 'longitude', 'event_date', 'side', 'numreports'],
      [],
    ])
      expect(bestPreset(headers, headers.length), headers.join()).toBeNull();
    for (const columns of [1, 31, 41, 48, 50, 57, 60]) expect(bestPreset(null, columns)).toBeNull();
    expect(findPreset('none')).toBeNull();
  });

  it('leave out what a file lacks', () => {
    const made = findPreset('acled')?.map(['Event_ID_cnty', 'event_date', 'event_type', 'country']);
    expect(made).toMatchObject({
      bindings: [
        { target: 'externalId', column: 'Event_ID_cnty' },
        { target: 'type', column: 'event_type' },
        { target: 'sourceCategory', column: 'event_type' },
      ],
      dates: { start: { column: 'event_date' }, precision: null, convention: 'midpoint' },
      place: { names: ['country'], latitude: null, precision: null },
    });
  });
});

describe('single presets', () => {
  const of = (name: string, id: string) => mapped({ table: readTable(name), id }).made as IncidentMapping;

  it('take the size of ACLED from tags, and from notes before there were any', () => {
    const size = (name: string) => of(name, 'acled').bindings.find(({ target }) => target === 'size');
    expect(size('acled.csv')).toMatchObject({ column: 'tags', pick: 'acled-crowd-size' });
    expect(size('acled-2022.csv')).toMatchObject({ column: 'notes', pick: 'acled-crowd-size' });
    expect(size('acled-curated.csv')).toMatchObject({ column: 'NOTES' });
  });

  it('take no deaths for participants', () => {
    const targets = of('ucdp-ged.csv', 'ucdp-ged').bindings.map(({ target }) => target);
    expect(targets).toEqual(['externalId', 'title', 'type']);
  });

  it('pass over years without a protest, and kinds of GDELT that tell of none', () => {
    expect(of('mass-mobilization.csv', 'mass-mobilization').skip).toEqual([
      { column: 'protest', values: ['0'] },
    ]);
    const [skip] = of('gdelt-header.tsv', 'gdelt').skip;
    expect(skip?.values).toContain('01');
    expect(skip?.values).not.toContain('14');
    expect(skip?.values).not.toContain('17');
  });

  it('read days of Mass Mobilization from three columns, and its demands whole', () => {
    const made = of('mass-mobilization.csv', 'mass-mobilization');
    expect(made.dates.start).toEqual({ year: 'startyear', month: 'startmonth', day: 'startday' });
    expect(made.dates.end).toEqual({ year: 'endyear', month: 'endmonth', day: 'endday' });
    expect(made.bindings.filter(({ target }) => target === 'issues').map(({ split }) => split)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(made.bindings.filter(({ target }) => target === 'responses')).toHaveLength(7);
  });

  it('know a strike of the map without its title only by its row', () => {
    const older = mapped({ table: readSheet('clb-strike-map.json', 'Older'), id: 'clb-strike-map' }).made;
    expect(older).toMatchObject({ key: [], place: { names: ['Location'] } });
    const today = mapped({ table: readSheet('clb-strike-map.json', 'Strikes'), id: 'clb-strike-map' }).made;
    expect(today).toMatchObject({ key: ['Date', 'Title', 'Province'], constants: [{ value: 'strike' }, {}] });
  });

  it('leave what is derived out of our own files', () => {
    const made = of('daybook.csv', 'daybook');
    expect(made.left).toEqual(expect.arrayContaining(['extra', 'type_label', 'place_name', 'status', 'ref']));
    expect(made.left).not.toContain('destination_place_id');
    expect(made).toMatchObject({ key: ['dataset', 'ref'], place: { code: 'place_id', names: [] } });
  });

  it('read totals by month, and by year and month', () => {
    expect(mapped({ table: readTable('monthly-counts.csv'), id: 'monthly-counts' }).made).toMatchObject({
      kind: 'figures',
      value: 'Count',
      period: { column: 'Month' },
      place: { names: ['Place'] },
      label: { column: 'Category', value: null },
    });
    expect(mapped({ table: readTable('monthly-counts-zh.csv'), id: 'monthly-counts' }).made).toMatchObject({
      value: '数量',
      period: { year: '年份', month: '月份' },
      place: { names: ['地区'] },
      label: { column: null },
    });
  });
});
