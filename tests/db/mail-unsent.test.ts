import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { findOpenLink } from '@/lib/accounts/queries';
import { type MadeAnswer, mailsAnHour } from '@/lib/accounts/types';
import { sendMail } from '@/lib/mail/send';
import { startMailServer } from '../support/mail-server';
import { adminSender, expectKeptNowhere, inviteBy, mailWorld, site, to, tokenIn } from '../support/mailing';

const own = vi.hoisted((): Record<string, string | undefined> => ({}));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof import('@/lib/env')>();
  return { ...real, env: () => ({ ...real.env(), ...own }) };
});

const { pool, stops, logged, use, serve } = mailWorld(own);

describe('a mail that can’t be sent', () => {
  const expectMade = async ({ link, mail }: MadeAnswer, expected = 'failed') => {
    expect(mail).toBe(expected);
    expect(await findOpenLink(tokenIn(link))).toMatchObject({ kind: 'invitation', role: 'coder' });
    await expectKeptNowhere(pool, logged());
  };

  it('leaves the link where nobody listens', async () => {
    const { port, stop } = await startMailServer();
    await stop();
    use(`smtps://user:hunter2@127.0.0.1:${port}`);
    await expectMade(await inviteBy(await adminSender(pool)));
    expect(logged().join('\n')).toMatch(/^A mail could not be sent \(ESOCKET ECONNREFUSED\)\.$/m);
    expect(logged().join('\n')).not.toContain('hunter2');
  });

  it('leaves the link where the certificate is nobody’s, and says neither password nor address', async () => {
    const server = await serve({ secure: true });
    use(`smtps://user:hunter2@127.0.0.1:${server.port}`);
    await expectMade(await inviteBy(await adminSender(pool)));
    expect(logged().at(-1)).toMatch(/^A mail could not be sent \(ESOCKET [A-Z_]*CERT[A-Z_]*\)\.$/);
    expect(server.said).toEqual([]);
  });

  it('leaves the link where a server elsewhere has no TLS, and says neither password nor address', async () => {
    const server = await serve({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    // Reaches this machine under an address that is not known to be its own.
    use(`smtp://user:hunter2@0.0.0.0:${server.port}`);
    await expectMade(await inviteBy(await adminSender(pool)));
    expect(logged().at(-1)).toBe('A mail could not be sent (ETLS 500).');
    expect(server.said).toEqual([]);
  });

  it('leaves the link where the server refuses the address and repeats it', async () => {
    const server = await serve({
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => done(new Error(`no ${address}, zqcanary is unknown`)),
    });
    use(`smtp://127.0.0.1:${server.port}`);
    await expectMade(await inviteBy(await adminSender(pool)));
    expect(logged()).toEqual(['A mail could not be sent (EENVELOPE 550).']);
  });

  it('is given up when the server says nothing', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    stops.push(() => silent.close());
    const server = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const begun = Date.now();
    const mail = { to, subject: 'x', text: 'x', lang: 'en-GB' };
    expect(await sendMail({ server, from: 'daybook@mail.example', site }, mail, 300)).toBe(false);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(logged()).toEqual(['A mail could not be sent (EABORT).']);
  });

  it('is one beyond the limit of an account, also when all are asked for at once; others may go on', async () => {
    const server = await serve({ disabledCommands: ['STARTTLS'] });
    use(`smtp://127.0.0.1:${server.port}`);
    const sender = await adminSender(pool);
    const made = await Promise.all(Array.from({ length: mailsAnHour + 2 }, () => inviteBy(sender)));
    const over = made.filter(({ mail }) => mail === 'limit');
    expect(over).toHaveLength(2);
    expect(server.got).toHaveLength(mailsAnHour);
    for (const one of over) await expectMade(one, 'limit');
    expect((await inviteBy(await adminSender(pool))).mail).toBe('sent');
  });
});
