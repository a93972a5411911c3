import { describe, expect, it, vi } from 'vitest';
import { handlePasswordLink } from '@/lib/accounts/link-requests';
import { choosePassword, makeAccount } from '@/lib/accounts/links/mutations';
import { transaction } from '@/lib/db/write';
import { addAccount, testPassword } from '../support/accounts';
import { adminSender, expectKeptNowhere, inviteBy, mailWorld, site, to, tokenIn } from '../support/mailing';

const own = vi.hoisted((): Record<string, string | undefined> => ({}));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof import('@/lib/env')>();
  return { ...real, env: () => ({ ...real.env(), ...own }) };
});

const { pool, logged, use, serve } = mailWorld(own);

describe('a link that is mailed', () => {
  it('arrives as plain text under the address that is set, works once, and nobody keeps to whom it went', async () => {
    const server = await serve({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    use(`smtp://a%40b:p%2Fq@127.0.0.1:${server.port}`);
    const made = await inviteBy(await adminSender(pool));
    expect(made.mail).toBe('sent');
    expect(server.got).toHaveLength(1);
    const [{ from, to: all, head, text } = { from: '', to: [], head: '', text: '' }] = server.got;
    expect(server.said).toEqual(['AUTH a@b', 'MAIL daybook@mail.example']);
    expect([from, all]).toEqual(['daybook@mail.example', [to]]);
    expect(head).toMatch(/^From: Daybook <daybook@mail\.example>$/m);
    expect(head).toMatch(/^Content-Type: text\/plain/m);
    expect(head).toMatch(/^Subject: An invitation to Daybook$/m);
    expect(head).not.toMatch(/nodemailer|multipart|^(bcc|cc):/im);
    const token = tokenIn(text);
    expect(text).toContain(`\n${site}/link/${token}\n`);
    expect(text).not.toContain('asked.example');
    expect(made.link).toContain(token);
    const wanted = { token, login: 'mailed', name: 'Mailed', password: testPassword };
    expect(await transaction((db) => makeAccount(db, wanted))).toMatch(/^[0-9a-f-]{36}$/);
    expect(await transaction((db) => makeAccount(db, { ...wanted, login: 'mailed-2' }))).toBeNull();
    await expectKeptNowhere(pool, logged());
  });

  it('for a new password is in the language of the admin', async () => {
    const server = await serve({ disabledCommands: ['STARTTLS'] });
    use(`smtp://127.0.0.1:${server.port}`);
    const { id } = await addAccount(pool, 'editor');
    const made = await handlePasswordLink({ id, sendTo: to }, await adminSender(pool, 'zh'));
    expect(made).toMatchObject({ mail: 'sent' });
    const text = server.got[0]?.text ?? '';
    expect(text).toMatch(/设置新密码[\s\S]*24 小时/);
    const chosen = { token: tokenIn(text), password: 'nine quiet lamps burn' };
    expect(await transaction((db) => choosePassword(db, chosen))).toBe(id);
    await expectKeptNowhere(pool, logged());
  });

  it('is not mailed where no address is given', async () => {
    const server = await serve();
    use(`smtp://127.0.0.1:${server.port}`);
    expect(await inviteBy(await adminSender(pool), { sendTo: '' })).not.toHaveProperty('mail');
    expect(server.got).toEqual([]);
  });
});

describe('without a setting', () => {
  it.each(['DAYBOOK_SMTP_URL', 'DAYBOOK_MAIL_FROM', 'DAYBOOK_ORIGIN'])(
    'no address is taken, and no link made (%s)',
    async (missing) => {
      const server = await serve();
      use(`smtp://127.0.0.1:${server.port}`);
      own[missing] = undefined;
      const links = () => pool.query('SELECT count(*)::int AS n FROM account_links');
      const before = (await links()).rows;
      const sender = await adminSender(pool);
      await expect((async () => inviteBy(sender))()).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ field: 'sendTo', value: '' }],
      });
      expect((await links()).rows).toEqual(before);
      expect(server.got).toEqual([]);
      expect(await inviteBy(sender, {})).toEqual({
        link: expect.stringMatching(/^https:\/\/asked\.example\/link\//),
      });
    },
  );
});
