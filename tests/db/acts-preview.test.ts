import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { handlePreviewAct } from '@/lib/coding/acts';
import { openRows } from '@/lib/explore/rows';
import { listActs } from '@/lib/incidents/acts/entries/queries';
import { applyAct } from '@/lib/incidents/acts/mutations';
import { previewAct } from '@/lib/incidents/acts/queries';
import { editInputs } from '@/lib/incidents/edit/input';
import { stepIncident, updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import { seed } from '@/prisma/seed/seed';
import { actsOf, wages } from '../support/acts';
import { addViewer, senderOf } from '../support/editing';

let pool: Pool;
let editor: Viewer;
let coder: Viewer;
let { preview, apply, both, undo, drafts, rowsOf }: ReturnType<typeof actsOf> = {} as never;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  [coder, editor] = [await addViewer(pool, 'coder'), await addViewer(pool, 'editor')];
  ({ preview, apply, both, undo, drafts, rowsOf } = actsOf(pool, editor));
});
afterAll(() => pool.end());

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
      await expect(handlePreviewAct(body, senderOf(editor))).rejects.toMatchObject({ code: 'invalid' });
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
