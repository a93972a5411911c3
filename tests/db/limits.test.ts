import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { noteExport } from '@/lib/exports/mutations';
import { listHistory } from '@/lib/history/queries';
import { hourly, takeHourlyTurn } from '@/lib/http/limits';
import { seed } from '@/prisma/seed/seed';
import { addAccount } from '../support/accounts';

let pool: Pool;
let admin: Viewer;
let coder: Viewer;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
  await seed(pool);
  const viewer = async (role: 'coder' | 'admin'): Promise<Viewer> => {
    const { id } = await addAccount(pool, role);
    return { kind: 'account', id, name: `Test ${role}`, role };
  };
  [admin, coder] = [await viewer('admin'), await viewer('coder')];
});
afterAll(() => pool.end());

const from = (address: string) => new Headers({ 'x-forwarded-for': address });
const ask = (viewer: Viewer, address: string) =>
  takeHourlyTurn('export', { viewer, headers: from(address), locale: 'en' });

describe('files of records', () => {
  it('are given to one visitor so many times an hour and not once more, also when all are asked for at once', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: hourly.export + 15 }, () => ask(publicViewer, '192.0.2.7')),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(15);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ code: 'too-many' });
      expect(reason.retryAfter).toBeGreaterThan(0);
      expect(reason.retryAfter).toBeLessThanOrEqual(3_600);
    }
    // Neither another visitor nor an account pays for it.
    await ask(publicViewer, '192.0.2.8');
    await ask(coder, '192.0.2.7');
  });

  it('stand in the history with filter and number, for admins alone', async () => {
    await noteExport(publicViewer, { format: 'csv', query: '?type=petition', count: 3 });
    await noteExport(coder, { format: 'zip', query: '', count: 8 });
    const filter = { type: 'export', action: null, who: null, from: null, to: null };
    const { entries } = await listHistory(admin, filter, null);
    expect(
      entries.map(({ action, actorName, changes }) => [
        action,
        actorName,
        changes.filter?.to,
        changes.count?.to,
      ]),
    ).toEqual([
      ['export.zip', 'Test coder', '', 8],
      ['export.csv', 'visitor', '?type=petition', 3],
    ]);
    expect((await listHistory(coder, filter, null)).entries).toEqual([]);
  });
});
