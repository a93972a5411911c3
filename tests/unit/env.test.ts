import { describe, expect, test } from 'vitest';
import { readAppSettings, readCommandSettings } from '@/lib/env';

const url = 'postgresql://daybook_app:secret@localhost:5432/daybook';

describe('the settings of the commands', () => {
  test('need nothing to be set', () => {
    expect(readCommandSettings({})).toEqual({ PORT: 3000, HOST: '127.0.0.1', DAYBOOK_DATA_DIR: '.data' });
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
  test('need a database', () => {
    expect(() => readAppSettings({})).toThrow(/- DATABASE_URL is not set\./);
    expect(readAppSettings({ DATABASE_URL: url })).toEqual({ DATABASE_URL: url, DAYBOOK_PROXIES: 0 });
    expect(readAppSettings({ DATABASE_URL: url, DAYBOOK_PROXIES: '2' }).DAYBOOK_PROXIES).toBe(2);
    for (const wrong of ['-1', '1.5', 'nginx'])
      expect(() => readAppSettings({ DATABASE_URL: url, DAYBOOK_PROXIES: wrong })).toThrow(
        /- DAYBOOK_PROXIES must be/,
      );
  });
});
