import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PlaceBranch, type Tree } from '@/components/explore/filters/place-branch';
import { linksFrom } from '@/lib/explore/links';
import { defaultView } from '@/lib/explore/view';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

test('a place within one that is left out takes its place when it is chosen', () => {
  const filters = { ...noFilters, place: choice([], ['110000', '440000']) };
  const row = (id: string, hasWithin: boolean) => ({ id, label: id, count: 8, own: 3, hasWithin });
  const tree: Tree = {
    field: 'place',
    answer: {
      branches: { CN: [row('440000', true)], '440000': [row('440300', false)] },
      open: [],
      chosen: {},
      unknown: 0,
      found: null,
    },
    open: ['440000'],
    toggle: () => {},
    stateOf: (value) => (filters.place.not.includes(value) ? 'out' : null),
    links: linksFrom({ filters, view: defaultView }, '/'),
    locale: 'en',
  };
  const html = renderToStaticMarkup(<PlaceBranch parent="CN" tree={tree} above={null} over={['CN']} />);
  const kept = [...html.matchAll(/<a [^>]*data-cell="in"[^>]*>/g)].map(
    ([tag]) => /href="([^"]*)"/.exec(tag)?.[1],
  );
  expect(kept).toEqual(['/?place=440000~!110000', '/?place=@440000~!110000', '/?place=440300~!110000']);
});
