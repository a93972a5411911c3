import { describe, expect, test } from 'vitest';
import { type PackedIncident, unpackIncident } from '@/lib/incidents/packed';

const packed = (lists: Partial<PackedIncident>) =>
  ({
    id: '1',
    issues: '',
    groups: '',
    forms: '',
    targets: '',
    responses: '',
    directives: null,
    sources: '',
    ...lists,
  }) as PackedIncident;

describe('an incident that the database packed', () => {
  test('has empty lists where nothing is known', () => {
    const { issues, responses, directives, orders, offices, sources } = unpackIncident(packed({}));
    expect([issues, responses, directives, orders, offices, sources]).toEqual([[], [], [], [], [], []]);
  });

  test('keeps the order of its own lists, and sorts what its directives say, each value once', () => {
    const row = unpackIncident(
      packed({
        responses: 'warning\u001fdetention\u001fwarning',
        directives:
          'd-2\u001fmayor\u001forder-b\u001forder-a\u001ed-1\u001fmayor\u001ed-3\u001fbureau\u001forder-a',
      }),
    );
    expect(row).toMatchObject({
      responses: ['warning', 'detention', 'warning'],
      directives: ['d-1', 'd-2', 'd-3'],
      offices: ['bureau', 'mayor'],
      orders: ['order-a', 'order-b'],
    });
  });

  test('names its sources once each, by day and then by ref, those without a day last', () => {
    const sources = '2020-01-02 b\u001f~ undated\u001f2019-12-31 z\u001f2020-01-02 a\u001f2020-01-02 b';
    expect(unpackIncident(packed({ sources })).sources.map(({ ref }) => ref)).toEqual([
      'z',
      'a',
      'b',
      'undated',
    ]);
  });
});
