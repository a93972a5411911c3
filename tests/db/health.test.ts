import { afterAll, expect, test } from 'vitest';
import { closeHealth, databaseAnswers, healthLimits } from '@/lib/db/health';
import { withClient } from '@/lib/db/postgres/roles';
import { readyResponse } from '@/lib/http/ready';

const admin = () => process.env.DATABASE_ADMIN_URL ?? '';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

afterAll(closeHealth);

test('a database that answers is asked once for many questions', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, databaseAnswers));
  expect(answers.every(Boolean)).toBe(true);
  const asking = await withClient(admin(), (client) =>
    client.query(
      `SELECT FROM pg_stat_activity WHERE application_name = 'daybook-health' AND datname = current_database()`,
    ),
  );
  expect(asking.rowCount).toBe(1);
  const ready = await readyResponse();
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok' }]);
});

test('a connection that is cut is noticed and made anew', async () => {
  await withClient(admin(), (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'daybook-health' AND datname = current_database()`,
    ),
  );
  await pause(healthLimits.goodFor + 100);
  expect(await databaseAnswers()).toBe(true);
});

test('a database that takes no connections does not answer, and answers again when it does', async () => {
  const name = new URL(admin()).pathname.slice(1);
  const allow = (yes: boolean) =>
    withClient(Object.assign(new URL(admin()), { pathname: '/postgres' }).href, async (client) => {
      await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${yes}`);
      if (!yes)
        await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'daybook-health' AND datname = $1`,
          [name],
        );
    });
  await allow(false);
  try {
    await pause(healthLimits.goodFor + 100);
    expect(await databaseAnswers()).toBe(false);
    const ready = await readyResponse();
    expect([ready.status, ready.headers.get('Retry-After')]).toEqual([503, '5']);
  } finally {
    await allow(true);
  }
  await pause(healthLimits.badFor + 100);
  expect(await databaseAnswers()).toBe(true);
});
