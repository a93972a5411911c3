import { Secret, TOTP } from 'otpauth';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePassword, invite, makeAccount, makePasswordLink } from '@/lib/accounts/links/mutations';
import {
  beginSecondFactor,
  changeAccount,
  confirmSecondFactor,
  setOwnPassword,
} from '@/lib/accounts/mutations';
import { makeFirstLink } from '@/lib/accounts/new-link/mutations';
import { findOpenLink, getOwnAccount, listAccounts } from '@/lib/accounts/queries';
import { endOwnSessions } from '@/lib/accounts/sessions/mutations';
import { type Browser, signIn } from '@/lib/accounts/sign-in';
import { readSession } from '@/lib/auth/queries';
import { hashToken } from '@/lib/auth/tokens';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { transaction } from '@/lib/db/write';
import { addAccount, addLink, type TestAccount, testPassword } from '../support/accounts';

let pool: Pool;

beforeAll(() => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
});
afterAll(() => pool.end());

const viewerOf = ({ id, role }: TestAccount): Viewer => ({ kind: 'account', id, name: `Test ${role}`, role });
let addresses = 0;
/** A browser that nobody has seen, at an address of its own. */
const browser = (own: Partial<Browser> = {}): Browser => ({
  address: `198.51.100.${++addresses}`,
  words: 'Firefox on Linux',
  session: null,
  device: null,
  ...own,
});
const tokensOf = async (login: string, password: string, from = browser(), code?: string) => {
  const done = await signIn({ login, password, code }, from, 'en');
  if (!('tokens' in done)) throw new Error('a code is asked for');
  return done.tokens;
};
const trail = async (id: string) =>
  (
    await pool.query(
      'SELECT action, version, actor_role, changes FROM changes WHERE subject_id = $1 ORDER BY version',
      [id],
    )
  ).rows;

describe('the first account', () => {
  it('is made by the newest link, once, as an admin who is noted in the history', async () => {
    const first = await transaction(makeFirstLink);
    const second = await transaction(makeFirstLink);
    if (!first || !second) throw new Error('there is an account already');
    expect(await findOpenLink(first)).toBeNull();
    expect(await findOpenLink(second)).toMatchObject({ kind: 'first', role: 'admin' });
    const wanted = { token: second, login: 'owner', name: 'The owner', password: testPassword };
    const made = await Promise.allSettled([1, 2].map(() => transaction((db) => makeAccount(db, wanted))));
    const ids = made.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
    expect(ids).toHaveLength(1);
    expect(await transaction(makeFirstLink)).toBeNull();
    expect(await trail(ids[0] ?? '')).toEqual([
      {
        action: 'account.created',
        version: 1,
        actor_role: 'admin',
        changes: { role: { from: null, to: 'admin' } },
      },
    ]);
  });
});

describe('signing in', () => {
  it('gives a new token each time, of which the database keeps the hash only, and ends the session before', async () => {
    const { login, password, id } = await addAccount(pool, 'coder');
    const one = await tokensOf(login, password);
    const two = await tokensOf(login, password, browser({ session: hashToken(one.session) }));
    expect(two.session).not.toBe(one.session);
    expect(await readSession(hashToken(one.session))).toBeNull();
    expect(await readSession(hashToken(two.session))).toMatchObject({ id, role: 'coder' });
    const { rows } = await pool.query(
      "SELECT * FROM sessions UNION ALL SELECT id, account_id, '', seen_at, seen_at FROM known_devices",
    );
    expect(JSON.stringify(rows)).not.toContain(two.session);
    expect(JSON.stringify(rows)).not.toContain(two.device);
  });

  it('says the same of a wrong password and of a login that there is not', async () => {
    const { login } = await addAccount(pool, 'reader');
    const say = (name: string) =>
      signIn({ login: name, password: 'wrong' }, browser(), 'en').catch(({ code, message }) => ({
        code,
        message,
      }));
    expect(await say(login)).toEqual(await say('nobody-at-all'));
    expect(await say(login)).toMatchObject({ code: 'unauthenticated' });
  });

  it('is refused to a closed account, whose sessions end', async () => {
    const [admin, other] = [await addAccount(pool, 'admin'), await addAccount(pool, 'editor')];
    await changeAccount(viewerOf(admin), { id: other.id, version: 1, closed: true });
    expect(await readSession(hashToken(other.token))).toBeNull();
    await expect(tokensOf(other.login, other.password)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('asks for the code of a second factor after the password, and takes no code twice', async () => {
    const account = await addAccount(pool, 'editor');
    const viewer = viewerOf(account);
    const { typed } = await beginSecondFactor(viewer);
    const totp = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) });
    expect(await confirmSecondFactor(viewer, '000000', null)).toBe(false);
    expect(await confirmSecondFactor(viewer, totp.generate(), null)).toBe(true);
    expect(await signIn({ login: account.login, password: account.password }, browser(), 'en')).toEqual({
      needs: 'code',
    });
    await expect(tokensOf(account.login, account.password, browser(), totp.generate())).rejects.toMatchObject(
      {
        code: 'unauthenticated',
      },
    );
    const next = totp.generate({ timestamp: Date.now() + 30_000 });
    expect(await tokensOf(account.login, account.password, browser(), next)).toHaveProperty('session');
    const { rows } = await pool.query('SELECT totp_key FROM accounts WHERE id = $1', [account.id]);
    expect(rows[0].totp_key).not.toContain(typed.replaceAll(' ', ''));
  });
});

