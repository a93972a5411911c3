import type { EditedDirective } from '@/lib/directives/edit/types';

/** A directive that can be saved. */
export function directiveLike(own: Partial<EditedDirective> = {}): EditedDirective {
  return {
    kind: 'incident-note',
    title: `Note ${Math.random().toString(36).slice(2, 12)}`,
    titleZh: null,
    summary: 'The office is to look into the strike.',
    dataset: 'zhanjiang-log',
    issuerOffice: 'party-secretary',
    issuerText: null,
    issuerPlaceId: '440800',
    addressees: ['Bureau of Letters and Calls'],
    orders: [],
    issuedFrom: '2019-03-04',
    issuedTo: '2019-03-04',
    issuedPrecision: 'day',
    codingNote: null,
    claims: [],
    incidents: [],
    ...own,
  };
}
