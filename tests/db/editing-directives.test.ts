import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { type DirectiveInput, directiveInputs } from '@/lib/directives/edit/input';
import { createDirective, stepDirective, updateDirective } from '@/lib/directives/edit/mutations';
import { openDirective } from '@/lib/directives/edit/queries';
import { handleCreateDirective } from '@/lib/directives/edit/requests';
import type { EditedDirective } from '@/lib/directives/edit/types';
import { getDirective, listDirectives } from '@/lib/directives/queries';
import { listHistory, listQueue } from '@/lib/history/queries';
import { handleRestoreDirective } from '@/lib/history/restore';
import { openDirectiveVersions } from '@/lib/history/versions/queries';
import { recordId } from '@/lib/ids';
import { editInputs } from '@/lib/incidents/edit/input';
import { createIncident } from '@/lib/incidents/edit/mutations';
import { seed } from '@/prisma/seed/seed';
import { directiveLike } from '../support/directives';
import { addViewer, refusedFields, senderOf, trailOf } from '../support/editing';
import { incidentLike } from '../support/incidents';

let pool: Pool;
let coder: Viewer;
let otherCoder: Viewer;
let editor: Viewer;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  coder = await addViewer(pool, 'coder');
  otherCoder = await addViewer(pool, 'coder');
  editor = await addViewer(pool, 'editor');
});
afterAll(() => pool.end());

const claim = {
  field: 'issuerOffice',
  value: 'party-secretary',
  printed: 'the secretary',
  source: 'epoch-times-2020-10-22',
  locator: '¶4',
  basis: 'stated',
  followed: true,
  note: null,
};
const directive = (own: Partial<EditedDirective> = {}) =>
  directiveLike({ claims: [claim], incidents: ['zj-2019-09-13-a'], ...own });
const create = (viewer: Viewer, one = directive()) =>
  createDirective(viewer, directiveInputs.create.parse({ directive: one }));
const update = (viewer: Viewer, ref: string, version: number, one: EditedDirective, more = {}) =>
  updateDirective(viewer, directiveInputs.update.parse({ ref, version, directive: one, ...more }));
const step = (viewer: Viewer, ref: string, version: number, to: string, more = {}) =>
  stepDirective(viewer, directiveInputs.step.parse({ ref, version, to, ...more }) as DirectiveInput<'step'>);
const trail = (ref: string) => trailOf(pool, recordId('directive', ref));

