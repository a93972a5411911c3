import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { handleApplyAct, handlePreviewAct, handleUndoAct } from '@/lib/coding/acts';
import { listActs } from '@/lib/incidents/acts/entries/queries';
import { seed } from '@/prisma/seed/seed';
import { addViewer, senderOf } from '../support/editing';
import { addMadeUpDataset } from '../support/incidents';

let pool: Pool;
let editor: Viewer;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  editor = await addViewer(pool, 'editor');
});
afterAll(() => pool.end());

const preview = (of: object, act: object) => handlePreviewAct({ of, act }, senderOf(editor));
const apply = (of: object, act: object, digest: string) =>
  handleApplyAct({ of, act, digest }, senderOf(editor));
const undo = (id: string) => handleUndoAct({ id }, senderOf(editor));
const wages = { kind: 'retag', add: { issues: ['layoffs'] }, remove: { issues: ['wage-arrears'] } };

it('twenty thousand records change and change back in seconds', async () => {
  const dataset = await addMadeUpDataset(pool);
  await pool.query(
    `INSERT INTO incidents (id, ref, dataset_id, title, summary, type, starts_on, ends_on, date_precision, place_id,
        place_precision, issues, status)
      SELECT gen_random_uuid(), ds.slug || '-' || n, ds.id, 'Strike number ' || md5(n::text), 'Workers stood before the gate of a factory.',
        'strike', '2019-05-01', '2019-05-01', 'day', '440883', 'county', '{wage-arrears}', 'draft'
      FROM datasets ds, generate_series(1, 20000) n WHERE ds.slug = $1`,
    [dataset],
  );
  const all = { query: `dataset=${dataset}&status=draft~published` };
  const times: Record<string, number> = {};
  const timed = async <Result>(name: string, work: () => Promise<Result>) => {
    const start = Date.now();
    const result = await work();
    times[name] = Date.now() - start;
    return result;
  };
  const { digest, changing } = await timed('preview', () => preview(all, { kind: 'publish' }));
  expect(changing).toBe(20_000);
  const { id, changed } = await timed('publish', () => apply(all, { kind: 'publish' }, digest));
  expect(changed).toBe(20_000);
  const tag = await timed('preview of codes', () => preview(all, wages));
  await timed('codes', () => apply(all, wages, tag.digest));
  await expect(undo(id)).rejects.toMatchObject({ code: 'conflict' });
  const [last] = await listActs(editor);
  await timed('undo', () => undo(last?.id ?? ''));
  if (process.env.TIMES) console.log(times);
  expect(Math.max(...Object.values(times))).toBeLessThan(60_000);
}, 300_000);
