import { expect, test } from 'vitest';
import { codedOf, withCrosswalks, withEntry, withOtherwise } from '@/components/imports/mapping/crosswalks';
import { withDecided, withOrder } from '@/components/imports/mapping/decisions';
import { usesOf, withLeft, withoutUse, withUse } from '@/components/imports/mapping/uses';
import { countValues, valuesOf } from '@/components/imports/mapping/values';
import { type IncidentMapping, mapping as schema } from '@/lib/imports/plan';
import { acled } from '@/lib/imports/presets/acled';
import { suggestMapping } from '@/lib/imports/presets/suggest';

const headers = ['Date', 'Title', 'Place', 'Type', 'Issue', 'Other'];
const rows = [
  ['2019-03-04', 'A', 'Zhanjiang', 'strike', 'wages; land', 'x'],
  ['2019-03-05', 'B', 'Leizhou', 'march past', 'land', 'y'],
];
const begun = withCrosswalks(suggestMapping(headers, rows).mapping);
const rolesOf = (mapping: IncidentMapping, column: string) =>
  usesOf(mapping)
    .filter((use) => use.column === column)
    .map(({ role }) => role);
const isWhole = (mapping: IncidentMapping) => schema.safeParse(mapping).success;

test('a column becomes something else, and what can only be one column is taken from the other', () => {
  const titled = withUse(begun, 'Other', 'title');
  expect(rolesOf(titled, 'Other')).toEqual(['title']);
  expect(rolesOf(titled, 'Title')).toEqual([]);
  const dated = withUse(titled, 'Other', 'start');
  expect(rolesOf(dated, 'Other')).toEqual(['title', 'start']);
  expect(rolesOf(dated, 'Date')).toEqual([]);
  expect(isWhole(dated)).toBe(true);
});

test('every use can be taken away again, and the mapping stays whole', () => {
  for (const given of [
    begun,
    withCrosswalks(acled.map(['event_id_cnty', 'event_date', 'notes', 'inter1']) as IncidentMapping),
  ]) {
    let mapping = given;
    for (let uses = usesOf(mapping); uses[0]; uses = usesOf(mapping)) mapping = withoutUse(mapping, uses[0]);
    expect(usesOf(mapping)).toEqual([]);
    expect(isWhole(mapping)).toBe(true);
  }
});

test('a day of three columns is put together and taken apart', () => {
  let mapping = begun;
  for (const [column, role] of [
    ['Date', 'year'],
    ['Other', 'month'],
    ['Title', 'day'],
  ] as const)
    mapping = withUse(mapping, column, role);
  expect(mapping.dates.start).toEqual({ year: 'Date', month: 'Other', day: 'Title' });
  for (const use of usesOf(mapping).filter(({ role }) => ['year', 'month', 'day'].includes(role)))
    mapping = withoutUse(mapping, use);
  expect(mapping.dates.start).toEqual({ column: '' });
});

test('a last day of three columns is put together and taken apart', () => {
  let mapping = withUse(begun, 'Date', 'end');
  for (const [column, role] of [
    ['Date', 'endYear'],
    ['Other', 'endMonth'],
    ['Title', 'endDay'],
  ] as const)
    mapping = withUse(mapping, column, role);
  expect(mapping.dates.end).toEqual({ year: 'Date', month: 'Other', day: 'Title' });
  expect(rolesOf(mapping, 'Other')).toContain('endMonth');
  expect(isWhole(mapping)).toBe(true);
  for (const use of usesOf(mapping).filter(({ role }) => role.startsWith('end')))
    mapping = withoutUse(mapping, use);
  expect(mapping.dates.end).toBeNull();
});

test('a coded column brings a crosswalk, several share the one of their field', () => {
  const first = withUse(begun, 'Other', 'forms');
  const second = withUse(first, 'Title', 'forms');
  const forms = codedOf(second).filter(({ role }) => role === 'forms');
  expect(forms).toHaveLength(1);
  expect(forms[0]?.columns.map(({ column }) => column)).toEqual(['Other', 'Title']);
  expect(isWhole(second)).toBe(true);
});

test('values are counted by the sign between them, and decided, the undecided first', () => {
  const issues = codedOf(begun).find(({ role }) => role === 'issues');
  if (!issues) throw new Error('issues are not coded');
  const met = countValues(issues.columns, [{ headers, rows }]);
  expect([...met]).toEqual([
    ['wages', 1],
    ['land', 2],
  ]);
  const decided = withEntry(begun, issues.name, 'LAND', ['land-seizure']);
  expect(valuesOf(decided, issues, met).met).toEqual([
    { value: 'wages', count: 1, codes: null },
    { value: 'land', count: 2, codes: ['land-seizure'] },
  ]);
  const again = withEntry(decided, issues.name, 'land', null);
  expect(valuesOf(again, issues, met).met.every(({ codes }) => codes === null)).toBe(true);
  expect(
    withOtherwise(again, issues.name, 'leave').crosswalks.find(({ name }) => name === issues.name),
  ).toMatchObject({
    otherwise: 'leave',
  });
});

test('a code or a name of ours needs no decision', () => {
  const type = codedOf(begun).find(({ role }) => role === 'type');
  if (!type) throw new Error('the type is not coded');
  const met = countValues(type.columns, [{ headers, rows: [...rows, ['', '', '', '罢工', '', '']] }]);
  expect(valuesOf(begun, type, met).met.map(({ value }) => value)).toEqual(['march past']);
});

test('places, days and columns that are left out are kept in the mapping', () => {
  const decided = withDecided(withDecided(begun, 'Qwerty', '440883'), 'Qwerty', '440882');
  expect(decided.place.decided).toEqual([{ from: 'Qwerty', to: '440882' }]);
  expect(withDecided(decided, 'Qwerty', null).place.decided).toEqual([]);
  expect(withOrder(begun, 'dmy')).toMatchObject({ dates: { order: 'dmy' } });
  expect(withUse(withLeft(begun, 'Other', true), 'Other', 'summary').left).toEqual([]);
});