describe('wrong tries', () => {
  const wrong = (login: string, from: Browser) =>
    signIn({ login, password: 'wrong' }, from, 'en').then(
      () => 'in',
      ({ code }: { code: string }) => code,
    );

  it('a hundred at once from many addresses: ten are looked at, the rest must wait, and the owner gets in meanwhile', async () => {
    const account = await addAccount(pool, 'admin');
    const { device } = await tokensOf(account.login, account.password);
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => wrong(account.login, browser())));
    const looked = outcomes.filter((one) => one === 'unauthenticated').length;
    // The pause after the third comes before the tenth.
    expect(looked).toBeGreaterThanOrEqual(3);
    expect(looked).toBeLessThanOrEqual(10);
    expect(outcomes.filter((one) => one === 'too-many')).toHaveLength(100 - looked);
    await expect(tokensOf(account.login, account.password)).rejects.toMatchObject({
      code: 'too-many',
      retryAfter: expect.any(Number),
    });
    expect(
      await tokensOf(account.login, account.password, browser({ device: hashToken(device) })),
    ).toHaveProperty('session');
  });

  it('one address against many accounts is stopped after twenty', async () => {
    const { address } = browser();
    const outcomes: string[] = [];
    for (let n = 0; n < 25; n += 1) outcomes.push(await wrong(`somebody-${n}`, browser({ address })));
    expect(outcomes.filter((one) => one === 'unauthenticated')).toHaveLength(20);
    expect(outcomes.slice(20)).toEqual(Array(5).fill('too-many'));
  });

  it('are forgotten after a quarter of an hour', async () => {
    const account = await addAccount(pool, 'coder');
    for (let n = 0; n < 5; n += 1) await wrong(account.login, browser());
    await expect(tokensOf(account.login, account.password)).rejects.toMatchObject({ code: 'too-many' });
    await pool.query(`UPDATE sign_in_tries SET at = at - interval '16 minutes'`);
    expect(await tokensOf(account.login, account.password)).toHaveProperty('session');
  });

  it('keep neither login nor address', async () => {
    await wrong('some-login', browser({ address: '203.0.113.77' }));
    const { rows } = await pool.query('SELECT * FROM sign_in_tries');
    expect(JSON.stringify(rows)).not.toMatch(/some-login|203\.0\.113/);
  });
});

