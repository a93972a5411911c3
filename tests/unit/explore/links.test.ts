import { describe, expect, test } from 'vitest';
import { sizeRange } from '@/lib/explore/figures';
import { linksFrom, shortSpan } from '@/lib/explore/links';
import { defaultView, selectionQuery } from '@/lib/explore/view';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const selection = { filters: { ...noFilters, from: '2019-01' }, view: { ...defaultView, page: 3 } };
const links = linksFrom(selection, '/');

describe('addresses of marks', () => {
  test.each([
    ['2019-01-01', '2019-12-31', '2019'],
    ['2019-04-01', '2019-06-30', '2019-Q2'],
    ['2019-02-01', '2019-02-28', '2019-02'],
    ['2019-02-25', '2019-03-03', '2019-02-25..2019-03-03'],
    ['2019-02-25', '2019-02-25', '2019-02-25'],
  ])('%s to %s is written %s', (from, to, text) => {
    expect(shortSpan(from, to)).toBe(text);
  });
  test('a bar keeps the rest of the filter, goes to the first page, and a second click takes it back', () => {
    const href = links.bucket('2019-02-01', '2019-02-28');
    expect(href).toBe('/?from=2019-01&starts=2019-02');
    const chosen = linksFrom({ ...selection, filters: { ...selection.filters, starts: '2019-02' } }, '/');
    expect(chosen.bucket('2019-02-01', '2019-02-28')).toBe('/?from=2019-01');
  });
  test('a value is switched on and off, and no longer excluded once it is chosen', () => {
    const excluded = linksFrom(
      { ...selection, filters: { ...noFilters, type: choice([], ['petition']) } },
      '/',
    );
    expect(excluded.toggle('type', 'petition')).toBe('/?type=petition');
    const broader = linksFrom(
      { ...selection, filters: { ...noFilters, issue: choice(['pay'], ['environment', 'labour']) } },
      '/',
    );
    // What would leave the value out with it gives way; what would not stays, also when it is switched off.
    expect(broader.toggle('issue', 'wage-arrears', ['labour'])).toBe('/?issue=pay~wage-arrears~!environment');
    expect(broader.toggle('issue', 'pay', ['labour'])).toBe('/?issue=!environment~!labour');
    const kept = { filters: { ...noFilters, type: choice(['petition', 'strike']) }, view: defaultView };
    expect(linksFrom(kept, '/').toggle('type', 'petition')).toBe('/?type=strike');
    expect(linksFrom(kept, '/').only('type', 'petition')).toBe('/?type=petition');
    expect(selectionQuery(kept)).toBe('?type=petition~strike');
  });
});

describe('sums of sizes (rule 7)', () => {
  test.each([
    [{ sizeMin: null, sizeMax: null, sizeOpen: 0 }, 'not reported'],
    [{ sizeMin: 60, sizeMax: null, sizeOpen: 1 }, '60 or more'],
    [{ sizeMin: 60, sizeMax: 30, sizeOpen: 1 }, '60 or more'],
    [{ sizeMin: null, sizeMax: 30, sizeOpen: 0 }, 'at most 30'],
    [{ sizeMin: 1200, sizeMax: 3400, sizeOpen: 0 }, '1,200–3,400'],
    [{ sizeMin: 5, sizeMax: 5, sizeOpen: 0 }, '5'],
  ])('%j reads %s', (totals, words) => {
    expect(sizeRange(totals, 'en')).toBe(words);
  });
});
