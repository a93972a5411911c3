import { describe, expect, test } from 'vitest';
import { incidentFields } from '@/lib/incidents/fields';
import { incidentAspects } from '@/lib/incidents/record/aspects';
import { evidenceRows } from '@/lib/sources/evidence';
import type { Claim } from '@/lib/sources/types';

const source = {
  ref: 'a',
  outlet: 'Paper',
  headline: 'About',
  headlineZh: null,
  publishedOn: '2020-10-22',
  url: null,
};
const claim = (field: string, value: string, part: Partial<Claim> = {}): Claim => ({
  field,
  value,
  printed: 'as printed',
  locator: '¶6',
  basis: 'stated',
  followed: true,
  note: null,
  source,
  ...part,
});
const rows = (claims: Claim[], locale: 'en' | 'zh' = 'en') =>
  evidenceRows(claims, {
    fields: incidentFields,
    aspects: incidentAspects,
    locale,
    placeName: (id) => `place ${id}`,
  });

describe('evidenceRows', () => {
  test('draws the fields of a date that rest on one passage together', () => {
    const [row, ...others] = rows([
      claim('startsOn', '2019-02-25'),
      claim('endsOn', '2019-03-03', { basis: 'rule', note: 'The Sunday.' }),
      claim('datePrecision', 'week'),
    ]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      label: 'Date',
      value: '25 Feb – 3 Mar 2019 (week)',
      basis: 'Stated; last day: by rule',
      notes: ['The Sunday.'],
    });
  });

  test('reads bounds of size as words', () => {
    const [row] = rows([claim('sizeMin', '60', { basis: 'rule' }), claim('sizeText', 'over 60')]);
    expect(row).toMatchObject({ label: 'Participants', value: '60 or more' });
  });

  test('keeps passages, sources and claims that are not followed apart', () => {
    const other = { ...source, ref: 'b' };
    const made = rows([
      claim('type', 'petition'),
      claim('type', 'mass-incident', { followed: false }),
      claim('type', 'petition', { source: other }),
      claim('type', 'petition', { printed: null }),
    ]);
    expect(made.map(({ value, followed }) => [value, followed])).toEqual([
      ['Petition', true],
      ['Mass incident', false],
      ['Petition', true],
      ['Petition', true],
    ]);
  });

  test('names places by their names, and several codes of one passage together', () => {
    const made = rows([
      claim('placeId', '440883'),
      claim('placePrecision', 'county'),
      claim('responses', 'account-closed'),
      claim('responses', 'guarantee-statement'),
    ]);
    expect(made.map(({ value }) => value)).toEqual([
      'place 440883 · County',
      'Account closed, Guarantee statement',
    ]);
  });

  test('shows what it does not know as it is', () => {
    const [row] = rows([claim('colour', 'red')]);
    expect(row).toMatchObject({ label: 'colour', value: 'red' });
    expect(rows([claim('startsOn', 'soon')])[0]).toMatchObject({ label: 'First day', value: 'soon' });
  });

  test('speaks Chinese', () => {
    const [row] = rows([claim('issues', 'land-acquisition', { basis: 'inferred' })], 'zh');
    expect(row).toMatchObject({ label: '事由', basis: '编码者推断' });
  });
});
