import { expect, test } from 'vitest';
import { directiveListPath, parseDirectiveList } from '@/lib/directives/filter';

const nothing = { dataset: null, kind: null, office: null, order: null };

test('an address without parameters shows all', () => {
  expect(parseDirectiveList({})).toEqual({ filter: nothing, page: 1 });
});

test('known codes are taken, others are passed over', () => {
  const { filter } = parseDirectiveList({
    kind: 'policy-document',
    office: 'mayor',
    order: 'no-such',
    dataset: "a'b",
  });
  expect(filter).toEqual({ ...nothing, kind: 'policy-document', office: 'mayor' });
});

test.each([
  ['2', 2],
  ['0', 1],
  ['-1', 1],
  ['1e9', 1],
  ['9999999', 1],
  ['', 1],
])('page %s is %d', (page, number) => {
  expect(parseDirectiveList({ page }).page).toBe(number);
});

test('a path reads back as the same list', () => {
  const filter = { dataset: 'zhanjiang-log', kind: 'incident-note', office: 'mayor', order: 'punish' };
  const path = directiveListPath(filter, 3);
  const query = new URL(path, 'http://x').searchParams;
  expect(parseDirectiveList(query)).toEqual({ filter, page: 3 });
  expect(directiveListPath(nothing)).toBe('/directives');
});
