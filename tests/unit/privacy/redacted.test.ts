import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '@/lib/privacy/detect';
import { mayHoldNumbers } from '@/lib/privacy/glance';
import { redacted, withoutNumbers } from '@/lib/privacy/redacted';
import { labelledPosts } from '../../factories/posts';

const numbersIn = (text: string) => findPersonalData(text).filter(({ kind }) => kind !== 'name');

/** Numbers and addresses, written in ways that hide them. */
const hidden = [
  '¹³⁸⁰⁰¹³⁸⁰⁰⁰',
  '①③⑧⓪⓪①③⑧⓪⓪⓪',
  '1\u200b\u200b\u200b\u200b\u200b\u200b380013\u200b\u200b\u200b\u200b\u200b8000',
  '138\u3164001\u31643800\u31640',
  '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎',
  'a﹫b.cn',
  '护\u200b照 E\u200b1\u200b23\u200b45 678',
  '微\u200b信号：abc_123',
  'ＱＱ：123456',
  '𝐐𝐐: 123456',
  'ｗｘ：abc_123',
  '粤\u200b\u200b\u200b\u200b\u200bG12345',
];

const pieces = [
  ...hidden,
  ...['13800138000', '138 0013 8000', '11010519491231002X', '4111 1111 1111 1111', '0759-2281234', 'a@b.cn'],
  ...['passport ', '护照', 'E12345678', 'wxid_12', 'QQ', '微信', '：', ': ', '12345', '粤G12345', '12345 6'],
  ...['名叫', '姓名', '李', '王明', '某', ' named ', 'Li', 'Zhang Wei', '元', '2019-09-13', '[name removed]'],
  ...[' ', '-', '，', '\n', '\u200b', '１', '①', '\uFFFC', '万', '[身份证号已删除]'],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('a text that leaves', () => {
  test('has a mark in its own language where a number or an address of a person was', () => {
    expect(withoutNumbers('He gave 138 0013 8000 and ID 11010519491231002X.')).toBe(
      'He gave [mobile number removed] and ID [ID number removed].',
    );
    expect(withoutNumbers('来信至 li.na@example.cn，微信号：abc_1234')).toBe(
      '来信至 [电子邮箱已删除]，微信号：[账号已删除]',
    );
  });

  test('keeps names, of which no search is sure, and is the very same without a number', () => {
    const given = '一名叫李娜的女工说，2019-09-13 有 300 人。';
    expect(findPersonalData(given)).not.toEqual([]);
    expect(withoutNumbers(given)).toBe(given);
    expect(withoutNumbers('名叫李娜，手机 13800138000')).toBe('名叫李娜，手机 [手机号已删除]');
    expect(redacted('名叫李娜，手机 13800138000')).toBe('名叫[姓名已删除]，手机 [手机号已删除]');
  });

  test.each(hidden)('holds no number however it is written: %j', (given) => {
    expect(numbersIn(given)).not.toEqual([]);
    expect(numbersIn(withoutNumbers(given))).toEqual([]);
    expect(withoutNumbers(given)).not.toBe(given);
  });

  test('holds no number, whatever the text', () => {
    fc.assert(
      fc.property(text, (given) => {
        const left = withoutNumbers(given);
        expect(numbersIn(left)).toEqual([]);
        if (numbersIn(given).length === 0) expect(left).toBe(given);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a glance for numbers', () => {
  test('never passes over what a thorough look finds', () => {
    const given = [1, 2, 3, 4].flatMap((seed) => labelledPosts(seed, 500).map((post) => post.text));
    for (const one of given) if (numbersIn(one).length > 0) expect(mayHoldNumbers(one), one).toBe(true);
  });

  test.each(['Workers of a firm called Hua at the hotel.', '一家姓王的人开的某公司，2019-09-13。', ''])(
    'spares “%s” the thorough look',
    (given) => expect(mayHoldNumbers(given)).toBe(false),
  );
});
