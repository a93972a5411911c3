import { describe, expect, test } from 'vitest';
import { findPersonalData } from '@/lib/privacy/detect';

/** What is found in a text: `kind certainty text`. */
const found = (text: string) =>
  findPersonalData(text).map(({ kind, certainty, text: words }) => `${kind} ${certainty} ${words}`);

describe('resident IDs', () => {
  test.each([
    ['身份证11010519491231002X。', 'sure', '11010519491231002X'],
    ['身份证11010519491231002x。', 'sure', '11010519491231002x'],
    ['ID110105194912310021X', null, ''],
    ['110105-19491231-002X', 'sure', '110105-19491231-002X'],
    ['110105 1949-12-31 002X', 'sure', '110105 1949-12-31 002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'sure', '１１０１０５１９４９１２３１００２Ｘ'],
    ['110105194912310021', null, ''],
    ['11010518991231002X', null, ''],
    ['旧证 440883640604123', 'maybe', '440883640604123'],
    ['440883641304123', null, ''],
  ])('%s', (text, certainty, words) => {
    expect(found(text)).toEqual(certainty ? [`resident-id ${certainty} ${words}`] : []);
  });
});

describe('mobile numbers', () => {
  test.each([
    ['打13800138000吧', '13800138000'],
    ['tel13800138000', '13800138000'],
    ['+86 138-0013-8000', '+86 138-0013-8000'],
    ['(+86)13800138000', '(+86)13800138000'],
    ['0086 138 0013 8000', '0086 138 0013 8000'],
    ['8613800138000', '8613800138000'],
    ['138—0013—8000', '138—0013—8000'],
    ['１３８００１３８０００', '１３８００１３８０００'],
    ['1\u200b3\u200b8\u200b00138000', '1\u200b3\u200b8\u200b00138000'],
    ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎'],
    ['①13800138000', '13800138000'],
    ['1️⃣3️⃣8️⃣00138000', '1️⃣3️⃣8️⃣00138000'],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual([`mobile sure ${words}`]);
  });

  test('an unusual grouping is not sure', () => {
    expect(found('1.3.8.0.0.1.3.8.0.0.0')).toEqual(['mobile maybe 1.3.8.0.0.1.3.8.0.0.0']);
    expect(found('①③⑧00138000')).toEqual(['mobile maybe ①③⑧00138000']);
  });

  test('two in a row are two', () => {
    expect(found('138 0013 8000 139 0013 9000')).toEqual([
      'mobile sure 138 0013 8000',
      'mobile sure 139 0013 9000',
    ]);
    expect(found('13800138000/13900139000')).toHaveLength(2);
  });
});

describe('numbers of fixed lines', () => {
  test.each([
    ['0759-2281234', 'sure', '0759-2281234'],
    ['(0759) 228 1234', 'sure', '(0759) 228 1234'],
    ['（0759）2281234', 'sure', '（0759）2281234'],
    ['电话010-65529988转8001', 'sure', '010-65529988'],
    ['+86 10 6552 9988', 'sure', '+86 10 6552 9988'],
    ['0759 2281234', 'maybe', '0759 2281234'],
    ['07592281234', null, ''],
    ['0159-2281234', null, ''],
    ['010-6552998', null, ''],
  ])('%s', (text, certainty, words) => {
    expect(found(text)).toEqual(certainty ? [`landline ${certainty} ${words}`] : []);
  });
});

describe('e-mail addresses', () => {
  test.each([
    ['a.b+c@mail.example.org.', 'a.b+c@mail.example.org'],
    ['邮箱zhang@163.com。', 'zhang@163.com'],
    ['13800138000@163.com', '13800138000@163.com'],
    ['ａ＠ｂ．com', 'ａ＠ｂ．com'],
    ['see mailto:a@b.cn', 'a@b.cn'],
    ['https://example.org/?to=mailto:a@b.cn', 'a@b.cn'],
    ['https://example.org/@user@host.example', null],
    ['a@b', null],
    ['npm i react@19.3.1', null],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words ? [`e-mail sure ${words}`] : []);
  });
});

describe('bank cards', () => {
  test.each([
    ['4111 1111 1111 1111', 'sure', '4111 1111 1111 1111'],
    ['5500-0000-0000-0004', 'sure', '5500-0000-0000-0004'],
    ['卡号6212345678901232', 'sure', '6212345678901232'],
    ['4111111111111111', 'maybe', '4111111111111111'],
    ['4111111111111112', null, ''],
    ['9111111111111111', null, ''],
  ])('%s', (text, certainty, words) => {
    expect(found(text)).toEqual(certainty ? [`bank-card ${certainty} ${words}`] : []);
  });
});

describe('travel documents', () => {
  test.each([
    ['passport E12345678', 'E12345678'],
    ['护照号码：EA1234567', 'EA1234567'],
    ['港澳通行证 C1234 5678', 'C1234 5678'],
    ['G12345678 is the number of his passport', 'G12345678'],
    ['sample E12345678', null],
    ['passport\nE12345678', null],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words ? [`travel-document sure ${words}`] : []);
  });
});

describe('names of accounts', () => {
  test.each([
    ['微信：zhangsan88', 'sure zhangsan88'],
    ['微信号zhangsanfeng', 'sure zhangsanfeng'],
    ['WeChat ID: lihua_2019', 'sure lihua_2019'],
    ['WeChat: zhangsanfeng, QQ: 12345678', 'sure zhangsanfeng', 'sure 12345678'],
    ['加微信wxid_abc123', 'maybe wxid_abc123'],
    ['ＱＱ：１２３４５６７８', 'sure １２３４５６７８'],
    ['QQ号是 123 456 789', 'sure 123 456 789'],
    ['QQ 12345', 'maybe 12345'],
    ['WeChat messages were deleted'],
    ['On WeChat: people wrote'],
    ['WeChat account deleted'],
    ['on QQ 10000 users wrote'],
    ['QQ 2019-09-13'],
    ['微信公众号 tencent'],
  ])('%s', (text, ...words) => {
    expect(found(text)).toEqual(words.map((one) => `account-name ${one}`));
  });
});

describe('number plates', () => {
  test.each([
    ['车牌粤G12345', '粤G12345'],
    ['粤G·1234K', '粤G·1234K'],
    ['粤GD12345', '粤GD12345'],
    ['粤Z1234港', '粤Z1234港'],
    ['新A 1 2 3 4 5', '新A 1 2 3 4 5'],
    ['苏G20峰会', null],
    ['最新APPstore', null],
    ['云A股', null],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words ? [`plate sure ${words}`] : []);
  });
});
