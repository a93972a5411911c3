import type { Role } from '@/lib/auth/permissions';
import { incidentLike } from './incidents';

/** What an address takes: a body that its schema lets through, by whom, and what is answered to it. */
export type WriteCase = { as: Role; body: object; status: number };

const nobody = '00000000-0000-4000-8000-000000000000';
const ref = 'no-such-record';
const [hash, token] = ['0'.repeat(64), 'A'.repeat(43)];
const password = 'eleven quiet lanterns swim';
const said = { reason: 'a test', careReason: null };

const incident = incidentLike({
  responses: [{ kind: 'warning', count: null, durationDays: null, sizeText: null }],
  claims: [
    {
      field: 'sizeMin',
      value: '20',
      printed: null,
      source: 'epoch-times-2020-10-22',
      locator: null,
      basis: 'stated',
      followed: true,
      note: null,
    },
  ],
});

const directive = {
  kind: 'incident-note',
  title: 'An order',
  titleZh: null,
  summary: 'Somebody ordered something.',
  dataset: null,
  issuerOffice: 'party-secretary',
  issuerText: null,
  issuerPlaceId: null,
  addressees: [],
  orders: [],
  issuedFrom: null,
  issuedTo: null,
  issuedPrecision: null,
  codingNote: null,
  claims: [],
  incidents: [],
};

const source = {
  outlet: 'A paper',
  headline: 'What it is about',
  headlineZh: null,
  publishedOn: null,
  url: null,
  archiveUrl: null,
  kind: 'news-report',
  language: 'en',
  note: null,
};

const figure = {
  dataset: null,
  metric: 'incidents',
  label: 'Incidents',
  labelZh: null,
  value: 1,
  bound: 'exact',
  unit: 'incidents',
  placeId: null,
  from: null,
  to: null,
  printed: null,
  source: 'no-such-source',
  locator: null,
};

const mapping = {
  kind: 'incidents',
  bindings: [],
  dates: { start: { column: 'day' } },
  place: {},
};

/** A body for each address that takes one. Those that name a record name one that is not there. */
export const writeBodies: Record<string, WriteCase> = {
  '/api/account/password': { as: 'reader', body: { old: 'not it at all', password }, status: 400 },
  '/api/account/second-factor': { as: 'reader', body: { step: 'confirm', code: '000000' }, status: 409 },
  '/api/account/sessions': { as: 'reader', body: { session: hash }, status: 404 },
  '/api/accounts/change': {
    as: 'admin',
    body: { id: nobody, version: 1, role: 'reader', closed: true },
    status: 404,
  },
  '/api/accounts/invitations': { as: 'admin', body: { role: 'reader', note: null }, status: 200 },
  '/api/accounts/invitations/call-back': { as: 'admin', body: { link: hash }, status: 404 },
  '/api/accounts/password-link': { as: 'admin', body: { id: nobody }, status: 404 },
  '/api/acts/apply': {
    as: 'editor',
    body: { of: { refs: [ref] }, act: { kind: 'publish' }, reason: null, digest: hash },
    status: 409,
  },
  '/api/acts/preview': { as: 'editor', body: { of: { refs: [ref] }, act: { kind: 'publish' } }, status: 200 },
  '/api/acts/undo': { as: 'editor', body: { id: nobody, reason: null }, status: 404 },
  '/api/directives': { as: 'coder', body: { directive, careReason: null }, status: 200 },
  '/api/directives/change': {
    as: 'editor',
    body: { ref, version: 1, directive, linked: [], ...said },
    status: 404,
  },
  '/api/directives/restore': { as: 'editor', body: { ref, version: 1, to: 1, reason: null }, status: 404 },
  '/api/directives/step': { as: 'editor', body: { ref, version: 1, to: 'draft', ...said }, status: 404 },
  '/api/figures': { as: 'editor', body: { figure, careReason: null }, status: 400 },
  '/api/figures/change': { as: 'editor', body: { ref, version: 1, figure, ...said }, status: 404 },
  '/api/figures/delete': { as: 'editor', body: { ref, version: 1, reason: 'a test' }, status: 404 },
  '/api/figures/restore': { as: 'editor', body: { ref, version: 1, to: 1, reason: null }, status: 404 },
  '/api/history/redact': {
    as: 'admin',
    body: { entry: 999_999_999, passages: ['no such words'], reason: 'a test' },
    status: 400,
  },
  '/api/imports': { as: 'editor', body: { files: [{ name: 'a.csv', size: 3 }] }, status: 200 },
  '/api/imports/discard': { as: 'editor', body: { batch: nobody }, status: 404 },
  '/api/imports/job': { as: 'editor', body: { batch: nobody, job: 'check' }, status: 404 },
  '/api/imports/mappings': { as: 'editor', body: { name: 'A mapping', mapping }, status: 200 },
  '/api/imports/pieces': {
    as: 'editor',
    body: { batch: nobody, file: 1, part: 0, bytes: 'YSxi' },
    status: 404,
  },
  '/api/imports/plan': {
    as: 'editor',
    body: { batch: nobody, plan: { mapping, dataset: { slug: 'zhanjiang-log' }, status: 'draft' } },
    status: 404,
  },
  '/api/imports/stop': { as: 'editor', body: { batch: nobody }, status: 200 },
  '/api/imports/uploaded': { as: 'editor', body: { batch: nobody }, status: 404 },
  '/api/incidents': {
    as: 'coder',
    body: { dataset: 'zhanjiang-log', incident, notDuplicate: true, careReason: null },
    status: 200,
  },
  '/api/incidents/change': {
    as: 'editor',
    body: { ref, version: 1, incident, linked: [], notDuplicate: true, ...said },
    status: 404,
  },
  '/api/incidents/merge': {
    as: 'editor',
    body: { kept: { ref, version: 1 }, dropped: { ref: `${ref}-b`, version: 1 }, choice: {}, ...said },
    status: 404,
  },
  '/api/incidents/restore': { as: 'editor', body: { ref, version: 1, to: 1, reason: null }, status: 404 },
  '/api/incidents/step': { as: 'editor', body: { ref, version: 1, to: 'draft', ...said }, status: 404 },
  '/api/link/account': { as: 'reader', body: { token, login: 'somebody', name: 'X', password }, status: 404 },
  '/api/link/password': { as: 'reader', body: { token, password }, status: 404 },
  '/api/places/aliases': {
    as: 'editor',
    body: { place: 'no-such-place', act: 'add', alias: 'Another name', reason: null },
    status: 404,
  },
  '/api/sign-in': { as: 'reader', body: { login: 'nobody-at-all', password }, status: 401 },
  '/api/sign-out': { as: 'reader', body: {}, status: 200 },
  '/api/sources': { as: 'editor', body: { source, careReason: null }, status: 200 },
  '/api/sources/change': { as: 'editor', body: { ref, version: 1, source, ...said }, status: 404 },
  '/api/sources/restore': { as: 'editor', body: { ref, version: 1, to: 1, reason: null }, status: 404 },
  '/api/views': {
    as: 'reader',
    body: { name: 'A view', description: null, page: '/incidents', query: '' },
    status: 201,
  },
};
