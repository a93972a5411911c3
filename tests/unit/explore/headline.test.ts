import { expect, test } from 'vitest';
import { codesOf } from '@/lib/codebook/vocabularies';
import { describeFilters, filterSentence } from '@/lib/explore/describe';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const names = {
  dataset: (slug: string) => `data ${slug}`,
  place: (id: string) => `place ${id}`,
  source: (ref: string) => `source ${ref}`,
};

test('every type has a plural for the headline, in both languages', () => {
  for (const locale of ['en', 'zh'] as const)
    expect(Object.keys(exploreMessages[locale].headline.types)).toEqual(codesOf('type'));
});

test.each([
  [noFilters, 'All records'],
  [{ ...noFilters, type: choice(['petition', 'strike']) }, 'Type: Petition or Strike'],
  [{ ...noFilters, type: choice([], ['petition']) }, 'Type: not Petition'],
  [{ ...noFilters, place: choice(['@440800']) }, 'Place: place 440800 only, no place within it'],
  [{ ...noFilters, from: '2019-01', to: '2020-06' }, 'Dates: Jan 2019 – Jun 2020'],
  [{ ...noFilters, from: '2019', match: 'certain' as const }, 'Dates: from 2019 (certainly within)'],
  [{ ...noFilters, to: '2020-06' }, 'Dates: until Jun 2020'],
  [{ ...noFilters, starts: '2019-02-25..2019-03-03' }, 'Began: 25 Feb – 3 Mar 2019'],
  [{ ...noFilters, q: 'land' }, 'Text: land'],
])('%j is said in words', (filters, sentence) => {
  expect(filterSentence(filters, names, 'en')).toBe(sentence);
});

test('parts are named in the order of addresses', () => {
  const filters = { ...noFilters, q: 'x', type: choice(['strike']), dataset: choice(['log']) };
  expect(describeFilters(filters, names, 'zh').map(({ part }) => part)).toEqual(['dataset', 'type', 'q']);
});
