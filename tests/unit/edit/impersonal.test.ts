import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { accountInputs } from '@/lib/accounts/input';
import { directiveInputs } from '@/lib/directives/edit/input';
import { importPlan } from '@/lib/imports/plan';
import { actInputs } from '@/lib/incidents/acts/input';
import { editInputs } from '@/lib/incidents/edit/input';
import { mergeInput } from '@/lib/incidents/merging/input';
import { aliasInput } from '@/lib/places/aliases/input';
import { personalDataInFigure } from '@/lib/sources/edit/form';
import { figureInputs, sourceInputs } from '@/lib/sources/edit/input';

const personal = [
  'his number is 13812345678',
  '11010519491231002X',
  'write to li.wei@example.com',
  'a man named Zhang Wei asked for it',
  '当事人名叫王小明。',
];

/** What a schema says of one field of a body, whatever it says of the others. */
const saidOf = (schema: z.ZodType, body: object, field: string) =>
  schema
    .safeParse(body)
    .error?.issues.filter(({ path }) => path.join('.') === field)
    .map(({ message }) => message) ?? [];

describe('what the history keeps for good holds no personal data', () => {
  const withReasons: [string, z.ZodType][] = [
    ['a changed incident', editInputs.update],
    ['a step of an incident', editInputs.step],
    ['a restored incident', editInputs.restore],
    ['a changed directive', directiveInputs.update],
    ['a step of a directive', directiveInputs.step],
    ['a changed source', sourceInputs.update],
    ['a changed figure', figureInputs.update],
    ['a deleted figure', figureInputs.delete],
    ['an act on many records', actInputs.apply],
    ['an act that is taken back', actInputs.undo],
    ['a merge', mergeInput],
    ['another name of a place', aliasInput],
  ];
  test.each(withReasons)('the reason of %s', (_, schema) => {
    for (const reason of personal) expect(saidOf(schema, { reason }, 'reason')).toEqual(['personalReason']);
    expect(saidOf(schema, { reason: 'The source was corrected on 13 September 2019.' }, 'reason')).toEqual(
      [],
    );
  });

  test.each([
    ['an incident', editInputs.create],
    ['a step', editInputs.step],
    ['a source', sourceInputs.create],
    ['a figure', figureInputs.create],
    ['a merge', mergeInput],
    ['an import', importPlan],
  ] as [string, z.ZodType][])('why personal data in %s may stay', (_, schema) => {
    for (const careReason of personal)
      expect(saidOf(schema, { careReason }, 'careReason')).toEqual(['personalReason']);
    expect(saidOf(schema, { careReason: 'the number of the newspaper' }, 'careReason')).toEqual([]);
  });

  test('other names of places, which can be removed all the same', () => {
    for (const alias of personal) {
      expect(saidOf(aliasInput, { place: '440883', act: 'add', alias }, 'alias')).toEqual(['personalAlias']);
      expect(saidOf(aliasInput, { place: '440883', act: 'remove', alias }, 'alias')).toEqual([]);
    }
    for (const alias of ['Mei Luk', '叫河镇', '百姓村', '姓氏村', '524500', 'Named Tso'])
      expect(saidOf(aliasInput, { place: '440883', act: 'add', alias }, 'alias')).toEqual([]);
  });

  test('names of accounts hold no numbers and addresses; names they are', () => {
    const said = (name: string) => saidOf(accountInputs.makeAccount, { name }, 'name');
    for (const name of ['13812345678', 'Li 11010519491231002X', 'li.wei@example.com'])
      expect(said(name)).toEqual(['namePersonal']);
    for (const name of ['Zhang Wei', '王小明', 'the one called Li Wei', 'coder 7'])
      expect(said(name)).toEqual([]);
  });

  test('titles of data sets that an import makes', () => {
    const said = (title: string) => saidOf(importPlan, { dataset: { make: { title } } }, 'dataset');
    expect(
      JSON.stringify(importPlan.safeParse({ dataset: { make: { title: 'Call 13812345678' } } }).error),
    ).toContain('personalTitle');
    expect(said('Strikes 2019')).not.toContain('personalTitle');
  });
});

test('every text of a reported figure is looked through', () => {
  const figure = {
    dataset: null,
    metric: 'incidents',
    label: 'L',
    labelZh: null,
    value: 3,
    bound: 'exact',
    unit: 'people',
    placeId: null,
    from: null,
    to: null,
    printed: null,
    source: 's',
    locator: null,
  };
  for (const field of ['label', 'labelZh', 'unit', 'printed', 'locator'])
    expect(personalDataInFigure({ ...figure, [field]: 'tel 13812345678' })).toMatchObject([{ field }]);
});