describe('sessions', () => {
  it('end unused after the time of the role, and after twelve hours in any case', async () => {
    const [reader, editor] = [await addAccount(pool, 'reader'), await addAccount(pool, 'editor')];
    const set = (account: TestAccount, column: string, ago: string) =>
      pool.query(`UPDATE sessions SET ${column} = now() - interval '${ago}' WHERE account_id = $1`, [
        account.id,
      ]);
    for (const account of [reader, editor]) await set(account, 'seen_at', '29 minutes');
    expect(await readSession(hashToken(editor.token))).not.toBeNull();
    for (const account of [reader, editor]) await set(account, 'seen_at', '31 minutes');
    expect(await readSession(hashToken(editor.token))).toBeNull();
    expect(await readSession(hashToken(reader.token))).not.toBeNull();
    await set(reader, 'created_at', '12 hours 1 minute');
    expect(await readSession(hashToken(reader.token))).toBeNull();
  });

  it('end with a change of role, of password, and when one signs out everywhere', async () => {
    const [admin, a, b, c] = await Promise.all(
      (['admin', 'coder', 'coder', 'coder'] as const).map((role) => addAccount(pool, role)),
    );
    if (!admin || !a || !b || !c) throw new Error('no accounts');
    await changeAccount(viewerOf(admin), { id: a.id, version: 1, role: 'editor' });
    await transaction((db) => setOwnPassword(db, viewerOf(b), 'nine quiet lamps burn'));
    await endOwnSessions(viewerOf(c), null);
    for (const { token } of [a, b, c]) expect(await readSession(hashToken(token))).toBeNull();
    expect(await tokensOf(b.login, 'nine quiet lamps burn')).toHaveProperty('session');
    await expect(tokensOf(b.login, b.password)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('of somebody else can’t be ended', async () => {
    const [mine, other] = [await addAccount(pool, 'coder'), await addAccount(pool, 'coder')];
    await expect(endOwnSessions(viewerOf(mine), hashToken(other.token))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await readSession(hashToken(other.token))).not.toBeNull();
    expect((await getOwnAccount(viewerOf(other))).sessions).toHaveLength(1);
  });
});

describe('links', () => {
  it('of an invitation make one account of the role that the admin chose', async () => {
    const admin = await addAccount(pool, 'admin');
    const token = await invite(viewerOf(admin), { role: 'coder', note: 'for the desk' });
    expect((await listAccounts(viewerOf(admin))).invitations).toContainEqual(
      expect.objectContaining({ role: 'coder', note: 'for the desk' }),
    );
    const wanted = { token, login: 'desk', name: 'Desk', password: testPassword };
    const id = await transaction((db) => makeAccount(db, wanted));
    expect(await transaction((db) => makeAccount(db, { ...wanted, login: 'desk-2' }))).toBeNull();
    const { accounts } = await listAccounts(viewerOf(admin));
    expect(accounts.find((one) => one.id === id)).toMatchObject({
      login: 'desk',
      role: 'coder',
      closedAt: null,
    });
  });

  it('stay open when the login is taken, and can’t be used once expired', async () => {
    const taken = await addAccount(pool, 'reader');
    const token = (await addLink(pool, { kind: 'invitation', role: 'reader' })).slice('/link/'.length);
    const wanted = { token, login: taken.login, name: 'Second', password: testPassword };
    await expect(transaction((db) => makeAccount(db, wanted))).rejects.toMatchObject({ code: 'conflict' });
    expect(await findOpenLink(token)).not.toBeNull();
    const late = (await addLink(pool, { kind: 'invitation', role: 'reader' }, { expired: true })).slice(
      '/link/'.length,
    );
    expect(await transaction((db) => makeAccount(db, { ...wanted, token: late, login: 'late' }))).toBeNull();
  });

  it('stay open when they are used for what they are not', async () => {
    const other = await addAccount(pool, 'reader');
    const tokenOf = async (link: Parameters<typeof addLink>[1]) =>
      (await addLink(pool, link)).slice('/link/'.length);
    const invitation = await tokenOf({ kind: 'invitation', role: 'coder' });
    const reset = await tokenOf({ kind: 'new-password', accountId: other.id });
    const wanted = { token: reset, login: 'not-so', name: 'Not so', password: testPassword };
    expect(await transaction((db) => makeAccount(db, wanted))).toBeNull();
    expect(
      await transaction((db) => choosePassword(db, { token: invitation, password: testPassword })),
    ).toBeNull();
    for (const token of [invitation, reset]) expect(await findOpenLink(token)).not.toBeNull();
  });

  it('for a new password end all sessions, and only the newest counts', async () => {
    const [admin, other] = [await addAccount(pool, 'admin'), await addAccount(pool, 'editor')];
    const old = await makePasswordLink(viewerOf(admin), other.id);
    const token = await makePasswordLink(viewerOf(admin), other.id);
    const password = 'nine quiet lamps burn';
    expect(await transaction((db) => choosePassword(db, { token: old, password }))).toBeNull();
    expect(await transaction((db) => choosePassword(db, { token, password }))).toBe(other.id);
    expect(await readSession(hashToken(other.token))).toBeNull();
    expect(await tokensOf(other.login, password)).toHaveProperty('session');
  });
});

describe('keeping accounts', () => {
  it('is for admins alone', async () => {
    for (const viewer of [publicViewer, viewerOf(await addAccount(pool, 'editor'))]) {
      const code = viewer === publicViewer ? 'unauthenticated' : 'forbidden';
      await expect(listAccounts(viewer)).rejects.toMatchObject({ code });
      await expect((async () => invite(viewer, { role: 'admin', note: null }))()).rejects.toMatchObject({
        code,
      });
      await expect(
        changeAccount(viewer, { id: crypto.randomUUID(), version: 1, closed: true }),
      ).rejects.toMatchObject({ code });
    }
  });

  it('refuses a change of what was changed meanwhile', async () => {
    const [admin, other] = [await addAccount(pool, 'admin'), await addAccount(pool, 'reader')];
    await changeAccount(viewerOf(admin), { id: other.id, version: 1, role: 'coder' });
    await expect(
      changeAccount(viewerOf(admin), { id: other.id, version: 1, role: 'editor' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect((await trail(other.id)).map(({ changes }) => changes)).toEqual([
      { role: { from: 'reader', to: 'coder' } },
    ]);
  });

  it('leaves one admin who can sign in, though two close each other at once', async () => {
    await pool.query(`UPDATE accounts SET role = 'editor' WHERE role = 'admin'`);
    const [a, b] = [await addAccount(pool, 'admin'), await addAccount(pool, 'admin')];
    const done = await Promise.allSettled([
      changeAccount(viewerOf(a), { id: b.id, version: 1, closed: true }),
      changeAccount(viewerOf(b), { id: a.id, version: 1, role: 'reader' }),
    ]);
    expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const { rows } = await pool.query(`SELECT FROM accounts WHERE role = 'admin' AND closed_at IS NULL`);
    expect(rows).toHaveLength(1);
  });
});
