import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { handleApplyAct, handlePreviewAct, handleUndoAct } from '@/lib/coding/acts';
import { handleMergeIncidents } from '@/lib/coding/merging';
import { database } from '@/lib/db/query';
import type { EditedClaim } from '@/lib/edit/types';
import { listActs } from '@/lib/incidents/acts/entries/queries';
import { editInputs } from '@/lib/incidents/edit/input';
import { createIncident, stepIncident, updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import type { EditedIncident } from '@/lib/incidents/edit/types';
import { openPair, redirectOf } from '@/lib/incidents/merging/queries';
import { getIncidentRecord } from '@/lib/incidents/record/queries';
import { seed } from '@/prisma/seed/seed';
import { addViewer, senderOf } from '../support/editing';
import { addMadeUpDataset, incidentLike } from '../support/incidents';

let pool: Pool;
let editor: Viewer;
let coder: Viewer;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  [coder, editor] = [await addViewer(pool, 'coder'), await addViewer(pool, 'editor')];
});
afterAll(() => pool.end());

const sender = (viewer: Viewer = editor) => senderOf(viewer);
const claim = (own: Partial<EditedClaim>): EditedClaim => ({
  field: 'type',
  value: 'strike',
  printed: 'downed tools',
  source: 'epoch-times-2020-10-22',
  locator: '¶4',
  basis: 'stated',
  followed: true,
  note: null,
  ...own,
});
const response = (own: Partial<EditedIncident['responses'][number]>) => ({
  kind: 'mediation',
  count: null,
  durationDays: null,
  sizeText: null,
  ...own,
});
async function make(own: Partial<EditedIncident> = {}, dataset = 'zhanjiang-log'): Promise<string> {
  const body = editInputs.create.parse({ dataset, incident: incidentLike(own), notDuplicate: true });
  return (await createIncident(editor, body)).ref;
}
const publish = (ref: string, version = 1) =>
  stepIncident(editor, editInputs.step.parse({ ref, version, to: 'published' }));
const merge = (kept: string, dropped: string, more = {}, versions = [1, 1], viewer?: Viewer) =>
  handleMergeIncidents(
    { kept: { ref: kept, version: versions[0] }, dropped: { ref: dropped, version: versions[1] }, ...more },
    sender(viewer),
  );
const undo = (id: string) => handleUndoAct({ id }, sender());
const trail = async (ref: string) =>
  (
    await pool.query(
      `SELECT c.version, c.action, c.batch_id, c.changes FROM changes c JOIN incidents i ON i.id = c.subject_id
        WHERE i.ref = $1 ORDER BY c.version`,
      [ref],
    )
  ).rows;

