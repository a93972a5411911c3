import type { Principal } from '@/lib/auth/permissions';

/** What a route answers to each principal. `see other` = it sends on to the page where one signs in. */
type Answers = Record<Principal, number>;

const answers = (stranger: number, visitor: number, account: number): Answers => ({
  stranger,
  public: visitor,
  reader: account,
  coder: account,
  editor: account,
  admin: account,
});

const anybody = answers(200, 200, 200);
/** Pages that somebody without the right to read is sent away from, to sign in. */
const readPage = answers(307, 200, 200);
const readData = answers(401, 200, 200);
/** An empty body is refused for what it lacks (400) only after the question who sends it. */
const ownAccount = answers(401, 401, 400);
const coders: Answers = { ...answers(401, 401, 400), reader: 403 };
const editors: Answers = { ...answers(401, 401, 403), editor: 400, admin: 400 };
/** Pages of those who code, and of those who edit: there are none for other accounts. */
const coderPage: Answers = { ...answers(307, 307, 200), reader: 404 };
const editorPage: Answers = { ...answers(307, 307, 404), editor: 200, admin: 200 };
const accounts: Answers = { ...answers(401, 401, 403), admin: 400 };

/** An import that there is not: editors are told so, others only that they may not ask. */
const noImport = '00000000-0000-4000-8000-000000000000';
const noImportData: Answers = { ...answers(401, 401, 403), editor: 404, admin: 404 };

/** One address of a route, tried by every principal. */
export type Cell = { method?: 'POST'; path: string; expected: Answers };

