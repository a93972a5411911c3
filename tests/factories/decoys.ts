import type { Random } from './random';

/** Text without personal data, and made-up numbers and words that only look like it. */

export const plainZh = [
  '昨日，六十多名工人聚集在工厂门口讨要工资，市长批示要求信访局做好稳控工作。',
  '教师代表到社保部门反映养老金问题，被劝返。',
  '业主在售楼部门前拉横幅，要求退房；警方到场维持秩序。',
  '村民反对征地补偿方案，到镇政府集体上访，施工已被叫停。',
  '网民热议学校事件，宣传部门要求密切关注舆情。',
  '老百姓都说这事该有个交代，姓名登记之后大家散去。',
  '关于某小区烂尾的投诉，住建局称正在处理，任何进展都会公布。',
  '这种做法叫做维稳，当地人叫苦连天，叫好的不多。',
  '徐闻县、吴川市和雷州市都有类似情况，向某部门反映无果。',
  '有人大声呼叫，何时解决还不知道；于某日再谈。',
];

export const plainEn = [
  'More than 10,000 people gathered on the main square and asked for wages of several months.',
  'The deputy mayor ordered the bureau to watch public opinion on WeChat and to prepare a response.',
  'Residents of a village named Wukan went to the city government over land.',
  'The so-called Guangdong model was praised; a company named Evergrande stopped building.',
  'Teachers called on the local office for social security; the strike was called off.',
  'WeChat groups were closed, and posts on QQ were deleted. He was named Party Secretary in 2012.',
  'The order was named after the meeting of 2019; the petition called Beijing to account.',
  'Workers permit no passport checks at the gate, the report says.',
  'Drivers blocked Provincial Road 374 from 08:30 to 11:45.',
];

const digits = (chance: Random, count: number): string =>
  Array.from({ length: count }, () => chance.int(0, 9)).join('');
const hex = (chance: Random, count: number): string =>
  Array.from({ length: count }, () => chance.int(0, 15).toString(16)).join('');
const two = (value: number): string => String(value).padStart(2, '0');
const day = (chance: Random, joint = '-'): string =>
  [chance.int(1989, 2025), two(chance.int(1, 12)), two(chance.int(1, 28))].join(joint);

export const decoys: ((chance: Random) => string)[] = [
  (c) => day(c),
  (c) => `${day(c)} 至 ${day(c)}`,
  (c) => day(c, '.'),
  (c) => `${c.int(1, 12)}月${c.int(1, 28)}日`,
  (c) => `${c.int(1990, 2010)}-${c.int(2011, 2025)}`,
  (c) => `${day(c)} ${c.int(100, 999)}`,
  (c) => `约${c.int(20, 90_000)}人`,
  (c) => `${c.int(1, 9)},${digits(c, 3)},${digits(c, 3)} people`,
  (c) => `zj-${day(c)}-a`,
  (c) => `demo-${digits(c, 8)}`,
  (c) => `${hex(c, 8)}-${hex(c, 4)}-4${hex(c, 3)}-a${hex(c, 3)}-${hex(c, 12)}`,
  (c) => hex(c, 64),
  (c) => `sha1 ${hex(c, 40)}`,
  (c) => `440${digits(c, 3)}`,
  (c) => `440883${digits(c, 3)} 440882`,
  (c) => `440883${digits(c, 6)}`,
  (c) => `440883 440882 440881 ${c.pick(['440825', '440823'])}`,
  (c) => `¥${c.int(1, 9)}${digits(c, 10)}`,
  (c) => `1${c.int(3, 9)}${digits(c, 9)}元`,
  (c) => `RMB ${c.int(10, 99)} million`,
  (c) => `https://weibo.com/${c.int(1, 9)}${digits(c, 9)}/status/1${c.int(3, 9)}${digits(c, 9)}`,
  (c) => `https://example.org/p?id=6222${digits(c, 12)}&tel=0759-2${digits(c, 6)}`,
  (c) => `https://social.example/@user${digits(c, 3)}@host.example`,
  (c) => `第${c.int(1, 999)}号文件〔${c.int(2010, 2020)}〕${c.int(1, 99)}号`,
  (c) => `案号 ${digits(c, 10)}`,
  () => '热线 12345，报警 110',
  (c) => `192.168.${c.int(0, 255)}.${c.int(0, 255)}`,
  (c) => `v${c.int(1, 20)}.${c.int(0, 9)}.${c.int(0, 99)}`,
  (c) => `${c.int(20, 24)}.${digits(c, 4)}, ${c.int(109, 116)}.${digits(c, 4)}`,
  (c) => `G${digits(c, 2)}高速 K${digits(c, 4)}`,
  (c) => `E${digits(c, 8)} 号样品`,
  (c) => `${c.pick(['08:30', '14:05'])}–${c.pick(['11:45', '16:20'])}`,
  (c) => `${c.int(100, 999)} ${c.int(100, 999)} ${c.int(100, 999)}`,
];
