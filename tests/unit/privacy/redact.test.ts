import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData, redact } from '@/lib/privacy/detect';
import { findInFields } from '@/lib/privacy/records';

const pieces = [
  ...[
    '13800138000',
    '138 0013 8000',
    '11010519491231002X',
    '4111 1111 1111 1111',
    '0759-2281234',
    '86',
    '1',
    '0759',
  ],
  ...[
    'a@b.cn',
    '@',
    '.com',
    'abc',
    'mailto:',
    'https://',
    'passport ',
    '护照',
    'E',
    'E12345678',
    '12345678',
    'X',
  ],
  ...['微信', 'WeChat ID: ', 'wxid_12', 'QQ', '号', '：', '12345', '粤G', '12345 6', '粤G12345', '港'],
  ...[
    '叫',
    '名叫',
    '姓',
    '姓名',
    '李',
    '王',
    '某',
    '明',
    '的',
    '欧阳',
    '·',
    'named ',
    'surnamed ',
    'Li',
    'Zhang Wei',
    ' and ',
  ],
  ...[
    ' ',
    '-',
    '.',
    '，',
    '\n',
    '\u200b',
    '１',
    '①',
    '元',
    '¥',
    '2019-09-13',
    '2010-2025',
    '[',
    ']',
    '[name removed]',
    '\uFFFC',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('redacting', () => {
  test('a mark stands where something was, in the language that is asked for', () => {
    const given = '联系人：李娜，手机 138\u200b0013 8000。';
    const findings = findPersonalData(given);
    expect(redact(given, findings, 'zh')).toBe('联系人：[姓名已删除]，手机 [手机号已删除]。');
    expect(redact(given, findings, 'en')).toBe('联系人：[name removed]，手机 [mobile number removed]。');
    expect(redact(given, findings.slice(1), 'en')).toBe('联系人：李娜，手机 [mobile number removed]。');
  });

  test('findings may come in any order, and overlap', () => {
    const finding = { kind: 'name', text: '', certainty: 'maybe' } as const;
    const given = [
      { ...finding, start: 2, end: 6 },
      { ...finding, start: 0, end: 4 },
    ];
    expect(redact('abcdefgh', given, 'en')).toBe('[name removed][name removed]gh');
  });

  test('nothing is left to find, and what is found lies in the text, in order', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'zh'), (given, locale) => {
        const findings = findPersonalData(given);
        let done = 0;
        for (const { start, end, text: words } of findings) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeGreaterThan(start);
          expect(words).toBe(given.slice(start, end));
          done = end;
        }
        expect(done).toBeLessThanOrEqual(given.length);
        expect(findPersonalData(redact(given, findings, locale))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('fields of a record', () => {
  test('those that hold something, in their order', () => {
    const found = findInFields({
      title: 'a strike',
      summary: '电话13800138000',
      note: null,
      size: 'surnamed Li',
    });
    expect(found.map(({ field, findings }) => [field, findings.map(({ kind }) => kind)])).toEqual([
      ['summary', ['mobile']],
      ['size', ['name']],
    ]);
  });
});
