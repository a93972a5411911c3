import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actorOf, authorise } from '@/lib/auth/authorise';
import { deviceIn, deviceWords } from '@/lib/auth/device';
import { may, permissions, principalOf, principals, roles } from '@/lib/auth/permissions';
import { backOff } from '@/lib/auth/terms';
import { hashToken, isToken, makeToken } from '@/lib/auth/tokens';
import { publicViewer, stranger, type Viewer } from '@/lib/auth/viewer';

const account = (role: (typeof roles)[number]): Viewer => ({
  kind: 'account',
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Test',
  role,
});

describe('permissions', () => {
  it('grow with the role: whoever may more may all that a lesser role may', () => {
    for (const action of Object.keys(permissions) as (keyof typeof permissions)[])
      for (const [index, role] of roles.entries())
        for (const greater of roles.slice(index))
          if (may(account(role), action)) expect(may(account(greater), action)).toBe(true);
  });

  it('let a stranger do nothing but sign in', () => {
    const allowed = (Object.keys(permissions) as (keyof typeof permissions)[]).filter((action) =>
      may(stranger, action),
    );
    expect(allowed).toEqual(['sign-in']);
  });

  it('let a visitor read and keep views, and see nothing that is not published', () => {
    expect(may(publicViewer, 'read')).toBe(true);
    for (const action of ['read-own', 'read-all', 'code', 'edit', 'accounts', 'own-account'] as const)
      expect(may(publicViewer, action)).toBe(false);
  });

  it('know each viewer by one name', () => {
    expect([stranger, publicViewer, ...roles.map(account)].map(principalOf)).toEqual([...principals]);
  });

  it('tell a visitor to sign in, and an account that its role lacks it', () => {
    expect(() => authorise(publicViewer, 'edit')).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
    expect(() => authorise(account('coder'), 'edit')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => actorOf(publicViewer, 'read')).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
    expect(actorOf(account('editor'), 'edit')).toMatchObject({ role: 'editor' });
  });

  it('are asked where data is read and written, and the proxy decides nothing', () => {
    expect(readFileSync('proxy.ts', 'utf8')).not.toMatch(/lib\/auth|currentViewer|daybook-session/);
  });
});

describe('tokens', () => {
  it('are of 256 bits, told by their form, and kept as a hash', () => {
    const token = makeToken();
    expect(isToken(token)).toBe(true);
    expect(new Set(Array.from({ length: 100 }, makeToken)).size).toBe(100);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    for (const other of ['', 'x', `${token}x`, `${token.slice(1)}!`, undefined])
      expect(isToken(other)).toBe(false);
  });
});

describe('the pause after wrong tries', () => {
  it('doubles from the third on, up to a minute or so', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 9, 10, 60].map(backOff)).toEqual([0, 0, 0, 1, 2, 4, 8, 64, 64, 64]);
  });
});

describe('the words of a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Safari/604.1',
      'Safari on iPhone',
    ],
    ['curl/8.0', 'unknown browser'],
    [null, 'unknown browser'],
  ])('%s → %s', (userAgent, words) => {
    expect(deviceWords(userAgent)).toBe(words);
    expect(deviceIn(words, 'en')).toBe(words);
  });

  it.each([
    ['Firefox on Linux', 'Firefox（Linux）'],
    ['curl', 'curl'],
    ['unknown browser', '未知浏览器'],
  ])('in Chinese, %s → %s', (words, inChinese) => {
    expect(deviceIn(words, 'zh')).toBe(inChinese);
  });
});
