import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { handleRestoreFigure, handleRestoreSource } from '@/lib/history/restore';
import { openFigureVersions, openSourceVersions } from '@/lib/history/versions/queries';
import { openFigure, openSource } from '@/lib/sources/edit/queries';
import { handleDeleteFigure, handleUpdateFigure, handleUpdateSource } from '@/lib/sources/edit/requests';
import { getSource } from '@/lib/sources/queries';
import { seed } from '@/prisma/seed/seed';
import { addViewer, senderOf } from '../support/editing';

let pool: Pool;
let coder: Viewer;
let editor: Viewer;

/** A source and a figure of the seed, which much rests on. */
const [source, figure] = ['epoch-times-2020-10-22', 'zj-incidents-total'];

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  [coder, editor] = [await addViewer(pool, 'coder'), await addViewer(pool, 'editor')];
});
afterAll(() => pool.end());

const refused = (work: () => Promise<unknown>) => (async () => work())();

describe('the versions of a source', () => {
  it('can each be made the present one, as a new version, and what rests on it stays', async () => {
    const before = (await openSource(source, editor)).source;
    const { incidentCount, directiveCount, figures } = await getSource(source, publicViewer);
    const first = { ...before, outlet: 'Another paper', note: 'Misread.' };
    await handleUpdateSource({ ref: source, version: 1, source: first }, senderOf(editor));
    const second = { ...first, note: 'Misread twice.', language: 'zh-Hans' };
    await handleUpdateSource({ ref: source, version: 2, source: second }, senderOf(editor));
    const back = { ref: source, version: 3, to: 1, reason: 'it was the other paper' };
    expect(await handleRestoreSource(back, senderOf(editor))).toEqual({
      ref: source,
      version: 4,
      status: 'published',
    });
    expect((await openSource(source, editor)).source).toEqual(before);
    const { open, entries } = await openSourceVersions(source, editor);
    expect(open.version).toBe(4);
    expect(entries.map(({ version, action }) => [version, action])).toEqual([
      [4, 'source.restored'],
      [3, 'source.changed'],
      [2, 'source.changed'],
    ]);
    expect(entries[0]).toMatchObject({
      reason: 'it was the other paper',
      actorName: 'Test editor',
      changes: { note: { from: 'Misread twice.', to: before.note } },
    });
    expect(await getSource(source, publicViewer)).toMatchObject({ incidentCount, directiveCount, figures });
    expect(incidentCount).toBeGreaterThan(0);
    await handleRestoreSource({ ref: source, version: 4, to: 2 }, senderOf(editor));
    expect((await openSource(source, editor)).source).toEqual(first);
  });

  it('are editors’ only, and restored from the present one only', async () => {
    const { version } = await openSource(source, editor);
    const asked = { ref: source, version, to: 1 };
    for (const who of [coder, publicViewer]) {
      const code = who === coder ? 'forbidden' : 'unauthenticated';
      await expect(refused(() => handleRestoreSource(asked, senderOf(who)))).rejects.toMatchObject({ code });
      await expect(refused(() => openSourceVersions(source, who))).rejects.toMatchObject({ code });
      await expect(refused(() => openFigureVersions(figure, who))).rejects.toMatchObject({ code });
    }
    await expect(
      handleRestoreSource({ ...asked, version: version - 1 }, senderOf(editor)),
    ).rejects.toMatchObject({ code: 'conflict', details: { kind: 'changed-meanwhile' } });
    await expect(handleRestoreSource({ ...asked, ref: 'no-such' }, senderOf(editor))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await openSource(source, editor)).version).toBe(version);
  });

  it('with what looks like personal data are restored for a reason only, which is noted', async () => {
    const { version, source: plain } = await openSource(source, editor);
    const sent = { ref: source, version, source: { ...plain, note: 'Call 13812345678' } };
    await handleUpdateSource({ ...sent, careReason: 'number of an office' }, senderOf(editor));
    await handleUpdateSource({ ref: source, version: version + 1, source: plain }, senderOf(editor));
    const back = { ref: source, version: version + 2, to: version + 1 };
    await expect(handleRestoreSource(back, senderOf(editor))).rejects.toMatchObject({
      details: { kind: 'personal-data', findings: [{ field: 'note', findings: [{ kind: 'mobile' }] }] },
    });
    await handleRestoreSource({ ...back, careReason: 'still of an office' }, senderOf(editor));
    expect((await openSourceVersions(source, editor)).entries[0]).toMatchObject({
      action: 'source.restored',
      changes: { personalData: { from: null, to: 'still of an office' } },
    });
  });
});

describe('the versions of a reported figure', () => {
  it('with what looks like personal data are restored for a reason only, which is noted', async () => {
    const { version, figure: plain } = await openFigure(figure, editor);
    const sent = { ref: figure, version, figure: { ...plain, label: 'Calls to 13812345678' } };
    await handleUpdateFigure({ ...sent, careReason: 'number of an office' }, senderOf(editor));
    await handleUpdateFigure({ ref: figure, version: version + 1, figure: plain }, senderOf(editor));
    const back = { ref: figure, version: version + 2, to: version + 1 };
    await expect(handleRestoreFigure(back, senderOf(editor))).rejects.toMatchObject({
      details: { kind: 'personal-data', findings: [{ field: 'label' }] },
    });
    await handleRestoreFigure({ ...back, careReason: 'still of an office' }, senderOf(editor));
    await handleUpdateFigure({ ref: figure, version: version + 3, figure: plain }, senderOf(editor));
    expect((await openFigureVersions(figure, editor)).entries[1]).toMatchObject({
      action: 'figure.restored',
      changes: { personalData: { from: null, to: 'still of an office' } },
    });
  });

  it('can each be made the present one, as a new version, until it is deleted', async () => {
    const { version, figure: before } = await openFigure(figure, editor);
    const after = { ...before, value: 7.5, bound: 'about', to: null, placeId: null };
    await handleUpdateFigure({ ref: figure, version, figure: after }, senderOf(editor));
    const back = { ref: figure, version: version + 1, to: version };
    await expect(refused(() => handleRestoreFigure(back, senderOf(coder)))).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await handleRestoreFigure(back, senderOf(editor))).toMatchObject({
      version: version + 2,
    });
    expect((await openFigure(figure, editor)).figure).toEqual(before);
    const { entries } = await openFigureVersions(figure, editor);
    expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['figure.restored', 'figure.changed']);
    await handleDeleteFigure({ ref: figure, version: version + 2, reason: 'misread' }, senderOf(editor));
    await expect(
      handleRestoreFigure({ ...back, version: version + 3 }, senderOf(editor)),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
