import { describe, expect, test } from 'vitest';
import { type Refusal, refusalBody, refusalInit, refusalPage } from '@/lib/http/unavailable';

const statuses: [Refusal, number][] = [
  ['unavailable', 503],
  ['url-too-long', 414],
  ['url-unreadable', 400],
  ['method', 405],
];

describe.each(statuses)('%s', (refusal, status) => {
  test(`has status ${status} and is never kept`, () => {
    const { status: given, headers } = refusalInit(refusal, ['GET', 'HEAD']);
    expect(given).toBe(status);
    expect(headers['Cache-Control']).toBe('private, no-store');
  });

  test.each(['en', 'zh'] as const)('is a page of its own in %s', (locale) => {
    const page = refusalPage(refusal, { locale, theme: 'dark', nonce: 'n0nce' });
    expect(page).toContain(
      locale === 'zh' ? '<html lang="zh-Hans-CN" data-theme="dark">' : '<html lang="en-GB"',
    );
    expect(page).toContain('<style nonce="n0nce">');
    expect(page).not.toMatch(/<script|style=|\son\w+=|https?:\/\//);
    expect(/[\u4e00-\u9fff]/.test(page)).toBe(locale === 'zh');
    expect(page.includes('http-equiv="refresh"')).toBe(refusal === 'unavailable');
  });

  test('is the one shape of errors as data', () => {
    const { error } = refusalBody(refusal, 'en');
    expect(error.code).toMatch(/^[a-z-]+$/);
    expect(error.message.length).toBeGreaterThan(20);
  });
});

test('a visitor is told when to ask again, and which methods there are', () => {
  expect(refusalInit('unavailable', ['GET']).headers['Retry-After']).toBe('5');
  expect(refusalInit('method', ['GET', 'HEAD']).headers.Allow).toBe('GET, HEAD');
});

test('a theme that is none of ours is not written into the page', () => {
  const page = refusalPage('unavailable', { locale: 'en', theme: '"><script>', nonce: 'n' });
  expect(page).not.toContain('data-theme="');
  expect(page).not.toContain('<script>');
});
