import { expect, test } from 'vitest';
import { strongest } from '@/lib/incidents/record/related';
import type { RelatedRecord, Relation } from '@/lib/incidents/record/types';

const made = (ref: string, startsOn: string, relation: Relation): RelatedRecord => ({
  ref,
  title: ref,
  titleZh: null,
  type: 'petition',
  startsOn,
  endsOn: startsOn,
  datePrecision: 'day',
  dayPart: null,
  relation,
});

test('each record stands once, by its strongest reason, then by distance in days', () => {
  const rows = [
    made('far', '2018-01-01', 'place'),
    made('twice', '2019-06-02', 'issue'),
    made('twice', '2019-06-02', 'directive'),
    made('near', '2019-06-03', 'place'),
    made('office', '2019-06-01', 'office'),
  ];
  expect(strongest(rows, '2019-06-01').map(({ ref, relation }) => [ref, relation])).toEqual([
    ['twice', 'directive'],
    ['near', 'place'],
    ['far', 'place'],
    ['office', 'office'],
  ]);
});

test('at most five are kept', () => {
  const rows = Array.from({ length: 9 }, (_, day) => made(`r${day}`, `2019-06-0${day + 1}`, 'place'));
  expect(strongest(rows, '2019-06-01').map(({ ref }) => ref)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
});
