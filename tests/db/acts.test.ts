import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import type { Viewer } from '@/lib/auth/viewer';
import { storedCodesOf } from '@/lib/codebook/vocabularies';
import { database } from '@/lib/db/query';
import { listActs, openAct } from '@/lib/incidents/acts/entries/queries';
import type { ActDoubt, ActPreview } from '@/lib/incidents/acts/types';
import { editInputs } from '@/lib/incidents/edit/input';
import { createIncident, updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import { seed } from '@/prisma/seed/seed';
import { actsOf, wages } from '../support/acts';
import { addViewer } from '../support/editing';
import { incidentLike } from '../support/incidents';

let pool: Pool;
let editor: Viewer;
let { preview, apply, both, undo, drafts, rowsOf }: ReturnType<typeof actsOf> = {} as never;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  editor = await addViewer(pool, 'editor');
  ({ preview, apply, both, undo, drafts, rowsOf } = actsOf(pool, editor));
});
afterAll(() => pool.end());

const trail = async (ref: string) =>
  (
    await pool.query(
      `SELECT c.version, c.action, c.reason, c.batch_id, c.changes FROM changes c JOIN incidents i ON i.id = c.subject_id
        WHERE i.ref = $1 ORDER BY c.version`,
      [ref],
    )
  ).rows;

describe('an act', () => {
  it('changes each record once, with one version and one entry each, all of one batch', async () => {
    const { refs, all } = await drafts(3);
    const done = await both(all, wages, { reason: 'The coding rule changed.' });
    expect(done).toMatchObject({ changed: 3, left: [] });
    for (const row of await rowsOf(refs)) expect(row).toMatchObject({ version: 2, issues: ['layoffs'] });
    for (const ref of refs)
      expect((await trail(ref))[1]).toEqual({
        version: 2,
        action: 'incident.changed',
        reason: 'The coding rule changed.',
        batch_id: done.id,
        changes: { issues: { from: ['wage-arrears'], to: ['layoffs'] } },
      });
    expect((await listActs(editor))[0]).toMatchObject({
      id: done.id,
      kind: 'retag',
      matched: 3,
      changed: 3,
      actorName: 'Test editor',
      undoneBy: null,
    });
    expect(await openAct(done.id, editor)).toMatchObject({ since: 0, records: [{}, {}, {}] });
    await expect(both(all, wages)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('of ticked rows changes those', async () => {
    const { refs } = await drafts(3);
    expect(await both({ refs: refs.slice(0, 2) }, wages)).toMatchObject({ changed: 2 });
    expect((await rowsOf(refs)).map(({ version }) => version)).toEqual([2, 2, 1]);
  });

  it('is refused when the selection changed since the preview, with a fresh preview', async () => {
    const { refs, all, dataset } = await drafts(2);
    const { digest } = await preview(all, wages);
    const { incident } = await openIncident(refs[0] ?? '', editor);
    await updateIncident(
      editor,
      editInputs.update.parse({ ref: refs[0], version: 1, incident: { ...incident, issues: ['layoffs'] } }),
    );
    const refused = await apply(all, wages, digest).catch((thrown) => thrown);
    expect(refused).toMatchObject({ code: 'conflict', details: { kind: 'selection-changed' } });
    const fresh = (refused.details as Extract<ActDoubt, { preview: ActPreview }>).preview;
    expect(fresh).toMatchObject({ matched: 2, changing: 1, same: 1 });
    // A record that came along changes it too, and so does another act.
    await createIncident(
      editor,
      editInputs.create.parse({ dataset, incident: incidentLike(), notDuplicate: true }),
    );
    await expect(apply(all, wages, fresh.digest)).rejects.toMatchObject({ code: 'conflict' });
    const now = await preview(all, wages);
    await expect(apply(all, { kind: 'publish' }, now.digest)).rejects.toMatchObject({ code: 'conflict' });
    expect(await apply(all, wages, now.digest)).toMatchObject({ changed: 2 });
  });

  it('asks why where readers lose a record', async () => {
    const { refs, dataset } = await drafts(2);
    await both({ refs }, { kind: 'publish' });
    const of = { query: `dataset=${dataset}` };
    await expect(both(of, { kind: 'withdraw' })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'reason' }],
    });
    expect(await both(of, { kind: 'withdraw' }, { reason: 'Taken back by the source.' })).toMatchObject({
      changed: 2,
    });
    expect((await preview(of, wages)).matched).toBe(0);
    expect((await trail(refs[0] ?? '')).map(({ action }) => action)).toEqual([
      'incident.created',
      'incident.published',
      'incident.withdrawn',
    ]);
  });

  it('and another one over the same records wait for each other; one of them is refused', async () => {
    const { refs } = await drafts(12);
    const back = [...refs].reverse();
    const acts = await Promise.all(
      [refs, back, refs, back].map(async (some, n) => {
        const act = { kind: 'retag', add: { groups: [storedCodesOf('group')[n % 2] ?? ''] }, remove: {} };
        return { of: { refs: some }, act, digest: (await preview({ refs: some }, act)).digest };
      }),
    );
    const outcomes = await Promise.allSettled(acts.map(({ of, act, digest }) => apply(of, act, digest)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
    for (const { version } of await rowsOf(refs)) expect(version).toBe(2);
  });
});

describe('taking an act back', () => {
  it('leaves what was changed since, and happens once', async () => {
    const { refs, all } = await drafts(3);
    const { id } = await both(all, wages);
    const [later = '', ...others] = refs;
    const { incident } = await openIncident(later, editor);
    await updateIncident(
      editor,
      editInputs.update.parse({ ref: later, version: 2, incident: { ...incident, sizeMax: 40 } }),
    );
    expect(await openAct(id, editor)).toMatchObject({
      since: 1,
      records: [{ ref: later, since: true }, {}, {}],
    });
    const back = await undo(id);
    expect(back).toMatchObject({ changed: 2, left: [later] });
    expect((await rowsOf(refs)).map(({ version, issues }) => [version, issues])).toEqual([
      [3, ['layoffs']],
      [3, ['wage-arrears']],
      [3, ['wage-arrears']],
    ]);
    expect((await trail(others[0] ?? '')).at(-1)).toMatchObject({
      version: 3,
      action: 'incident.undone',
      batch_id: back.id,
      changes: { issues: { from: ['layoffs'], to: ['wage-arrears'] } },
    });
    await expect(undo(id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(undo(back.id)).rejects.toMatchObject({ code: 'conflict' });
    const { act } = await openAct(id, editor);
    expect(act.undoneBy).toBe(back.id);
    expect((await openAct(back.id, editor)).act.leftRefs).toEqual([later]);
    expect(await verifyHistory(database)).toMatchObject({ fault: null });
  });

  it('by two at once happens once', async () => {
    const { all } = await drafts(3);
    const { id } = await both(all, { kind: 'publish' });
    const outcomes = await Promise.allSettled([undo(id), undo(id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
  });

  it('is refused when every record was changed since, and of what there is not', async () => {
    const { refs, all } = await drafts(1);
    const { id } = await both(all, { kind: 'publish' });
    await both({ refs }, wages);
    await expect(undo(id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(undo('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'not-found' });
  });
});
