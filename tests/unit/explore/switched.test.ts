import { describe, expect, test } from 'vitest';
import { linksFrom } from '@/lib/explore/links';
import { offDropped, switchedOff, switchedOn } from '@/lib/explore/switched';
import { defaultView, type Selection, selectionQuery } from '@/lib/explore/view';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const selection: Selection = {
  filters: {
    ...noFilters,
    type: choice(['petition'], ['strike']),
    from: '2019',
    match: 'certain',
  },
  view: { ...defaultView, page: 4 },
};

describe('parts of the filter that are switched off', () => {
  test('are kept at hand, leave the filter, and bring the table back to its first page', () => {
    const off = switchedOff(selection, 'type');
    expect(selectionQuery(off)).toBe('?from=2019&match=certain&off=type%3Dpetition~!strike');
  });
  test('come back as they were, dates with all that belongs to them', () => {
    const off = switchedOff(switchedOff(selection, 'dates'), 'type');
    expect(off.filters).toEqual(noFilters);
    const on = switchedOn(switchedOn(off, 'type'), 'dates');
    expect(on.filters).toEqual(selection.filters);
    expect(on.view.off).toBeNull();
  });
  test('change places with what was set of them meanwhile, so that nothing is lost', () => {
    const off = switchedOff(selection, 'type');
    const meanwhile = { ...off, filters: { ...off.filters, type: choice(['other']) } };
    const on = switchedOn(meanwhile, 'type');
    expect(on.filters.type).toEqual(choice(['petition'], ['strike']));
    expect(on.view.off?.type).toEqual(choice(['other']));
  });
  test('can be dropped; switching on what is not there changes nothing', () => {
    expect(offDropped(switchedOff(selection, 'type'), 'type').view.off).toBeNull();
    expect(switchedOn(selection, 'issue')).toBe(selection);
  });
  test('go with “Clear all”', () => {
    expect(linksFrom(switchedOff(selection, 'type'), '/').clear()).toBe('/');
  });
});
