import { isCode } from '@/lib/codebook/vocabularies';
import { type Query, readQuery, writeQuery } from '@/lib/url/params';
import type { DirectiveFilter } from './types';

/** What the list of directives shows, from the parameters of its address. What is not known is passed over. Pure. */
export function parseDirectiveList(query: Query): { filter: DirectiveFilter; page: number } {
  const read = readQuery(query);
  const one = (name: string) => read.get(name)?.[0] || null;
  const code = (name: string, vocabulary: 'directiveKind' | 'office' | 'order') => {
    const value = one(name);
    return value !== null && isCode(vocabulary, value) ? value : null;
  };
  const page = one('page') ?? '';
  const dataset = one('dataset');
  return {
    filter: {
      dataset: dataset !== null && /^[a-z0-9-]{1,100}$/.test(dataset) ? dataset : null,
      kind: code('kind', 'directiveKind'),
      office: code('office', 'office'),
      order: code('order', 'order'),
    },
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The address of the list. */
export function directiveListPath(filter: DirectiveFilter, page = 1): string {
  const { dataset, kind, office, order } = filter;
  return `/directives${writeQuery([
    ['dataset', dataset],
    ['kind', kind],
    ['office', office],
    ['order', order],
    ['page', page > 1 ? String(page) : null],
  ])}`;
}
