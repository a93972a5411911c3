import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { storedCodesOf } from '@/lib/codebook/vocabularies';
import { handleApplyAct, handlePreviewAct, handleUndoAct } from '@/lib/coding/acts';
import { database } from '@/lib/db/query';
import { openRows } from '@/lib/explore/rows';
import { listActs, openAct } from '@/lib/incidents/acts/entries/queries';
import { applyAct } from '@/lib/incidents/acts/mutations';
import { previewAct } from '@/lib/incidents/acts/queries';
import type { ActDoubt, ActPreview } from '@/lib/incidents/acts/types';
import { editInputs } from '@/lib/incidents/edit/input';
import { createIncident, stepIncident, updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import type { EditedIncident } from '@/lib/incidents/edit/types';
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
const preview = (of: object, act: object, viewer?: Viewer) => handlePreviewAct({ of, act }, sender(viewer));
const apply = (of: object, act: object, digest: string, more = {}, viewer?: Viewer) =>
  handleApplyAct({ of, act, digest, ...more }, sender(viewer));
const both = async (of: object, act: object, more = {}) =>
  apply(of, act, (await preview(of, act)).digest, more);
const undo = (id: string, viewer?: Viewer) => handleUndoAct({ id }, sender(viewer));

/** Some drafts in a data set of their own, with the filter that keeps them. */
async function drafts(count: number, own: Partial<EditedIncident> = {}) {
  const dataset = await addMadeUpDataset(pool);
  const refs: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = editInputs.create.parse({ dataset, incident: incidentLike(own), notDuplicate: true });
    refs.push((await createIncident(editor, body)).ref);
  }
  return { dataset, refs, all: { query: `dataset=${dataset}&status=draft~in-review~published~withdrawn` } };
}
const rowsOf = async (refs: string[]) =>
  (await pool.query('SELECT * FROM incidents WHERE ref = ANY($1) ORDER BY array_position($1, ref)', [refs]))
    .rows;
const trail = async (ref: string) =>
  (
    await pool.query(
      `SELECT c.version, c.action, c.reason, c.batch_id, c.changes FROM changes c JOIN incidents i ON i.id = c.subject_id
        WHERE i.ref = $1 ORDER BY c.version`,
      [ref],
    )
  ).rows;
const wages = { kind: 'retag', add: { issues: ['layoffs'] }, remove: { issues: ['wage-arrears'] } };

describe('a preview', () => {
  it('tells what would change, and writes nothing', async () => {
    const { refs, all } = await drafts(3);
    const before = await rowsOf(refs);
    const seen = await preview(all, { ...wages, type: 'petition' });
    expect(seen).toMatchObject({ matched: 3, changing: 3, same: 0, hindered: [], needsReason: false });
    expect(seen.sample[0]?.changes).toEqual({
      type: { from: 'strike', to: 'petition' },
      issues: { from: ['wage-arrears'], to: ['layoffs'] },
    });
    expect(await rowsOf(refs)).toEqual(before);
    expect((await pool.query('SELECT count(*)::int AS n FROM acts')).rows[0].n).toBe(0);
  });

  it('counts what the page counts: what is published, unless states are named', async () => {
    const { dataset, refs, all } = await drafts(3);
    await stepIncident(editor, editInputs.step.parse({ ref: refs[0], version: 1, to: 'published' }));
    const asker = { viewer: editor, locale: 'en', origin: 'http://localhost' } as const;
    for (const query of [
      `dataset=${dataset}`,
      all.query,
      `dataset=${dataset}&status=draft`,
      'type=petition',
      '',
    ]) {
      const { total } = await openRows(new URLSearchParams(query), asker);
      expect((await preview({ query }, wages)).matched).toBe(total);
    }
    expect((await preview({ query: `dataset=${dataset}` }, wages)).matched).toBe(1);
  });

  it('tells which can’t be published and why', async () => {
    const { refs, all } = await drafts(4);
    const [first = '', second = '', third = ''] = refs;
    const step = (ref: string, version: number, to: string, reason: string | null = null) =>
      stepIncident(editor, editInputs.step.parse({ ref, version, to, reason }));
    await step(first, 1, 'published');
    await step(second, 1, 'in-review');
    const { incident } = await openIncident(third, editor);
    await updateIncident(
      editor,
      editInputs.update.parse({
        ref: third,
        version: 1,
        incident: { ...incident, summary: 'Call 13812345678.' },
      }),
    );
    expect(await preview(all, { kind: 'publish' })).toMatchObject({
      matched: 4,
      changing: 2,
      same: 1,
      hindered: [{ why: 'personal-data', count: 1, some: [{ ref: third }] }],
      findings: [{ ref: third, fields: [{ field: 'summary', kinds: ['mobile'] }] }],
      needsReason: false,
    });
    expect(await preview(all, { kind: 'withdraw' })).toMatchObject({
      changing: 3,
      hindered: [{ why: 'state', status: 'in-review', count: 1, some: [{ ref: second }] }],
      needsReason: true,
    });
    await both(all, { kind: 'publish' });
    expect((await rowsOf(refs)).map(({ status }) => status)).toEqual([
      'published',
      'published',
      'draft',
      'published',
    ]);
  });

  it('takes nothing but what it knows', async () => {
    const refused = [
      { of: { query: 'typo=strike' }, act: wages },
      { of: { query: '' }, act: { kind: 'delete' } },
      { of: { query: '' }, act: { kind: 'retag', add: {}, remove: {} } },
      { of: { query: '' }, act: { ...wages, remove: { issues: ['layoffs'] } } },
      { of: { query: '' }, act: { ...wages, add: { issues: ['unknown'] } } },
      { of: { query: '' }, act: { ...wages, add: { title: ['x'] } } },
      { of: { query: '', refs: ['a'] }, act: wages },
      { of: { refs: [] }, act: wages },
      { of: { query: '' }, act: wages, more: 1 },
    ];
    for (const body of refused)
      await expect(handlePreviewAct(body, sender())).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is for editors', async () => {
    for (const viewer of [coder, publicViewer]) {
      const code = viewer === coder ? 'forbidden' : 'unauthenticated';
      await expect(preview({ query: '' }, wages, viewer)).rejects.toMatchObject({ code });
      await expect(apply({ query: '' }, wages, '0'.repeat(64), {}, viewer)).rejects.toMatchObject({ code });
      await expect(
        (async () => undo('00000000-0000-4000-8000-000000000000', viewer))(),
      ).rejects.toMatchObject({ code });
      await expect((async () => listActs(viewer))()).rejects.toMatchObject({ code });
    }
  });

  it('refuses more records than one act may change', async () => {
    const { refs } = await drafts(3);
    await expect(previewAct(editor, { refs }, { kind: 'publish' }, 2)).rejects.toMatchObject({
      code: 'too-large',
      details: { kind: 'too-many', matched: 3, most: 2 },
    });
    await expect(
      applyAct(editor, {
        chosen: { refs },
        act: { kind: 'publish' },
        reason: null,
        digest: '',
        details: {},
        most: 2,
      }),
    ).rejects.toMatchObject({ code: 'too-large' });
  });
});

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
