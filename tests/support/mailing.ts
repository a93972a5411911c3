import { Pool } from 'pg';
import { afterAll, afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';
import { handleInvite } from '@/lib/accounts/link-requests';
import type { MadeAnswer } from '@/lib/accounts/types';
import type { Sender } from '@/lib/http/write';
import type { Locale } from '@/lib/i18n/locale';
import { addAccount } from './accounts';
import { startMailServer } from './mail-server';

/** To whom links are mailed in tests; stands nowhere else. */
export const to = 'zqcanary@recipient.example';

/** Under which address Daybook is reached, as it is set. */
export const site = 'https://daybook.example';

const note = 'a note that is kept';

/** An admin who asks by a page at an address that whoever sends a request may choose. */
export async function adminSender(pool: Pool, locale: Locale = 'en'): Promise<Sender> {
  const { id } = await addAccount(pool, 'admin');
  const viewer = { kind: 'account', id, name: 'Test admin', role: 'admin' } as const;
  return { viewer, locale, origin: 'https://asked.example', headers: new Headers(), reply: new Headers() };
}

/** Makes an invitation as the page does. */
export const inviteBy = async (sender: Sender, more: object = { sendTo: to }): Promise<MadeAnswer> =>
  (await handleInvite({ role: 'coder', note, ...more }, sender)) as MadeAnswer;

export const tokenIn = (text: string): string => /\/link\/([\w-]{43})$/m.exec(text)?.[1] ?? '';

/** Takes down what is said to the console, instead of saying it. */
function listen(): string[] {
  const said: string[] = [];
  for (const kind of ['log', 'warn', 'error'] as const) {
    const spy: MockInstance = vi.spyOn(console, kind);
    spy.mockImplementation((...what: unknown[]) => void said.push(what.map(String).join(' ')));
  }
  return said;
}

/** That neither the log nor any row of any table says to whom a link was mailed. */
export async function expectKeptNowhere(pool: Pool, logged: string[]): Promise<void> {
  const { rows } =
    await pool.query(`SELECT query_to_xml(format('SELECT * FROM %I.%I', table_schema, table_name),
      true, false, '')::text AS text FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`);
  const kept = rows.map(({ text }) => text).join('\n');
  expect(kept).toContain(note);
  for (const where of [kept, logged.join('\n')]) expect(where).not.toMatch(/zqcanary|recipient\.example/i);
}

/**
 * What a test file of mails needs: a pool, what was logged in the present test, settings of its own (`own` is what the
 * file puts over the environment), and mail servers that are stopped after each test.
 */
export function mailWorld(own: Record<string, string | undefined>) {
  const pool = new Pool({ connectionString: process.env.DATABASE_ADMIN_URL, max: 4 });
  const stops: (() => unknown)[] = [];
  let logged: string[] = [];
  beforeEach(() => {
    logged = listen();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const stop of stops.splice(0)) await stop();
  });
  afterAll(() => pool.end());
  return {
    pool,
    stops,
    logged: () => logged,
    use: (server: string) =>
      Object.assign(own, {
        DAYBOOK_SMTP_URL: server,
        DAYBOOK_MAIL_FROM: 'daybook@mail.example',
        DAYBOOK_ORIGIN: `${site}/`,
      }),
    serve: async (options?: Parameters<typeof startMailServer>[0]) => {
      const server = await startMailServer(options);
      stops.push(server.stop);
      return server;
    },
  };
}
