import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { exploreBreakdown, exploreMatrix } from '@/lib/explore/explore';
import { nLine } from '@/lib/explore/frame';
import { loadReference } from '@/lib/explore/reference';
import { defaultView } from '@/lib/explore/view';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import type { SplitField } from '@/lib/incidents/dimensions';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { type Choice, choice, noChoice } from '@/lib/url/params';
import { addAccount, addUnpublished } from '../support/accounts';
import { seededDatabase } from '../support/database';

let pool: Pool;
let end: () => Promise<void>;
let viewers: Viewer[];

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const [coder, editor] = [await addAccount(pool, 'coder'), await addAccount(pool, 'editor')];
  await addUnpublished(pool, coder.id);
  viewers = [
    publicViewer,
    ...[coder, editor].map(({ id, role }): Viewer => ({ kind: 'account', id, name: `Test ${role}`, role })),
  ];
});
afterAll(() => end());

const add = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);
const matrixOf = async (viewer: Viewer, filters: IncidentFilters, matrix: [SplitField, SplitField]) => {
  const reference = await loadReference(viewer);
  const asking = { viewer, locale: 'en', origin: 'http://localhost', reference } as const;
  return exploreMatrix({ filters, view: { ...defaultView, matrix } }, asking);
};

const states: Choice[] = [
  noChoice,
  choice(['draft', 'withdrawn']),
  choice(['draft', 'published']),
  choice([], ['published']),
];

test('a matrix with the states of work counts what the filter keeps, for whoever sees more than is published too', async () => {
  for (const viewer of viewers)
    for (const status of states)
      for (const other of ['source', 'type', 'place', 'status'] as const)
        for (const matrix of [
          ['status', other],
          [other, 'status'],
        ] satisfies [SplitField, SplitField][]) {
          const filters = { ...noFilters, status };
          const { rows, columns, cells, total, frame } = await matrixOf(viewer, filters, matrix);
          const kept = (await sqlCounter(database, viewer).totals(filters)).incidents;
          const name = `${'role' in viewer ? viewer.role : viewer.kind} ${matrix} ${JSON.stringify(status)}`;
          expect(total, name).toBe(kept);
          expect(frame.n, name).toBe(nLine(kept, 'en'));
          const [side, at] = matrix[0] === 'status' ? [rows, cells] : [columns, transposed(cells)];
          expect(add(side.heads.map((head) => head.total)), name).toBe(kept);
          for (const [index, { code, total }] of side.heads.entries())
            if (other === 'type' || other === 'status')
              expect(add(at[index] ?? []), `${code} ${name}`).toBe(total);
        }
});

test('a draft stands in it only where its state is asked for', async () => {
  const editor = viewers.at(-1) ?? publicViewer;
  const codes = async (status: Choice) =>
    (await matrixOf(editor, { ...noFilters, status }, ['status', 'type'])).rows.heads.map(({ code }) => code);
  expect(await codes(noChoice)).toEqual(['published']);
  expect(await codes(choice(['draft', 'published']))).toEqual(['draft', 'published']);
});

test('a breakdown by states of work shows those that are counted, and no more', async () => {
  for (const viewer of viewers)
    for (const status of states) {
      const filters = { ...noFilters, status };
      const reference = await loadReference(viewer);
      const asking = { viewer, locale: 'en', origin: 'http://localhost', reference } as const;
      const { rows, frame } = await exploreBreakdown('status', { filters, view: defaultView }, asking);
      const kept = (await sqlCounter(database, viewer).totals(filters)).incidents;
      const name = `${'role' in viewer ? viewer.role : viewer.kind} ${JSON.stringify(status)}`;
      expect(add(rows.map(({ count }) => count)), name).toBe(kept);
      expect(frame.n, name).toBe(nLine(kept, 'en'));
    }
});

const transposed = (cells: number[][]): number[][] =>
  (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? 0));
