import { describe, expect, test } from 'vitest';
import { dateText } from '@/lib/exports/date-text';
import type { ValueMode } from '@/lib/exports/formats';
import { exportedIncidentFields, incidentColumns } from '@/lib/exports/incident-columns';
import { packageColumns } from '@/lib/exports/package/fields';
import type { Locale } from '@/lib/i18n/locale';
import type { ExportedIncident } from '@/lib/incidents/packed';

const row: ExportedIncident = {
  id: '00000000-0000-0000-0000-000000000001',
  ref: 'zj-1',
  dataset: 'zhanjiang-log',
  synthetic: true,
  externalId: '007',
  title: '=1+1',
  titleZh: null,
  summary: 'x'.repeat(40_000),
  type: 'petition',
  sourceCategory: null,
  startsOn: '2019-02-25',
  endsOn: '2019-03-03',
  datePrecision: 'week',
  dayPart: null,
  placeId: '440883',
  placePrecision: 'county',
  destinationPlaceId: '110000',
  latitude: null,
  pointPublic: false,
  longitude: null,
  sizeMin: null,
  sizeMax: null,
  sizeApprox: false,
  sizeText: null,
  issues: ['labour', 'wage-arrears'],
  groups: [],
  forms: [],
  targets: [],
  responses: [],
  directives: [],
  orders: [],
  offices: [],
  sources: [{ ref: 'a' }, { ref: 'b' }],
  codingNote: null,
  status: 'published',
  version: 1,
  extra: null,
};
const names = { place: (id: string) => `place ${id}` };
const cells = (values: ValueMode, locale: Locale = 'en') =>
  Object.fromEntries(incidentColumns(names, locale, values).map(({ name, cell }) => [name, cell(row)]));

describe('the columns of incidents', () => {
  test('stand in the order of the dictionary, with the mark of made-up records and the date as known', () => {
    const columns = incidentColumns(names, 'en', 'codes').map(({ name }) => name);
    expect(columns).toEqual(exportedIncidentFields.map(({ column }) => column));
    expect(columns.slice(0, 3)).toEqual(['ref', 'dataset', 'synthetic']);
    expect(columns[columns.indexOf('date_precision') + 1]).toBe('date_text');
  });

  test('give codes unless asked otherwise, and say what an empty list means', () => {
    expect(cells('codes')).toMatchObject({
      synthetic: true,
      external_id: '007',
      type: 'petition',
      issues: 'labour; wage-arrears',
      groups: 'unknown',
      orders: 'none',
      directives: '',
      sources: 'a; b',
      size_min: null,
      place_name: 'place 440883',
      date_text: '2019-W09',
    });
    expect(Object.keys(cells('codes')).some((name) => name.endsWith('_label'))).toBe(false);
  });

  test('give labels in the language of the file in the place of codes', () => {
    expect(cells('labels')).toMatchObject({
      type: 'Petition',
      issues: 'Labour; Wage arrears',
      groups: 'Unknown',
      destination_place_id: 'place 110000',
      place_id: '440883',
      external_id: '007',
    });
    expect(cells('labels', 'zh')).toMatchObject({ type: '上访', issues: '劳动; 欠薪' });
    expect(Object.keys(cells('labels'))).toEqual(Object.keys(cells('codes')));
  });

  test('give both side by side, the labels after each coded column', () => {
    const columns = incidentColumns(names, 'en', 'both');
    const at = columns.findIndex(({ name }) => name === 'type');
    expect(columns[at + 1]).toMatchObject({ name: 'type_label', key: 'typeLabel' });
    expect(cells('both')).toMatchObject({
      type: 'petition',
      type_label: 'Petition',
      groups_label: 'Unknown',
    });
    expect(columns.map(({ name }) => name)).not.toContain('place_id_label');
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
  });

  test('keep lists as lists outside of cells', () => {
    const column = (key: string) => incidentColumns(names, 'en', 'both').find((one) => one.key === key);
    expect(column('issues')?.value(row)).toEqual(['labour', 'wage-arrears']);
    expect(column('issuesLabel')?.value(row)).toEqual(['Labour', 'Wage arrears']);
    expect(column('groups')?.value(row)).toEqual([]);
  });

  test('refuse a row that lacks an exported field', () => {
    const { sizeMin: _, ...lacking } = row;
    const column = incidentColumns(names, 'en', 'codes').find(({ key }) => key === 'sizeMin');
    expect(() => column?.cell(lacking as ExportedIncident)).toThrow(TypeError);
  });
});

describe('the other tables of a package', () => {
  test('have unique columns, and name the field of a claim by its column', () => {
    const { claims, ...rest } = packageColumns(names, 'en', 'both');
    for (const columns of [claims, ...Object.values(rest)]) {
      const all = columns.map(({ name }) => name);
      expect(new Set(all).size).toBe(all.length);
    }
    const claim = {
      kind: 'incident' as const,
      record: 'zj-1',
      ordinal: 1,
      field: 'startsOn',
      value: '2019-02-25',
      printed: '“in the week”',
      source: 'a',
      locator: '¶4',
      basis: 'stated',
      followed: true,
      note: null,
    };
    const found = Object.fromEntries(claims.map(({ name, cell }) => [name, cell(claim)]));
    expect(found).toMatchObject({ field: 'starts_on', printed: '“in the week”', basis_label: 'Stated' });
  });
});

describe('the date as known', () => {
  const text = (startsOn: string, endsOn: string, datePrecision: ExportedIncident['datePrecision']) =>
    dateText({ startsOn, endsOn, datePrecision });
  test.each([
    ['2019-09-13', '2019-09-13', 'day', '2019-09-13'],
    ['2019-09-13', '2019-09-15', 'days', '2019-09-13..2019-09-15'],
    ['2019-02-25', '2019-03-03', 'week', '2019-W09'],
    ['2018-12-31', '2019-01-06', 'week', '2019-W01'],
    ['2020-12-28', '2021-01-03', 'week', '2020-W53'],
    ['2019-02-26', '2019-03-04', 'week', '2019-02-26..2019-03-04'],
    ['2019-02-01', '2019-02-28', 'month', '2019-02'],
    ['2019-02-01', '2019-02-10', 'month', '2019-02-01..2019-02-10'],
    ['2019-04-01', '2019-06-30', 'quarter', '2019-Q2'],
    ['2019-01-01', '2019-12-31', 'year', '2019'],
    ['2018-01-01', '2019-12-31', 'year', '2018-01-01..2019-12-31'],
  ] as const)('%s to %s by %s is %s', (from, to, precision, expected) => {
    expect(text(from, to, precision)).toBe(expected);
  });
});
