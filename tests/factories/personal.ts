import type { Random } from './random';

/** Made-up personal data, put together from the rules of each kind and without the code under test. */

const regions = ['110105', '310104', '440883', '440882', '510107', '650102', '130533', '230103', '460106'];
const prefixes = ['130', '135', '138', '139', '150', '158', '166', '173', '177', '181', '189', '191', '199'];

const digits = (chance: Random, count: number): string =>
  Array.from({ length: count }, () => chance.int(0, 9)).join('');
const two = (value: number): string => String(value).padStart(2, '0');

/** The check character by the congruence of ISO 7064: Σ aᵢ · 2ⁱ ≡ 1 (mod 11), counted from the right. */
export function checkCharacter(seventeen: string): string {
  for (const [value, character] of [...'0123456789X'].entries()) {
    const values = [...seventeen].map(Number).concat(value).reverse();
    if (values.reduce((sum, one, at) => (sum + one * 2 ** at) % 11, 0) === 1) return character;
  }
  throw new RangeError(`${seventeen} has no check character`);
}

/** A resident ID of 18 characters. */
export function residentId(chance: Random): string {
  const day = `${chance.int(1930, 2012)}${two(chance.int(1, 12))}${two(chance.int(1, 28))}`;
  const body = `${chance.pick(regions)}${day}${digits(chance, 3)}`;
  const check = checkCharacter(body);
  return `${body}${check === 'X' && chance.chance(0.3) ? 'x' : check}`;
}

/** A mobile number of the mainland, 11 digits. */
export const mobileNumber = (chance: Random): string => `${chance.pick(prefixes)}${digits(chance, 8)}`;

/** A mobile number as people write it. */
export function writtenMobile(chance: Random): string {
  const number = mobileNumber(chance);
  const [a, b, c] = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
  return chance.pick([
    number,
    number,
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `+86 ${number}`,
    `+86-${a}-${b}-${c}`,
    `0086${number}`,
    `86 ${number}`,
    `(+86) ${a} ${b} ${c}`,
    `${a}.${b}.${c}`,
  ]);
}

/** A number of a fixed line with the code of its area. */
export function landline(chance: Random): string {
  const [area, count] = chance.pick([
    ['010', 8],
    ['020', 8],
    ['0759', 7],
    ['0668', 7],
    ['0755', 8],
  ] as const);
  const local = `${chance.int(2, 8)}${digits(chance, count - 1)}`;
  return chance.pick([`${area}-${local}`, `(${area}) ${local}`, `（${area}）${local}`, `${area}—${local}`]);
}

/** An e-mail address. */
export function emailAddress(chance: Random): string {
  const name = chance.pick([
    'wang.xm',
    'lihua88',
    'z_zhang',
    'chen-jie',
    'x12345678',
    '13800138000',
    'o.yang',
  ]);
  return `${name}@${chance.pick(['qq.com', '163.com', 'example.org', 'mail.example.com.cn', 'foxmail.com'])}`;
}

/** The number of a bank card, 16 or 19 digits with a right last one, at times in groups of four. */
export function bankCard(chance: Random): string {
  const body = chance.pick(['6222', '6217', '6228', '4367', '5187']) + digits(chance, chance.pick([11, 14]));
  let sum = 0;
  for (const [at, digit] of [...body].reverse().entries()) {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += Math.floor(doubled / 10) + (doubled % 10);
  }
  const number = `${body}${(10 - (sum % 10)) % 10}`;
  return chance.chance(0.5) ? number : (number.match(/\d{1,4}/g) ?? []).join(' ');
}

/** The number of a passport, or of a permit for Hong Kong and Macau. */
export const documentNumber = (chance: Random): string =>
  chance.pick([
    `E${digits(chance, 8)}`,
    `G${digits(chance, 8)}`,
    `EA${digits(chance, 7)}`,
    `H${digits(chance, 8)}`,
  ]);

/** A number plate of a car. */
export function plate(chance: Random): string {
  const serial = chance.pick([
    digits(chance, 5),
    `${digits(chance, 4)}K`,
    `A${digits(chance, 4)}`,
    `D${digits(chance, 5)}`,
  ]);
  return `${chance.pick(['粤G', '京A', '川A', '沪C', '新B'])}${chance.pick(['', '·', ' '])}${serial}`;
}

/** The number of a QQ account. */
export const qqNumber = (chance: Random): string => `${chance.int(1, 9)}${digits(chance, chance.int(5, 9))}`;

/** The name of a WeChat account. */
export const wechatName = (chance: Random): string =>
  chance.pick(['wxid_', 'lihua', 'zhang-', 'Chen_x']) + digits(chance, chance.int(3, 8));

/** A Chinese name in characters, or in letters. */
export const nameZh = (chance: Random): string =>
  chance.pick([...'王李张刘陈杨赵吴徐孙郭郑']) +
  chance.pick(['伟', '芳', '秀英', '建军', '志强', '丽', '海燕', '晓东']);
export const nameEn = (chance: Random): string =>
  `${chance.pick(['Wang', 'Li', 'Zhang', 'Liu', 'Chen', 'Zhao'])} ${chance.pick(['Wei', 'Fang', 'Jianjun', 'Xiaodong', 'Haiyan'])}`;

const hiding = [
  (text: string) => text.replace(/[0-9A-Za-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  (text: string) => [...text].join('\u200b'),
  (text: string) => text.replace(/(\d{3})(?=\d)/g, '$1\u2060'),
  (text: string) => text.replace(/(\d{3})(?=\d)/g, '$1·'),
  (text: string) => text.replace(/\d(?=\d)/g, '$& '),
  (text: string) => text.replace(/\d(?=\d)/g, '$&\ufe0f'),
];

/** A number as somebody writes it who wants no machine to read it. */
export const hidden = (chance: Random, number: string): string => chance.pick(hiding)(number);
