import { describe, expect, test } from 'vitest';
import { accountInputs } from '@/lib/accounts/input';

const token = 'A'.repeat(43);
const made = (name: string) =>
  accountInputs.makeAccount.safeParse({ token, login: 'ida', name, password: 'seven green kettles hum' });

describe('the name of an account', () => {
  test.each(['Ida', '湛江编码员', 'Coder 7', '🦉 owl'])('can be %s', (name) => {
    expect(made(name).data?.name).toBe(name);
  });

  test.each(['', '  ', '\u200b\u200b', '\u202e', '\u2066\u2069', '🦉'])(
    'can’t be %j, which nobody could read',
    (name) => {
      expect(made(name).error?.issues.map(({ message }) => message)).toContain('nameMissing');
    },
  );
});
