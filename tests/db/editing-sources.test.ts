import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { listHistory } from '@/lib/history/queries';
import { recordId } from '@/lib/ids';
import { type FigureInput, figureInputs, type SourceInput, sourceInputs } from '@/lib/sources/edit/input';
import { createSource, updateSource } from '@/lib/sources/edit/mutations';
import { openFigure, openSource } from '@/lib/sources/edit/queries';
import {
  handleCreateFigure,
  handleCreateSource,
  handleDeleteFigure,
  handleUpdateSource,
} from '@/lib/sources/edit/requests';
import type { EditedFigure, EditedSource } from '@/lib/sources/edit/types';
import { createFigure, deleteFigure, updateFigure } from '@/lib/sources/figures/mutations';
import { getSource, listAllFigures } from '@/lib/sources/queries';
import { seed } from '@/prisma/seed/seed';
import { addViewer, refusedFields, senderOf, trailOf } from '../support/editing';

let pool: Pool;
let coder: Viewer;
let editor: Viewer;
let reader: Viewer;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  reader = await addViewer(pool, 'reader');
  coder = await addViewer(pool, 'coder');
  editor = await addViewer(pool, 'editor');
});
afterAll(() => pool.end());

const source = (own: Partial<EditedSource> = {}): EditedSource => ({
  outlet: 'The Évening Paper',
  headline: 'On the strike at the mill',
  headlineZh: null,
  publishedOn: '2020-03-04',
  url: 'https://paper.example/strike?id=1#top',
  archiveUrl: null,
  kind: 'news-report',
  language: 'en',
  note: null,
  ...own,
});
const figure = (own: Partial<EditedFigure> = {}): EditedFigure => ({
  dataset: 'zhanjiang-log',
  metric: 'incidents:petition',
  label: 'Petitions in a year',
  labelZh: null,
  value: 66.55,
  bound: 'about',
  unit: 'percent',
  placeId: '440800',
  from: '2019-01-01',
  to: null,
  printed: 'two thirds',
  source: 'epoch-times-2020-10-22',
  locator: '¶2',
  ...own,
});
const create = (viewer: Viewer, one = source(), more = {}) =>
  createSource(viewer, sourceInputs.create.parse({ source: one, ...more }) as SourceInput<'create'>);
const update = (viewer: Viewer, ref: string, version: number, one: EditedSource, more = {}) =>
  updateSource(viewer, sourceInputs.update.parse({ ref, version, source: one, ...more }));
const createF = (viewer: Viewer, one = figure()) =>
  createFigure(viewer, figureInputs.create.parse({ figure: one }) as FigureInput<'create'>);
const updateF = (viewer: Viewer, ref: string, version: number, one: EditedFigure) =>
  updateFigure(viewer, figureInputs.update.parse({ ref, version, figure: one }));
const deleteF = (viewer: Viewer, ref: string, version: number) =>
  deleteFigure(viewer, figureInputs.delete.parse({ ref, version, reason: 'misread' }));
const refused = (work: () => Promise<unknown>) => (async () => work())();

describe('a source', () => {
  it('is made by a coder, is seen by readers once something published rests on it, and is named after outlet and day', async () => {
    const { ref, version } = await create(coder);
    expect([ref, version]).toEqual(['the-evening-paper-2020-03-04', 1]);
    expect(await getSource(ref, coder)).toMatchObject({ outlet: 'The Évening Paper' });
    await expect(getSource(ref, publicViewer)).rejects.toMatchObject({ code: 'not-found' });
    await pool.query(
      `INSERT INTO directive_claims (directive_id, ordinal, field, value, source_id, basis)
        SELECT d.id, 900, 'title', 'x', $1, 'stated' FROM directives d WHERE d.status = 'published' ORDER BY d.ref LIMIT 1`,
      [recordId('source', ref)],
    );
    expect(await getSource(ref, publicViewer)).toMatchObject({ outlet: 'The Évening Paper' });
    expect((await create(coder)).ref).toMatch(/^the-evening-paper-2020-03-04-[0-9a-f]{8}$/);
    expect((await create(coder, source({ outlet: '晚报', publishedOn: null }))).ref).toBe('source-undated');
    expect(await trailOf(pool, recordId('source', ref))).toMatchObject([
      { version: 1, action: 'source.created', actor_name: 'Test coder', changes: {} },
    ]);
  });

  it('is changed by editors only, with what each field was and became', async () => {
    const typed = source({ outlet: 'Changed Paper' });
    const { ref } = await create(coder, typed);
    const after = { ...typed, language: 'zh-hans', archiveUrl: 'http://archive.example/1' };
    await expect(refused(() => update(coder, ref, 1, after))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(refused(() => openSource(ref, coder))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(refused(() => create(reader))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(refused(() => create(publicViewer))).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await update(editor, ref, 1, after, { reason: 'found a copy' })).toMatchObject({ version: 2 });
    expect((await openSource(ref, editor)).source).toEqual({ ...after, language: 'zh-Hans' });
    expect((await trailOf(pool, recordId('source', ref)))[1]).toMatchObject({
      version: 2,
      action: 'source.changed',
      reason: 'found a copy',
      changes: {
        language: { from: 'en', to: 'zh-Hans' },
        archiveUrl: { from: null, to: 'http://archive.example/1' },
      },
    });
    await expect(update(editor, ref, 1, typed)).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'changed-meanwhile', current: { version: 2, source: { language: 'zh-Hans' } } },
    });
  });

  it('takes addresses with http and https only', async () => {
    const sent = (own: object) =>
      refusedFields(refused(() => handleCreateSource({ source: { ...source(), ...own } }, senderOf(coder))));
    for (const url of [
      'javascript:alert(1)',
      'JAVASCRIPT://x.example/%0aalert(1)',
      'data:text/html,x',
      'ftp://x.example',
      'file:///etc/passwd',
      'paper.example/strike',
      'https://',
      'https:///x',
      'https://somebody:secret@paper.example/',
      'https://paper.example/a b',
      'https://paper.example/\u0000',
      `https://paper.example/${'a'.repeat(2_000)}`,
    ])
      expect(await sent({ url }), url).toEqual(['source.url']);
    expect(await sent({ archiveUrl: 'about:blank' })).toEqual(['source.archiveUrl']);
    expect(await sent({ language: 'not a tag', kind: 'x', outlet: '' })).toEqual([
      'source.outlet',
      'source.kind',
      'source.language',
    ]);
    expect(await sent({ text: 'all of it' })).toEqual(['source']);
    expect(
      await refusedFields(
        refused(() => handleUpdateSource({ ref: 'x', version: 0, source: source() }, senderOf(editor))),
      ),
    ).toEqual(['version']);
  });

  it('does not hold what looks like personal data without a reason', async () => {
    const typed = source({ outlet: 'Careful Paper', note: 'Call 13812345678.' });
    await expect(refused(() => create(coder, typed))).rejects.toMatchObject({
      details: { kind: 'personal-data', findings: [{ field: 'note' }] },
    });
    const { ref } = await create(coder, typed, { careReason: 'number of the paper' });
    expect((await trailOf(pool, recordId('source', ref)))[0]?.changes).toEqual({
      personalData: { from: null, to: 'number of the paper' },
    });
  });
});

