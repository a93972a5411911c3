import { describe, expect, test } from 'vitest';
import {
  allowedMethods,
  contentSecurityPolicy,
  fixedHeaders,
  isDataPath,
  isReadablePath,
  isReadableQuery,
  makeNonce,
  needsNoDatabase,
  securityHeaders,
} from '@/lib/http/security';

const live = { development: false, secure: false, path: '/' };

describe('content security policy', () => {
  test('allows nothing inline without the nonce', () => {
    const policy = contentSecurityPolicy('abc', live);
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    for (const part of [
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split('; ')).toContain(part);
  });

  test('is loosened for the development server only', () => {
    expect(contentSecurityPolicy('abc', { development: true })).toContain("'unsafe-eval'");
  });
});

describe('headers', () => {
  test('stand on every answer', () => {
    expect(Object.keys(securityHeaders('abc', live))).toEqual(
      expect.arrayContaining([...Object.keys(fixedHeaders), 'Content-Security-Policy']),
    );
    expect(fixedHeaders).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  });

  test('ask for https only where the visitor came by https', () => {
    expect(securityHeaders('abc', live)).not.toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders('abc', { ...live, secure: true })).toHaveProperty('Strict-Transport-Security');
  });

  test('let an SVG file use the style and the letters that it carries, and nothing else', () => {
    const policy = securityHeaders('abc', { ...live, path: '/charts/over-time.svg' })[
      'Content-Security-Policy'
    ];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('font-src data:');
    expect(policy).not.toContain('script-src');
  });

  test('carry a nonce that is never the same', () => {
    const nonces = new Set(Array.from({ length: 1_000 }, makeNonce));
    expect(nonces.size).toBe(1_000);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });
});

describe('methods', () => {
  test.each([
    ['/', 'GET, HEAD'],
    ['/incidents.csv', 'GET, HEAD'],
    ['/views', 'GET, HEAD'],
    ['/v/ABCDEFGHJK2', 'GET, HEAD'],
    ['/api/views', 'POST'],
    ['/api/views/', 'GET, HEAD'],
    ['/api/views/x', 'GET, HEAD'],
    ['/API/VIEWS', 'GET, HEAD'],
    ['//api/views', 'GET, HEAD'],
  ])('%s answers %s', (path, methods) => {
    expect(allowedMethods(path).join(', ')).toBe(methods);
  });
});

describe('paths', () => {
  test.each([
    ['/incidents.csv', true],
    ['/incidents.json', true],
    ['/charts/time.svg', true],
    ['/incidents/zj-1/cite.bib', true],
    ['/api/v1/incidents', true],
    ['/', false],
    ['/incidents/zj-2019-09-13-a', false],
  ])('%s answers with data: %s', (path, data) => {
    expect(isDataPath(path)).toBe(data);
  });

  test.each([
    ['/incidents/%E6%B9%9B', true],
    ['/incidents/%E0%A4%A', false],
    ['/incidents/%00', false],
  ])('%s can be read: %s', (path, readable) => {
    expect(isReadablePath(path)).toBe(readable);
  });

  test.each([
    ['', true],
    ['?q=%E6%B9%9B', true],
    ['?q=%2500', true],
    ['?q=%00', false],
    ['?who=a%00b&q=x', false],
  ])('%s can be read: %s', (search, readable) => {
    expect(isReadableQuery(search)).toBe(readable);
  });

  test('only the two probes and outlines need no database', () => {
    expect(['/healthz', '/readyz', '/geo/shapes.json', '/', '/healthz/x'].map(needsNoDatabase)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
