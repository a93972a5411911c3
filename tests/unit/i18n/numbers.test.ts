import { expect, test } from 'vitest';
import { formatExact, formatNumber } from '@/lib/i18n/locale';

test('a rate keeps its decimals, a stated figure gets none that it does not have', () => {
  expect(formatNumber(4, 'en', 1)).toBe('4.0');
  expect(formatNumber(7360000, 'en')).toBe('7,360,000');
  expect(formatExact(117, 'en', 4)).toBe('117');
  expect(formatExact(66.55, 'zh', 4)).toBe('66.55');
});
