import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicViewer, stranger, type Viewer } from '@/lib/auth/viewer';
import { findPlacesByText } from '@/lib/explore/places';
import { listHistory } from '@/lib/history/queries';
import { recordId } from '@/lib/ids';
import { findNamedPlaces } from '@/lib/places/aliases/queries';
import { handleChangeAlias } from '@/lib/places/aliases/requests';
import { seed } from '@/prisma/seed/seed';
import { addViewer, refusedFields, senderOf, trailOf } from '../support/editing';

let pool: Pool;
let editor: Viewer;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  editor = await addViewer(pool, 'editor');
});
afterAll(() => pool.end());

const place = '440883';
const send = async (viewer: Viewer, act: string, alias: unknown, more = {}) =>
  handleChangeAlias({ place, act, alias, ...more }, senderOf(viewer));
const aliases = async () =>
  (await pool.query<{ aliases: string[] }>('SELECT aliases FROM places WHERE id = $1', [place])).rows[0]
    ?.aliases ?? [];

describe('another name of a place', () => {
  it('finds it at once, until it is removed; the history says who did it', async () => {
    const before = await aliases();
    const ids = async () =>
      (await findPlacesByText('Qwyxville', { viewer: publicViewer, locale: 'en' })).map(({ id }) => id);
    expect(await ids()).toEqual([]);
    expect(await send(editor, 'add', ' Qwyxville ', { reason: 'as a paper prints it' })).toEqual({
      aliases: [...before, 'Qwyxville'],
    });
    expect(await ids()).toEqual([place]);
    expect(await findNamedPlaces('qwyxville', publicViewer)).toMatchObject([
      { by: 'alias', aliases: [...before, 'Qwyxville'] },
    ]);
    await send(editor, 'remove', 'Qwyxville');
    expect(await ids()).toEqual([]);
    expect(await aliases()).toEqual(before);
    expect(await trailOf(pool, recordId('place', place))).toEqual([
      {
        version: 2,
        action: 'place.alias-added',
        actor_name: 'Test editor',
        reason: 'as a paper prints it',
        changes: { aliases: { from: before, to: [...before, 'Qwyxville'] } },
      },
      expect.objectContaining({ version: 3, action: 'place.alias-removed', reason: null }),
    ]);
    const none = { type: 'place', action: null, who: null, from: null, to: null };
    expect((await listHistory(editor, none, null)).entries[0]).toMatchObject({
      ref: place,
      title: 'Wuchuan',
      titleZh: '吴川市',
    });
  });

  it('is an editor’s', async () => {
    for (const role of ['reader', 'coder'] as const)
      await expect(send(await addViewer(pool, role), 'add', 'X')).rejects.toMatchObject({
        code: 'forbidden',
      });
    for (const viewer of [publicViewer, stranger])
      await expect(send(viewer, 'add', 'X')).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(findNamedPlaces('wuchuan', stranger)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is refused where the place is called so already, is not called so, or is none', async () => {
    for (const known of ['WUCHUAN', '吴川市'])
      expect(await refusedFields(send(editor, 'add', known))).toEqual(['alias']);
    await expect(send(editor, 'remove', 'No such name')).rejects.toMatchObject({ code: 'not-found' });
    await expect(send(editor, 'add', 'X', { place: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' });
    for (const alias of ['', '  ', 'a\u0007b', 'x'.repeat(81), 5, null])
      expect(await refusedFields(send(editor, 'add', alias))).toEqual(['alias']);
    expect(await refusedFields(send(editor, 'rename', 'X'))).toEqual(['act']);
    expect(await refusedFields(send(editor, 'add', 'X', { nameEn: 'Y' }))).toEqual(['body']);
  });

  it('is kept when several are added at once', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `Togethername ${n}`);
    await Promise.all(names.map((name) => send(editor, 'add', name)));
    expect(await aliases()).toEqual(expect.arrayContaining(names));
    for (const name of names) await send(editor, 'remove', name);
  });
});