describe('making a directive', () => {
  it('keeps all that was typed, as a draft of its author that nobody else but editors sees', async () => {
    const typed = directive();
    const { ref, version, status } = await create(coder, typed);
    expect([version, status]).toEqual([1, 'draft']);
    expect(ref).toMatch(/^zj-d-[0-9a-f]{8}$/);
    expect(await openDirective(ref, coder)).toEqual({
      ref,
      status: 'draft',
      version: 1,
      own: true,
      directive: typed,
    });
    for (const viewer of [publicViewer, otherCoder])
      await expect(getDirective(ref, viewer)).rejects.toMatchObject({ code: 'not-found' });
    expect((await getDirective(ref, editor)).claims).toHaveLength(1);
    const listed = await listDirectives(editor, { dataset: null, kind: null, office: null, order: null });
    expect(listed.rows.map((row) => row.ref)).not.toContain(ref);
    expect(await trail(ref)).toMatchObject([{ version: 1, action: 'directive.created', changes: {} }]);
    expect((await listQueue(coder)).rows).toContainEqual(expect.objectContaining({ ref, kind: 'directive' }));
    expect((await listQueue(otherCoder)).rows.map((row) => row.ref)).not.toContain(ref);
    expect((await create(coder, directive({ dataset: null }))).ref).toMatch(/^d-[0-9a-f]{8}$/);
  });

  it('names everything that there is not, and saves nothing', async () => {
    const before = await pool.query('SELECT count(*) FROM directives');
    const hidden = await createIncident(
      otherCoder,
      editInputs.create.parse({ dataset: 'zhanjiang-log', incident: incidentLike() }),
    );
    const wrong = directive({
      issuerPlaceId: '000000',
      claims: [{ ...claim, source: 'no-such' }],
      incidents: ['zj-2019-09-13-a', 'no-such', hidden.ref],
    });
    await expect(create(coder, wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: [
        { field: 'issuerPlaceId' },
        { field: 'claims.0.source' },
        { field: 'incidents', value: 'no-such' },
        { field: 'incidents', value: hidden.ref },
      ],
    });
    await expect(create(coder, directive({ dataset: 'no-such' }))).rejects.toMatchObject({
      fields: [{ field: 'dataset' }],
    });
    expect((await pool.query('SELECT count(*) FROM directives')).rows).toEqual(before.rows);
  });

  it('says at its field what can’t be taken', async () => {
    const sent = (own: object) =>
      refusedFields(
        (async () => handleCreateDirective({ directive: { ...directive(), ...own } }, senderOf(coder)))(),
      );
    expect(await sent({ title: ' ', kind: 'order', addressees: ['a', 'a'] })).toEqual([
      'directive.kind',
      'directive.title',
      'directive.addressees',
    ]);
    expect(await sent({ issuedTo: null })).toEqual(['directive.issuedTo']);
    expect(await sent({ issuedTo: '2019-03-05' })).toEqual(['directive.issuedTo']);
    expect(await sent({ issuedFrom: '2019-02-30' })).toEqual(['directive.issuedFrom']);
    expect(await sent({ claims: [{ ...claim, field: 'sizeMin' }] })).toEqual(['directive.claims.0.field']);
    expect(await sent({ status: 'published' })).toEqual(['directive']);
  });

  it('is for those who code', async () => {
    const reader = await addViewer(pool, 'reader');
    await expect((async () => create(reader))()).rejects.toMatchObject({ code: 'forbidden' });
    await expect((async () => create(publicViewer))()).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('changing a directive', () => {
  it('notes what each field was and became, and nothing where nothing differs', async () => {
    const typed = directive();
    const { ref } = await create(coder, typed);
    expect(await update(coder, ref, 1, typed)).toMatchObject({ version: 1 });
    const after = { ...typed, issuedFrom: null, issuedTo: null, issuedPrecision: null, incidents: [] };
    await update(coder, ref, 1, after, { reason: 'the date was a guess' });
    expect((await openDirective(ref, coder)).directive).toEqual(after);
    expect((await trail(ref))[1]).toMatchObject({
      version: 2,
      action: 'directive.changed',
      reason: 'the date was a guess',
      changes: {
        issuedFrom: { from: '2019-03-04', to: null },
        incidents: { from: ['zj-2019-09-13-a'], to: [] },
      },
    });
  });

  it('of a version that is gone is refused, with the present one to compare', async () => {
    const typed = directive();
    const { ref } = await create(coder, typed);
    await update(coder, ref, 1, { ...typed, summary: 'Theirs.' });
    await expect(update(editor, ref, 1, { ...typed, summary: 'Mine.' })).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'changed-meanwhile', current: { version: 2, directive: { summary: 'Theirs.' } } },
    });
  });

  it('leaves links to incidents that its editor does not see', async () => {
    const typed = directive({ incidents: [] });
    const { ref } = await create(coder, typed);
    const hidden = await createIncident(
      otherCoder,
      editInputs.create.parse({ dataset: 'zhanjiang-log', incident: incidentLike() }),
    );
    await update(editor, ref, 1, { ...typed, incidents: [hidden.ref] });
    const open = await openDirective(ref, coder);
    expect(open.directive.incidents).toEqual([]);
    await update(coder, ref, 2, { ...open.directive, incidents: ['zj-2019-09-13-a'] });
    expect((await openDirective(ref, editor)).directive.incidents.sort()).toEqual(
      ['zj-2019-09-13-a', hidden.ref].sort(),
    );
  });

  it('of somebody else, or once it is published, is an editor’s', async () => {
    const typed = directive();
    const { ref } = await create(coder, typed);
    await expect(update(otherCoder, ref, 1, typed)).rejects.toMatchObject({ code: 'not-found' });
    await step(coder, ref, 1, 'in-review');
    await expect(step(coder, ref, 2, 'published')).rejects.toMatchObject({ code: 'forbidden' });
    await step(editor, ref, 2, 'published');
    await expect(update(coder, ref, 3, { ...typed, summary: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(step(editor, ref, 3, 'withdrawn')).rejects.toMatchObject({ fields: [{ field: 'reason' }] });
    await step(editor, ref, 3, 'withdrawn', { reason: 'the source took it back' });
    await expect(getDirective(ref, publicViewer)).rejects.toMatchObject({ code: 'not-found' });
    expect((await trail(ref)).map(({ action }) => action)).toEqual([
      'directive.created',
      'directive.in-review',
      'directive.published',
      'directive.withdrawn',
    ]);
  });

  it('does not publish what looks like personal data without a reason', async () => {
    const { ref } = await create(coder, directive({ addressees: ['Call 13812345678'] }));
    await expect(step(editor, ref, 1, 'published')).rejects.toMatchObject({
      details: { kind: 'personal-data', findings: [{ field: 'addressees' }] },
    });
    await step(editor, ref, 1, 'published', { careReason: 'number of an office' });
    expect((await trail(ref))[1]?.changes).toMatchObject({ personalData: { to: 'number of an office' } });
  });
});

describe('the versions of a directive', () => {
  it('with what looks like personal data are brought back to readers for a reason only, which is noted', async () => {
    const typed = directive({ addressees: ['Call 13812345678'] });
    const { ref } = await create(editor, typed);
    await update(editor, ref, 1, { ...typed, addressees: ['The office'] });
    await step(editor, ref, 2, 'published');
    const back = { ref, version: 3, to: 1 };
    await expect(handleRestoreDirective(back, senderOf(editor))).rejects.toMatchObject({
      details: { kind: 'personal-data', findings: [{ field: 'addressees' }] },
    });
    await handleRestoreDirective({ ...back, careReason: 'number of an office' }, senderOf(editor));
    expect((await trail(ref)).at(-1)).toMatchObject({
      action: 'directive.restored',
      changes: { personalData: { to: 'number of an office' } },
    });
  });

  it('can each be made the present one, as a new version', async () => {
    const typed = directive();
    const { ref } = await create(editor, typed);
    await update(editor, ref, 1, { ...typed, claims: [], incidents: [], summary: 'Other.' });
    await step(editor, ref, 2, 'published');
    const back = await handleRestoreDirective({ ref, version: 3, to: 1 }, senderOf(editor));
    expect(back).toEqual({ ref, version: 4, status: 'published' });
    expect((await openDirective(ref, editor)).directive).toEqual(typed);
    const { entries } = await openDirectiveVersions(ref, editor);
    expect(entries.map(({ action }) => action)[0]).toBe('directive.restored');
    const none = { type: 'directive', action: null, who: null, from: null, to: null };
    expect((await listHistory(editor, none, null)).entries.map((entry) => entry.ref)).toContain(ref);
    expect((await listHistory(coder, none, null)).entries.map((entry) => entry.ref)).toContain(ref);
  });
});