/** Every route of the app, by its file below `app`, with addresses that stand for it. */
export const permissionMatrix: Record<string, Cell[]> = {
  'page.tsx': [{ path: '/', expected: readPage }],
  'account/page.tsx': [{ path: '/account', expected: answers(307, 307, 200) }],
  'accounts/page.tsx': [{ path: '/accounts', expected: { ...answers(307, 307, 404), admin: 200 } }],
  'api/account/password/route.ts': [{ method: 'POST', path: '/api/account/password', expected: ownAccount }],
  'api/account/second-factor/route.ts': [
    { method: 'POST', path: '/api/account/second-factor', expected: ownAccount },
  ],
  'api/account/sessions/route.ts': [{ method: 'POST', path: '/api/account/sessions', expected: ownAccount }],
  'api/accounts/change/route.ts': [{ method: 'POST', path: '/api/accounts/change', expected: accounts }],
  'api/accounts/invitations/route.ts': [
    { method: 'POST', path: '/api/accounts/invitations', expected: accounts },
  ],
  'api/accounts/invitations/call-back/route.ts': [
    { method: 'POST', path: '/api/accounts/invitations/call-back', expected: accounts },
  ],
  'api/accounts/password-link/route.ts': [
    { method: 'POST', path: '/api/accounts/password-link', expected: accounts },
  ],
  'api/acts/apply/route.ts': [{ method: 'POST', path: '/api/acts/apply', expected: editors }],
  'api/acts/preview/route.ts': [{ method: 'POST', path: '/api/acts/preview', expected: editors }],
  'api/acts/undo/route.ts': [{ method: 'POST', path: '/api/acts/undo', expected: editors }],
  'api/directives/route.ts': [{ method: 'POST', path: '/api/directives', expected: coders }],
  'api/directives/change/route.ts': [{ method: 'POST', path: '/api/directives/change', expected: coders }],
  'api/directives/restore/route.ts': [{ method: 'POST', path: '/api/directives/restore', expected: coders }],
  'api/directives/step/route.ts': [{ method: 'POST', path: '/api/directives/step', expected: coders }],
  'api/figures/route.ts': [{ method: 'POST', path: '/api/figures', expected: editors }],
  'api/figures/change/route.ts': [{ method: 'POST', path: '/api/figures/change', expected: editors }],
  'api/figures/delete/route.ts': [{ method: 'POST', path: '/api/figures/delete', expected: editors }],
  'api/figures/restore/route.ts': [{ method: 'POST', path: '/api/figures/restore', expected: editors }],
  'api/history/redact/route.ts': [{ method: 'POST', path: '/api/history/redact', expected: accounts }],
  'api/imports/route.ts': [{ method: 'POST', path: '/api/imports', expected: editors }],
  'api/imports/discard/route.ts': [{ method: 'POST', path: '/api/imports/discard', expected: editors }],
  'api/imports/job/route.ts': [{ method: 'POST', path: '/api/imports/job', expected: editors }],
  'api/imports/mappings/route.ts': [{ method: 'POST', path: '/api/imports/mappings', expected: editors }],
  'api/imports/pieces/route.ts': [{ method: 'POST', path: '/api/imports/pieces', expected: editors }],
  'api/imports/plan/route.ts': [{ method: 'POST', path: '/api/imports/plan', expected: editors }],
  'api/imports/stop/route.ts': [{ method: 'POST', path: '/api/imports/stop', expected: editors }],
  'api/imports/uploaded/route.ts': [{ method: 'POST', path: '/api/imports/uploaded', expected: editors }],
  'api/incidents/route.ts': [{ method: 'POST', path: '/api/incidents', expected: coders }],
  'api/incidents/change/route.ts': [{ method: 'POST', path: '/api/incidents/change', expected: coders }],
  'api/incidents/merge/route.ts': [{ method: 'POST', path: '/api/incidents/merge', expected: editors }],
  'api/incidents/restore/route.ts': [{ method: 'POST', path: '/api/incidents/restore', expected: coders }],
  'api/incidents/step/route.ts': [{ method: 'POST', path: '/api/incidents/step', expected: coders }],
  'api/link/account/route.ts': [
    { method: 'POST', path: '/api/link/account', expected: answers(400, 400, 400) },
  ],
  'api/link/password/route.ts': [
    { method: 'POST', path: '/api/link/password', expected: answers(400, 400, 400) },
  ],
  'api/places/aliases/route.ts': [{ method: 'POST', path: '/api/places/aliases', expected: editors }],
  'api/sign-in/route.ts': [{ method: 'POST', path: '/api/sign-in', expected: answers(400, 400, 400) }],
  'api/sign-out/route.ts': [{ method: 'POST', path: '/api/sign-out', expected: anybody }],
  'api/sources/route.ts': [{ method: 'POST', path: '/api/sources', expected: coders }],
  'api/sources/change/route.ts': [{ method: 'POST', path: '/api/sources/change', expected: editors }],
  'api/sources/restore/route.ts': [{ method: 'POST', path: '/api/sources/restore', expected: editors }],
  'api/views/route.ts': [{ method: 'POST', path: '/api/views', expected: answers(401, 400, 400) }],
  'charts/[name]/route.ts': [{ path: '/charts/over-time.svg', expected: readData }],
  'codebook/page.tsx': [{ path: '/codebook', expected: readPage }],
  'data/page.tsx': [{ path: '/data', expected: readPage }],
  'data/import/page.tsx': [{ path: '/data/import', expected: editorPage }],
  'data/import/[id]/page.tsx': [{ path: `/data/import/${noImport}`, expected: answers(307, 307, 404) }],
  'data/import/[id]/mapping.json/route.ts': [
    { path: `/data/import/${noImport}/mapping.json`, expected: noImportData },
  ],
  'data/import/[id]/proposal.json/route.ts': [
    { path: `/data/import/${noImport}/proposal.json`, expected: noImportData },
  ],
  'data/import/[id]/refused.csv/route.ts': [
    { path: `/data/import/${noImport}/refused.csv`, expected: noImportData },
  ],
  'data/import/[id]/state.json/route.ts': [
    { path: `/data/import/${noImport}/state.json`, expected: noImportData },
  ],
  'directives/page.tsx': [{ path: '/directives', expected: readPage }],
  'directives/[ref]/page.tsx': [
    { path: '/directives/leizhou-2018-04-05-a', expected: readPage },
    { path: '/directives/draft-d', expected: { ...answers(307, 404, 404), editor: 200, admin: 200 } },
  ],
  'directives/new/page.tsx': [{ path: '/directives/new', expected: coderPage }],
  'directives/[ref]/edit/page.tsx': [{ path: '/directives/leizhou-2018-04-05-a/edit', expected: editorPage }],
  'directives/[ref]/history/page.tsx': [
    { path: '/directives/leizhou-2018-04-05-a/history', expected: editorPage },
    { path: '/directives/draft-d/history', expected: editorPage },
  ],
  'explore.arrow/route.ts': [{ path: '/explore.arrow', expected: readData }],
  'explore-reference.json/route.ts': [{ path: '/explore-reference.json', expected: readData }],
  'explore.json/route.ts': [{ path: '/explore.json', expected: readData }],
  'figures/new/page.tsx': [{ path: '/figures/new', expected: editorPage }],
  'figures/[ref]/edit/page.tsx': [{ path: '/figures/zj-incidents-total/edit', expected: editorPage }],
  'figures/[ref]/history/page.tsx': [{ path: '/figures/zj-incidents-total/history', expected: editorPage }],
  'geo/shapes.json/route.ts': [{ path: '/geo/shapes.json?scope=CN&level=province', expected: anybody }],
  'healthz/route.ts': [{ path: '/healthz', expected: anybody }],
  'history/acts/page.tsx': [
    { path: '/history/acts', expected: { ...answers(307, 307, 404), editor: 200, admin: 200 } },
  ],
  'history/acts/[id]/page.tsx': [
    {
      path: '/history/acts/00000000-0000-4000-8000-000000000000',
      expected: answers(307, 307, 404),
    },
  ],
  'history/entries/[seq]/page.tsx': [
    { path: '/history/entries/1', expected: { ...answers(307, 307, 404), admin: 200 } },
    { path: '/history/entries/999999999', expected: answers(307, 307, 404) },
  ],
  'history/page.tsx': [{ path: '/history', expected: { ...answers(307, 307, 200), reader: 404 } }],
  'incidents.arrow/route.ts': [{ path: '/incidents.arrow', expected: readData }],
  'incidents.csv/route.ts': [{ path: '/incidents.csv', expected: readData }],
  'incidents.geojson/route.ts': [{ path: '/incidents.geojson', expected: readData }],
  'incidents.json/route.ts': [{ path: '/incidents.json', expected: readData }],
  'incidents.ndjson/route.ts': [{ path: '/incidents.ndjson', expected: readData }],
  'incidents.parquet/route.ts': [{ path: '/incidents.parquet', expected: readData }],
  'incidents.xlsx/route.ts': [{ path: '/incidents.xlsx', expected: readData }],
  'incidents.zip/route.ts': [{ path: '/incidents.zip', expected: readData }],
  'incidents/page.tsx': [{ path: '/incidents', expected: readPage }],
  'incidents/[ref]/page.tsx': [
    { path: '/incidents/zj-2019-09-13-a', expected: readPage },
    { path: '/incidents/zj-draft-a', expected: { ...answers(307, 404, 404), editor: 200, admin: 200 } },
    {
      path: '/incidents/zj-draft-own',
      expected: { ...answers(307, 404, 404), coder: 200, editor: 200, admin: 200 },
    },
    { path: '/incidents/zj-withdrawn-a', expected: { ...answers(307, 404, 404), editor: 200, admin: 200 } },
  ],
  'incidents/new/page.tsx': [
    { path: '/incidents/new', expected: { ...answers(307, 307, 200), reader: 404 } },
  ],
  'incidents/[ref]/edit/page.tsx': [
    {
      path: '/incidents/zj-2019-09-13-a/edit',
      expected: { ...answers(307, 307, 404), editor: 200, admin: 200 },
    },
    { path: '/incidents/zj-draft-own/edit', expected: { ...answers(307, 307, 200), reader: 404 } },
  ],
  'incidents/[ref]/merge/page.tsx': [
    {
      path: '/incidents/zj-2019-09-13-a/merge',
      expected: { ...answers(307, 307, 404), editor: 200, admin: 200 },
    },
  ],
  'incidents/[ref]/history/page.tsx': [
    {
      path: '/incidents/zj-2019-09-13-a/history',
      expected: { ...answers(307, 307, 404), editor: 200, admin: 200 },
    },
    { path: '/incidents/zj-draft-own/history', expected: { ...answers(307, 307, 200), reader: 404 } },
  ],
  'incidents/[ref]/[file]/route.ts': [
    { path: '/incidents/zj-2019-09-13-a/cite.bib', expected: readData },
    {
      path: '/incidents/zj-draft-a/cite.bib',
      expected: { ...answers(401, 404, 404), editor: 200, admin: 200 },
    },
  ],
  'incidents/[ref]/record.json/route.ts': [
    { path: '/incidents/zj-2019-09-13-a/record.json', expected: readData },
    {
      path: '/incidents/zj-draft-a/record.json',
      expected: { ...answers(401, 404, 404), editor: 200, admin: 200 },
    },
  ],
  'link/[token]/page.tsx': [{ path: '/link/none', expected: anybody }],
  'places/page.tsx': [{ path: '/places?q=wuchuan', expected: readPage }],
  'places.json/route.ts': [{ path: '/places.json', expected: readData }],
  'readyz/route.ts': [{ path: '/readyz', expected: anybody }],
  'review/page.tsx': [{ path: '/review', expected: { ...answers(307, 307, 200), reader: 404 } }],
  'rows.json/route.ts': [{ path: '/rows.json', expected: readData }],
  'selection/[file]/route.ts': [{ path: '/selection/cite.bib', expected: readData }],
  'sign-in/page.tsx': [{ path: '/sign-in', expected: anybody }],
  'sources/page.tsx': [{ path: '/sources', expected: readPage }],
  'sources/new/page.tsx': [{ path: '/sources/new', expected: coderPage }],
  'sources/[ref]/edit/page.tsx': [{ path: '/sources/epoch-times-2020-10-22/edit', expected: editorPage }],
  'sources/[ref]/history/page.tsx': [
    { path: '/sources/epoch-times-2020-10-22/history', expected: editorPage },
  ],
  'sources/[ref]/page.tsx': [{ path: '/sources/epoch-times-2020-10-22', expected: readPage }],
  'v/[id]/page.tsx': [{ path: '/v/ABCDEFGHJK2', expected: answers(307, 404, 404) }],
  'views/page.tsx': [{ path: '/views', expected: readPage }],
};