describe('a merge', () => {
  it('takes what was chosen, fills what is empty, and keeps the evidence of both without doubles', async () => {
    const kept = await make({
      title: 'Kept title',
      sizeMin: 20,
      groups: [],
      issues: ['wage-arrears'],
      responses: [response({}), response({ kind: 'surveillance', count: 3 })],
      claims: [claim({}), claim({ field: 'sizeMin', value: '20' })],
      directives: ['leizhou-2018-04-05-a'],
    });
    const dropped = await make({
      title: 'Dropped title',
      titleZh: '标题',
      sizeMin: 50,
      codingNote: 'Seen twice.',
      issues: ['layoffs'],
      responses: [response({ count: 5 })],
      claims: [
        claim({ note: 'the same passage' }),
        claim({ field: 'sizeMin', value: '50' }),
        claim({ field: 'issues', value: 'layoffs' }),
      ],
      directives: ['leizhou-2018-04-05-a'],
    });
    const done = await merge(kept, dropped, {
      choice: { title: 'dropped', issues: 'both' },
      reason: 'One event.',
    });
    expect(done).toMatchObject({ ref: kept, version: 2 });
    const { incident, status } = await openIncident(kept, editor);
    expect(status).toBe('draft');
    expect(incident).toMatchObject({
      title: 'Dropped title',
      titleZh: '标题',
      codingNote: 'Seen twice.',
      sizeMin: 20,
      issues: ['wage-arrears', 'layoffs'],
      directives: ['leizhou-2018-04-05-a'],
    });
    expect(incident.responses).toEqual([
      response({ kind: 'surveillance', count: 3 }),
      response({ count: 5 }),
    ]);
    expect(incident.claims).toEqual([
      claim({ note: 'the same passage' }),
      claim({ field: 'sizeMin', value: '20' }),
      // Evidence for a value that was not taken is not followed.
      claim({ field: 'sizeMin', value: '50', followed: false }),
      claim({ field: 'issues', value: 'layoffs' }),
    ]);
    expect((await trail(kept)).at(-1)).toMatchObject({
      version: 2,
      action: 'incident.merged',
      batch_id: done.id,
      changes: {
        mergedFrom: { from: null, to: dropped },
        title: { from: 'Kept title', to: 'Dropped title' },
      },
    });
    expect((await trail(dropped)).at(-1)).toMatchObject({
      version: 2,
      action: 'incident.merged-into',
      batch_id: done.id,
      changes: { status: { from: 'draft', to: 'withdrawn' }, mergedInto: { from: null, to: kept } },
    });
    expect((await listActs(editor))[0]).toMatchObject({
      kind: 'merge',
      details: { kept, dropped },
      reason: 'One event.',
    });
  });

  it('sends whoever may see the one that stays there, and nobody else', async () => {
    const [kept, dropped] = [await make(), await make()];
    await publish(dropped);
    await merge(kept, dropped, {}, [1, 2]);
    expect(await redirectOf(dropped, editor)).toBe(kept);
    expect(await redirectOf(kept, editor)).toBeNull();
    for (const viewer of [publicViewer, coder])
      await expect(redirectOf(dropped, viewer)).rejects.toMatchObject({ code: 'not-found' });
    await publish(kept, 2);
    expect(await redirectOf(dropped, publicViewer)).toBe(kept);
    await expect(redirectOf(dropped, { kind: 'stranger' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    // What it went into goes into another one: the way leads to its end.
    const last = await make();
    await publish(last);
    await merge(last, kept, {}, [2, 3]);
    expect(await redirectOf(dropped, publicViewer)).toBe(last);
    expect(await redirectOf(kept, publicViewer)).toBe(last);
  });

  it('is refused of a version that is gone, and changes nothing', async () => {
    const [kept, dropped] = [await make(), await make()];
    const { incident } = await openIncident(dropped, editor);
    await updateIncident(
      editor,
      editInputs.update.parse({ ref: dropped, version: 1, incident: { ...incident, sizeMax: 40 } }),
    );
    await expect(merge(kept, dropped)).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'changed-meanwhile', current: { ref: dropped, version: 2 } },
    });
    expect((await openIncident(kept, editor)).version).toBe(1);
    expect(await redirectOf(dropped, editor)).toBeNull();
  });

  it('is refused where it makes no sense or mixes what must not be mixed', async () => {
    const [kept, dropped] = [await make(), await make()];
    await expect(merge(kept, kept)).rejects.toMatchObject({ code: 'invalid' });
    await expect(merge(kept, 'no-such')).rejects.toMatchObject({ code: 'not-found' });
    await expect(merge(kept, dropped, { choice: { title: 'both' } })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(merge(kept, dropped, { more: 1 })).rejects.toMatchObject({ code: 'invalid' });
    const madeUp = await make({}, await addMadeUpDataset(pool));
    await expect(merge(kept, madeUp)).rejects.toMatchObject({
      details: { kind: 'not-to-be-mixed', why: 'synthetic' },
    });
    await merge(kept, dropped);
    const other = await make();
    await expect(merge(other, dropped, {}, [1, 2])).rejects.toMatchObject({ code: 'conflict' });
    await expect(merge(dropped, other, {}, [2, 1])).rejects.toMatchObject({ code: 'conflict' });
  });

  it('asks about personal data where readers would see it', async () => {
    const [kept, dropped] = [await make(), await make({ codingNote: 'Call 13812345678.' })];
    await publish(kept);
    await expect(merge(kept, dropped, {}, [2, 1])).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'personal-data', findings: [{ field: 'codingNote' }] },
    });
    expect(await merge(kept, dropped, { careReason: 'An office.' }, [2, 1])).toMatchObject({ version: 3 });
    expect((await trail(kept)).at(-1)?.changes).toMatchObject({ personalData: { to: 'An office.' } });
  });

  it('says which values do not fit together', async () => {
    const [kept, dropped] = [await make({ sizeMin: 20 }), await make({ sizeMin: 5, sizeMax: 10 })];
    await expect(merge(kept, dropped)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'sizeMax' }],
    });
    expect(await merge(kept, dropped, { choice: { sizeMax: 'kept' } })).toMatchObject({ version: 2 });
  });

  it('is for editors', async () => {
    const [kept, dropped] = [await make(), await make()];
    for (const [viewer, code] of [
      [coder, 'forbidden'],
      [publicViewer, 'unauthenticated'],
    ] as const) {
      await expect((async () => merge(kept, dropped, {}, [1, 1], viewer))()).rejects.toMatchObject({ code });
      await expect((async () => openPair(viewer, kept, dropped))()).rejects.toMatchObject({ code });
    }
  });

  it('keeps the record that went from being changed, also with many others', async () => {
    const [kept, dropped] = [await make(), await make()];
    await merge(kept, dropped);
    await expect(
      stepIncident(editor, editInputs.step.parse({ ref: dropped, version: 2, to: 'published', reason: 'x' })),
    ).rejects.toMatchObject({ code: 'conflict' });
    const of = { refs: [dropped, kept] };
    const act = { kind: 'publish' };
    const seen = await handlePreviewAct({ of, act }, sender());
    expect(seen).toMatchObject({ changing: 1, hindered: [{ why: 'merged', count: 1 }] });
    expect(await handleApplyAct({ of, act, digest: seen.digest }, sender())).toMatchObject({ changed: 1 });
  });

  it('of two records into each other at once happens one way, without a deadlock', async () => {
    for (let n = 0; n < 8; n += 1) {
      const [a, b] = [await make(), await make()];
      const outcomes = await Promise.allSettled([merge(a, b), merge(b, a), merge(a, b), merge(b, a)]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of outcomes)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
    }
  });
});

