import { expect, test } from 'vitest';
import {
  constantsOf,
  freeTargets,
  withConstant,
  withMore,
  withoutConstant,
  withoutValueAt,
  withValueAt,
} from '@/components/imports/mapping/constants';
import { passedOver, valuesIn, withoutSkip, withSkip, withSkipAt } from '@/components/imports/mapping/skips';
import { unfitConstants } from '@/lib/imports/constants';
import { mapping as schema } from '@/lib/imports/plan';
import { suggestMapping } from '@/lib/imports/presets/suggest';

const headers = ['Date', 'Title', 'State'];
const rows = [
  ['2019-03-04', 'A', 'void'],
  ['2019-03-05', 'B', ' void '],
  ['2019-03-06', 'C', ''],
  ['2019-03-07', 'D', 'good'],
];
const begun = suggestMapping(headers, rows).mapping;
const tables = [{ name: 'rows', headers, rows }];

test('what is said for all rows is put in, changed and taken out, several codes where a field holds several', () => {
  let mapping = withConstant(begun, 'type', 'strike');
  mapping = withMore(withMore(mapping, 'issues', 'wage-arrears'), 'issues', '');
  expect(constantsOf(mapping)).toEqual([
    { target: 'type', values: [{ at: 0, value: 'strike' }] },
    {
      target: 'issues',
      values: [
        { at: 1, value: 'wage-arrears' },
        { at: 2, value: '' },
      ],
    },
  ]);
  // What is still to be said can't be kept.
  expect(schema.safeParse(mapping).error?.issues[0]).toMatchObject({
    path: ['constants', 2, 'value'],
    message: 'missing',
  });
  mapping = withValueAt(mapping, 2, 'land-acquisition');
  expect(schema.safeParse(mapping).success).toBe(true);
  expect(freeTargets(mapping)).not.toContain('issues');
  expect(freeTargets(mapping)).not.toContain('externalId');
  expect(withoutValueAt(mapping, 1).constants).toHaveLength(2);
  expect(withoutConstant(mapping, 'issues').constants).toEqual([{ target: 'type', value: 'strike' }]);
  expect(withConstant(mapping, 'type', '').constants.map(({ target }) => target)).toEqual([
    'issues',
    'issues',
  ]);
});

test('a value that its field can’t hold is named with what it has to be', () => {
  const unfit = (target: 'issues' | 'sizeMin' | 'size' | 'sizeApprox' | 'title', value: string) =>
    unfitConstants(withMore(begun, target, value))[0]?.why ?? null;
  expect([unfit('issues', 'wage-arrears'), unfit('issues', 'Wages, perhaps')]).toEqual([null, 'code']);
  expect([unfit('sizeMin', '1,200'), unfit('sizeMin', 'many'), unfit('sizeMin', '-99')]).toEqual([
    null,
    'count',
    'count',
  ]);
  expect([unfit('size', 'about 50'), unfit('size', 'unknown')]).toEqual([null, 'size']);
  expect([unfit('sizeApprox', '是'), unfit('sizeApprox', 'perhaps')]).toEqual([null, 'yesNo']);
  expect(unfit('title', 'Anything')).toBeNull();
});

test('rows are passed over by what stands in a column, just as it stands, and empty ones too', () => {
  let mapping = withSkip(begun, 'State');
  expect(schema.safeParse(mapping).error?.issues[0]).toMatchObject({ path: ['skip', 0, 'values'] });
  mapping = withSkipAt(mapping, 0, { values: ['void'] });
  expect(schema.safeParse(mapping).success).toBe(true);
  expect(passedOver(mapping, tables)).toEqual({ passed: 2, rows: 4 });
  expect(passedOver(withSkipAt(mapping, 0, { values: ['void', ''] }), tables)).toEqual({
    passed: 3,
    rows: 4,
  });
  expect(passedOver(withSkipAt(mapping, 0, { values: ['Void'] }), tables)).toEqual({ passed: 0, rows: 4 });
  expect([...valuesIn(tables, 'State')]).toEqual([
    ['void', 2],
    ['', 1],
    ['good', 1],
  ]);
  expect(withoutSkip(mapping, 0).skip).toEqual([]);
});
