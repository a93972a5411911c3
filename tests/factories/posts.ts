import type { FindingKind } from '@/lib/privacy/kinds';
import { decoys, plainEn, plainZh } from './decoys';
import {
  bankCard,
  documentNumber,
  emailAddress,
  hidden,
  landline,
  mobileNumber,
  nameEn,
  nameZh,
  plate,
  qqNumber,
  residentId,
  wechatName,
  writtenMobile,
} from './personal';
import { type Random, random } from './random';

/** Where personal data of a kind stands in a post. */
export type Label = { kind: FindingKind; start: number; end: number };

/** A made-up post; without labels it holds nothing that is personal. */
export type Post = { text: string; labels: Label[] };

type Piece = string | { kind: FindingKind; text: string };
type Maker = (chance: Random) => Piece[];

const of = (kind: FindingKind, text: string): Piece => ({ kind, text });

const makers: Maker[] = [
  (c) => ['身份证号：', of('resident-id', residentId(c)), '，请核实。'],
  (c) => ['His ID card number is ', of('resident-id', residentId(c)), '.'],
  (c) => ['证件', of('resident-id', hidden(c, residentId(c))), ' 已登记'],
  (c) => ['手机', of('mobile', writtenMobile(c)), '，欢迎来电。'],
  (c) => ['Call ', of('mobile', writtenMobile(c)), ' for details.'],
  (c) => ['联系电话：', of('mobile', hidden(c, mobileNumber(c))), '。'],
  (c) => ['邮箱', of('e-mail', emailAddress(c)), '，收到请回复'],
  (c) => ['Write to ', of('e-mail', emailAddress(c)), ', she will answer.'],
  (c) => ['座机', of('landline', landline(c)), '转李主任'],
  (c) => ['The office line is ', of('landline', landline(c)), '.'],
  (c) => ['请汇至卡号', of('bank-card', bankCard(c)), '。'],
  (c) => ['Donations to card ', of('bank-card', bankCard(c)), ', please.'],
  (c) => ['护照号码', of('travel-document', documentNumber(c)), '。'],
  (c) => ['She holds passport ', of('travel-document', documentNumber(c)), '.'],
  (c) => ['加微信：', of('account-name', wechatName(c)), '，进群。'],
  (c) => ['QQ号', of('account-name', qqNumber(c)), '。'],
  (c) => ['Add WeChat ', of('account-name', wechatName(c)), ' to join.'],
  (c) => ['车牌', of('plate', plate(c)), '的面包车'],
  (c) => ['一名叫', of('name', nameZh(c)), '的工人'],
  (c) => ['联系人：', of('name', nameZh(c)), '，'],
  (c) => ['当事人', of('name', `${c.pick([...'李王张陈'])}某`), '称'],
  (c) => ['a worker named ', of('name', nameEn(c)), ' said so.'],
  (c) => ['a man surnamed ', of('name', c.pick(['Li', 'Wang', 'Chen'])), ' was held.'],
];

/** The same posts for the same seed: as many with personal data as without, English and Chinese mixed. */
export function labelledPosts(seed: number, count: number): Post[] {
  const chance = random(seed);
  return Array.from({ length: count }, (_, index) => {
    const around: Piece[] = [chance.pick(chance.chance(0.5) ? plainEn : plainZh), ' '];
    const noise = Array.from({ length: chance.int(1, 3) }, () => ` ${chance.pick(decoys)(chance)} `);
    // In turn and not by chance, so that each kind comes up often.
    const first = makers[(index >> 1) % makers.length]?.(chance) ?? [];
    const second = chance.chance(0.4) ? [' ', ...chance.pick(makers)(chance)] : [];
    return index % 2 === 0
      ? put([...around, ...noise, '\n', ...first, ...second, '\n', chance.pick(plainZh)])
      : put([...around, ...noise, '\n', chance.pick(plainEn), ` ${chance.pick(decoys)(chance)}`]);
  });
}

function put(pieces: readonly Piece[]): Post {
  const post: Post = { text: '', labels: [] };
  for (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : piece.text;
    const start = post.text.length;
    if (typeof piece !== 'string') post.labels.push({ kind: piece.kind, start, end: start + text.length });
    post.text += text;
  }
  return post;
}
