import { describe, expect, test } from 'vitest';
import { publicRead, readAppSettings, readCommandSettings } from '@/lib/env';

const url = 'postgresql://daybook_app:secret@localhost:5432/daybook';

describe('the settings of the commands', () => {
  test('need nothing to be set', () => {
    expect(readCommandSettings({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DAYBOOK_DATA_DIR: '.data',
      DAYBOOK_COLUMNS_MB: 1000,
    });
  });

  test('take what is set, and an empty value for not set', () => {
    const given = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: url,
      DATABASE_OWNER_URL: '',
      DAYBOOK_DATA_DIR: ' ',
    };
    expect(readCommandSettings(given)).toEqual({
      PORT: 8080,
      HOST: '0.0.0.0',
      DATABASE_URL: url,
      DAYBOOK_DATA_DIR: '.data',
      DAYBOOK_COLUMNS_MB: 1000,
    });
  });

  test('list everything that is wrong', () => {
    const read = () =>
      readCommandSettings({ PORT: '70000', HOST: 'a b', DATABASE_URL: 'mysql://localhost/x' });
    expect(read).toThrow(
      /PORT must be at most 65535\.\n- HOST must be a host name or an address\.\n- DATABASE_URL must be an address such as postgresql:/,
    );
  });

  test.each(['abc', '1.5', '0', '-1', '99999'])('refuse the port %s', (PORT) => {
    expect(() => readCommandSettings({ PORT })).toThrow(/PORT must be/);
  });

  test.each(['http://localhost/daybook', 'postgresql://', 'localhost:5432', 'postgresql://local host/x'])(
    'refuse the database %s',
    (DATABASE_URL) => {
      expect(() => readCommandSettings({ DATABASE_URL })).toThrow(/DATABASE_URL must be/);
    },
  );

  test('never repeat a password', () => {
    expect(() => readCommandSettings({ PORT: 'x', DATABASE_URL: 'mysql://u:hunter2@localhost/x' })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
    );
  });
});

describe('the settings of the app', () => {
  test('let visitors read when told so, or where the site is this machine', () => {
    const reads = (own: Record<string, string>) =>
      readAppSettings({ DATABASE_URL: url, ...own }).DAYBOOK_PUBLIC_READ;
    expect(reads({})).toBe(false);
    expect(reads({ DAYBOOK_ORIGIN: 'http://localhost:3000' })).toBe(true);
    expect(reads({ DAYBOOK_ORIGIN: 'https://daybook.example' })).toBe(false);
    expect(reads({ DAYBOOK_ORIGIN: 'https://daybook.example', DAYBOOK_PUBLIC_READ: 'on' })).toBe(true);
    expect(reads({ DAYBOOK_ORIGIN: 'http://127.0.0.1:3000', DAYBOOK_PUBLIC_READ: 'off' })).toBe(false);
    const open = (own: Record<string, string>) => publicRead(readCommandSettings(own));
    expect(open({})).toBe('on');
    expect(open({ HOST: '0.0.0.0' })).toBe('off');
    expect(open({ DAYBOOK_ORIGIN: 'https://daybook.example' })).toBe('off');
    expect(open({ HOST: '0.0.0.0', DAYBOOK_PUBLIC_READ: 'on' })).toBe('on');
    expect(() => reads({ DAYBOOK_PUBLIC_READ: 'maybe' })).toThrow(/- DAYBOOK_PUBLIC_READ must be on or off/);
    expect(() => reads({ DAYBOOK_SECRET: 'short' })).toThrow(
      /- DAYBOOK_SECRET must have at least 32 characters/,
    );
  });

  test('take a server of mails and a sender, and never repeat the password of the server', () => {
    const read = (own: Record<string, string>) => readAppSettings({ DATABASE_URL: url, ...own });
    const given = {
      DAYBOOK_SMTP_URL: 'smtps://me:p%40ss@mail.example:465',
      DAYBOOK_MAIL_FROM: 'daybook@mail.example',
    };
    expect(read(given)).toMatchObject(given);
    expect(read({ DAYBOOK_SMTP_URL: 'smtp://[::1]:25' })).toHaveProperty('DAYBOOK_SMTP_URL');
    expect(read({ DAYBOOK_SMTP_URL: '', DAYBOOK_MAIL_FROM: ' ' })).not.toHaveProperty('DAYBOOK_SMTP_URL');
    for (const wrong of [
      'mail.example:465',
      'https://mail.example',
      'smtps://',
      'smtps://me:hunter2@',
      'smtps://me:hunter2@mail.example/?tls.rejectUnauthorized=false',
      'smtps://me:hunter2%@mail.example',
      'smtps://me:hunter2@mail example',
    ]) {
      const fault = (() => {
        try {
          read({ DAYBOOK_SMTP_URL: wrong });
        } catch (thrown) {
          return String(thrown);
        }
      })();
      expect(fault).toMatch(/- DAYBOOK_SMTP_URL must be an address such as smtps:/);
      expect(fault).not.toContain('hunter2');
    }
    for (const wrong of ['daybook', 'a@b.example\nBcc: c@d.example', 'Daybook <a@b.example>'])
      expect(() => read({ DAYBOOK_MAIL_FROM: wrong })).toThrow(
        /- DAYBOOK_MAIL_FROM must be a mail address such as/,
      );
  });

  test('need a database', () => {
    expect(() => readAppSettings({})).toThrow(/- DATABASE_URL is not set\./);
    expect(readAppSettings({ DATABASE_URL: url })).toEqual({
      DATABASE_URL: url,
      DAYBOOK_LIMITS: 1,
      DAYBOOK_PROXIES: 0,
      DAYBOOK_PUBLIC_READ: false,
      DAYBOOK_SLOW_MS: 1_000,
      DAYBOOK_COLUMNS_MB: 1_000,
      DAYBOOK_BROWSER_ROWS: 500_000,
    });
    expect(readAppSettings({ DATABASE_URL: url, DAYBOOK_SLOW_MS: '250' }).DAYBOOK_SLOW_MS).toBe(250);
    for (const wrong of ['-1', '1.5', 'never'])
      expect(() => readAppSettings({ DATABASE_URL: url, DAYBOOK_SLOW_MS: wrong })).toThrow(
        /- DAYBOOK_SLOW_MS must be/,
      );
    expect(readAppSettings({ DATABASE_URL: url, DAYBOOK_BROWSER_ROWS: '0' }).DAYBOOK_BROWSER_ROWS).toBe(0);
    for (const wrong of ['-1', '0.5', '6000000', 'all'])
      expect(() => readAppSettings({ DATABASE_URL: url, DAYBOOK_BROWSER_ROWS: wrong })).toThrow(
        /- DAYBOOK_BROWSER_ROWS must be/,
      );
    expect(readAppSettings({ DATABASE_URL: url, DAYBOOK_PROXIES: '2' }).DAYBOOK_PROXIES).toBe(2);
    for (const wrong of ['-1', '1.5', 'nginx'])
      expect(() => readAppSettings({ DATABASE_URL: url, DAYBOOK_PROXIES: wrong })).toThrow(
        /- DAYBOOK_PROXIES must be/,
      );
    expect(readAppSettings({ DATABASE_URL: url, DAYBOOK_LIMITS: '2.5' }).DAYBOOK_LIMITS).toBe(2.5);
    for (const wrong of ['-1', 'none'])
      expect(() => readAppSettings({ DATABASE_URL: url, DAYBOOK_LIMITS: wrong })).toThrow(
        /- DAYBOOK_LIMITS must be/,
      );
  });
});
