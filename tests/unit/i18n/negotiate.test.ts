import { expect, test } from 'vitest';
import { localeOf } from '@/lib/i18n/negotiate';

test.each([
  ['zh', 'en-GB', 'zh'],
  ['en', 'zh-CN', 'en'],
  ['fr', 'zh-CN', 'zh'],
  [undefined, null, 'en'],
  [undefined, '', 'en'],
  [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  [undefined, 'zh-Hans', 'zh'],
  [undefined, 'en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
  [undefined, 'de-DE,zh;q=0.5,en;q=0.3', 'zh'],
  [undefined, 'de-DE,fr;q=0.5', 'en'],
  [undefined, 'zh;q=0,en', 'en'],
  [undefined, 'en;q=0.2, zh;q=0.4', 'zh'],
  [undefined, ';;;,q=,zh;q=x', 'zh'],
] as const)('cookie %s and Accept-Language %s give %s', (cookie, header, locale) => {
  expect(localeOf(cookie, header)).toBe(locale);
});
