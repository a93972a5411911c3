import { describe, expect, it } from 'vitest';
import { accountInputs } from '@/lib/accounts/input';
import { linkMail } from '@/lib/accounts/mailing';
import { codesOf } from '@/lib/mail/send';
import { smtpOptions } from '@/lib/mail/settings';

const site = 'https://daybook.example';
const token = 'A'.repeat(43);

describe('the mail with a link', () => {
  it.each([
    ['invitation', 'en', /7 days/],
    ['invitation', 'zh', /7 天/],
    ['new-password', 'en', /24 hours/],
    ['new-password', 'zh', /24 小时/],
  ] as const)('says what it is, how long it holds and that it works once (%s, %s)', (kind, locale, term) => {
    const mail = linkMail({ kind, locale, token, to: 'one@mail.example' }, site);
    expect(mail).toMatchObject({ to: 'one@mail.example', lang: locale === 'en' ? 'en-GB' : 'zh-Hans-CN' });
    expect(mail.text.split('\n')).toContain(`${site}/link/${token}`);
    expect(mail.text).toMatch(term);
    expect(mail.text).toMatch(locale === 'en' ? /works once/ : /只能使用一次/);
    expect(mail.subject).toContain('Daybook');
    expect(mail.subject + mail.text).not.toMatch(/<|one@mail/);
    expect(mail.text.match(/https?:/g)).toHaveLength(1);
  });
});

describe('the server of mails', () => {
  const options = (server: string) => smtpOptions({ server, site });

  it('is spoken to by TLS, with what the address says of it', () => {
    expect(options('smtps://me%40x:p%2Fq%3A@mail.example')).toMatchObject({
      host: 'mail.example',
      port: 465,
      secure: true,
      auth: { user: 'me@x', pass: 'p/q:' },
      name: 'daybook.example',
    });
    expect(options('smtp://mail.example')).toMatchObject({ port: 587, requireTLS: true, ignoreTLS: false });
    expect(options('smtp://10.0.0.5:2525')).toMatchObject({ port: 2525, requireTLS: true });
    expect(options('smtp://localhost.mail.example')).toMatchObject({ requireTLS: true });
    expect(options('smtps://mail.example')).not.toHaveProperty('auth');
    expect(options('smtps://mail.example')).not.toHaveProperty('tls');
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('needs none where it is this machine (%s)', (host) => {
    expect(options(`smtp://${host}`)).toMatchObject({
      host: host.replace(/[[\]]/g, ''),
      port: 25,
      requireTLS: false,
    });
  });

  it('is waited for ten seconds at each step', () => {
    const { dnsTimeout, connectionTimeout, greetingTimeout, socketTimeout } = options('smtps://mail.example');
    expect([dnsTimeout, connectionTimeout, greetingTimeout, socketTimeout]).toEqual([
      10_000, 10_000, 10_000, 10_000,
    ]);
  });

  it('is not repeated in the log, since it may say whom a mail is for', () => {
    const refusal = Object.assign(new Error('550 jane here is unknown <jane@mail.example>'), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
    expect(codesOf(refusal)).toBe('EENVELOPE 550');
    expect(codesOf({ code: 'jane@mail.example', responseCode: 'jane' })).toBe('no code');
    expect(codesOf(undefined)).toBe('no code');
  });
});

describe('the address', () => {
  const read = (sendTo: unknown) => accountInputs.invite.safeParse({ role: 'coder', note: null, sendTo });

  it('is one, or none', () => {
    expect(read(' one@mail.example ').data?.sendTo).toBe('one@mail.example');
    for (const none of [undefined, null, '', '  ']) expect(read(none).data?.sendTo).toBeNull();
  });

  it.each([
    'one',
    'one@mail',
    'one@mail.example, two@mail.example',
    'one@mail.example;two@mail.example',
    'One <one@mail.example>',
    'one@mail.example\r\nBcc: two@mail.example',
    'one@mail.example\nBcc:two@mail.example',
    'one\u0000@mail.example',
    '"one two"@mail.example',
    `${'a'.repeat(250)}@mail.example`,
    ['one@mail.example'],
    { address: 'one@mail.example' },
  ])('is not %j', (sendTo) => {
    expect(read(sendTo).error?.issues.map(({ message, path }) => [path[0], message])).toEqual([
      ['sendTo', 'addressForm'],
    ]);
  });

  it('stands beside nothing else', () => {
    expect(accountInputs.passwordLink.safeParse({ id: crypto.randomUUID(), cc: 'a@b.example' }).success).toBe(
      false,
    );
  });
});