describe('taking a merge back', () => {
  it('makes both what they were', async () => {
    const kept = await make({ claims: [claim({})], responses: [response({})] });
    const dropped = await make({ titleZh: '标题', claims: [claim({ field: 'sizeMin', value: '20' })] });
    await publish(dropped);
    const before = [
      (await openIncident(kept, editor)).incident,
      (await openIncident(dropped, editor)).incident,
    ];
    const { id } = await merge(kept, dropped, { choice: { title: 'dropped' } }, [1, 2]);
    await expect(getIncidentRecord(dropped, publicViewer)).rejects.toMatchObject({ code: 'not-found' });
    const back = await undo(id);
    expect(back).toMatchObject({ changed: 2, left: [] });
    expect(await redirectOf(dropped, publicViewer)).toBeNull();
    expect((await getIncidentRecord(dropped, publicViewer)).status).toBe('published');
    expect([
      (await openIncident(kept, editor)).incident,
      (await openIncident(dropped, editor)).incident,
    ]).toEqual(before);
    for (const ref of [kept, dropped])
      expect((await trail(ref)).at(-1)).toMatchObject({ action: 'incident.unmerged', batch_id: back.id });
    await expect(undo(id)).rejects.toMatchObject({ code: 'conflict' });
    // They can be merged again.
    expect(await merge(kept, dropped, {}, [3, 4])).toMatchObject({ version: 4 });
    expect(await verifyHistory(database)).toMatchObject({ fault: null });
  });

  it('leaves the record that stayed when it was changed since', async () => {
    const [kept, dropped] = [await make(), await make({ titleZh: '标题' })];
    const { id } = await merge(kept, dropped);
    const { incident } = await openIncident(kept, editor);
    await updateIncident(
      editor,
      editInputs.update.parse({ ref: kept, version: 2, incident: { ...incident, sizeMax: 40 } }),
    );
    expect(await undo(id)).toMatchObject({ changed: 1, left: [kept] });
    expect((await openIncident(kept, editor)).incident).toMatchObject({ titleZh: '标题', sizeMax: 40 });
    expect((await openIncident(dropped, editor)).status).toBe('draft');
  });
});
