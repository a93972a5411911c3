import { describe, expect, it } from 'vitest';
import { safeNext } from '@/lib/url/next-path';

describe('where to go on after signing in', () => {
  it.each([
    ['/', '/'],
    ['/incidents?type=strike&place=440883', '/incidents?type=strike&place=440883'],
    ['/incidents/zj-2019-09-13-a', '/incidents/zj-2019-09-13-a'],
  ])('%s is a path of ours', (asked, next) => {
    expect(safeNext(asked)).toBe(next);
  });

  it.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '/link/abc',
    '/api/sign-out',
    ['/a', '/b'],
  ])('%s is not', (asked) => {
    expect(safeNext(asked)).toBe('/');
  });
});