describe('a reported figure', () => {
  it('is made, changed and deleted by editors only; the history keeps what it was', async () => {
    for (const viewer of [coder, reader])
      await expect(refused(() => createF(viewer))).rejects.toMatchObject({ code: 'forbidden' });
    const { ref } = await createF(editor);
    expect(ref).toMatch(/^zj-incidents-petition-[0-9a-f]{8}$/);
    expect((await openFigure(ref, editor)).figure).toEqual(figure());
    expect((await listAllFigures()).map((one) => one.ref)).toContain(ref);
    await expect(refused(() => updateF(coder, ref, 1, figure()))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const after = figure({ value: 1_000_000, bound: 'at-least', dataset: null, placeId: null });
    expect(await updateF(editor, ref, 1, after)).toMatchObject({ version: 2 });
    expect((await openFigure(ref, editor)).figure).toEqual(after);
    await expect(updateF(editor, ref, 1, figure())).rejects.toMatchObject({
      details: { kind: 'changed-meanwhile', current: { version: 2 } },
    });
    await expect(refused(() => deleteF(coder, ref, 2))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteF(editor, ref, 1)).rejects.toMatchObject({ code: 'conflict' });
    await deleteF(editor, ref, 2);
    await expect(openFigure(ref, editor)).rejects.toMatchObject({ code: 'not-found' });
    const trail = await trailOf(pool, recordId('figure', ref));
    expect(trail.map(({ action, version }) => [action, version])).toEqual([
      ['figure.created', 1],
      ['figure.changed', 2],
      ['figure.deleted', 3],
    ]);
    expect(trail[2]).toMatchObject({
      reason: 'misread',
      changes: { ref: { from: ref, to: null }, value: { from: 1_000_000, to: null } },
    });
    const none = { type: 'figure', action: null, who: null, from: null, to: null };
    expect((await listHistory(coder, none, null)).entries).toHaveLength(3);
  });

  it('that was deleted does not come back with the seed', async () => {
    const [first] = await listAllFigures();
    const { version } = await openFigure(first?.ref ?? '', editor);
    await deleteF(editor, first?.ref ?? '', version);
    expect((await seed(pool)).reported_figures).toBe(0);
    expect((await listAllFigures()).map(({ ref }) => ref)).not.toContain(first?.ref);
  });

  it('says at its field what can’t be taken', async () => {
    const sent = (own: object) =>
      refusedFields(refused(() => handleCreateFigure({ figure: { ...figure(), ...own } }, senderOf(editor))));
    expect(await sent({ value: '66', bound: 'x', metric: 'In words' })).toEqual([
      'figure.metric',
      'figure.value',
      'figure.bound',
    ]);
    for (const value of [0.000_01, 1e16, null]) expect(await sent({ value })).toEqual(['figure.value']);
    expect(await sent({ from: '2020-01-02', to: '2020-01-01' })).toEqual(['figure.to']);
    expect(await sent({ source: 'no-such', placeId: '000000' })).toEqual(['placeId', 'source']);
    expect(await sent({ printed: 'a b c d e f g h i j k l m' })).toEqual(['figure.printed']);
    expect(
      await refusedFields(
        refused(() => handleDeleteFigure({ ref: 'x', version: 1, all: true }, senderOf(editor))),
      ),
    ).toEqual(['body']);
  });
});
