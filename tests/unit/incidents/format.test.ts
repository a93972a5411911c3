import { describe, expect, test } from 'vitest';
import { formatSize, type Size } from '@/lib/incidents/format';

const size = (part: Partial<Size>): Size => ({
  sizeMin: null,
  sizeMax: null,
  sizeApprox: false,
  sizeText: null,
  ...part,
});

const cases: [string, Size, long: string, short: string, zhLong: string, zhShort: string][] = [
  ['nothing reported', size({}), 'not reported', 'not reported', '未报告', '未报告'],
  [
    'words without a number',
    size({ sizeText: 'a group' }),
    '“a group”, no number',
    'a group (no number)',
    '“a group”，无人数',
    'a group（无人数）',
  ],
  ['one person', size({ sizeMin: 1, sizeMax: 1 }), '1', '1', '1人', '1'],
  ['a lower bound', size({ sizeMin: 60, sizeText: 'over 60' }), '60 or more', '60+', '60人以上', '60+'],
  ['an upper bound', size({ sizeMax: 30 }), 'at most 30', '≤ 30', '至多30人', '≤ 30'],
  [
    'an approximate upper bound',
    size({ sizeMax: 30, sizeApprox: true }),
    'at most 30, approximately',
    '≤ 30 approx.',
    '至多约30人',
    '≤ 约30',
  ],
  ['a range', size({ sizeMin: 300, sizeMax: 500 }), '300–500', '300–500', '300–500人', '300–500'],
  [
    'an approximate number',
    size({ sizeMin: 2000, sizeMax: 2000, sizeApprox: true }),
    '2,000, approximately',
    '2,000 approx.',
    '约2,000人',
    '约2,000',
  ],
  [
    'an approximate lower bound',
    size({ sizeMin: 1000, sizeApprox: true }),
    '1,000 or more, approximately',
    '1,000+ approx.',
    '约1,000人以上',
    '约1,000+',
  ],
];

describe('formatSize', () => {
  test.each(cases)('%s', (_, given, long, short, zhLong, zhShort) => {
    expect(formatSize(given, 'en')).toBe(long);
    expect(formatSize(given, 'en', 'short')).toBe(short);
    expect(formatSize(given, 'zh')).toBe(zhLong);
    expect(formatSize(given, 'zh', 'short')).toBe(zhShort);
  });
});
