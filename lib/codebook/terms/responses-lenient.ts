import { term } from '../term';
import type { Term } from '../types';

const accommodation = { family: 'accommodation' };
const petition = { family: 'petition-procedure' };

/** Responses that meet a demand part of the way, from nothing to everything. */
export const accommodationResponses: readonly Term[] = [
  term(
    'ignored',
    ['Ignored', '不予理会'],
    [
      'The source says that authorities did nothing. Not the same as nothing being told.',
      '来源指明当局未作任何处理；不同于来源未提及。',
    ],
    ['A letter stays without an answer for a year.', '一封信一年没有答复。'],
    accommodation,
  ),
  term(
    'statement',
    ['Statement', '公开说明'],
    ['Authorities explain themselves in public.', '当局公开作出说明。'],
    ['A notice on a county’s website.', '县政府网站上的通报。'],
    accommodation,
  ),
  term(
    'meeting',
    ['Meeting', '会面'],
    ['Officials receive or visit participants.', '官员接待或走访参与者。'],
    ['An official listens to five delegates.', '一名官员听取五名代表的意见。'],
    accommodation,
  ),
  term(
    'mediation',
    ['Mediation', '调解'],
    ['Authorities bring the sides to talk.', '当局促使双方协商。'],
    ['A bureau invites tenants and landlord.', '某部门召集租户和房东。'],
    accommodation,
  ),
  term(
    'partial-concession',
    ['Partial concession', '部分让步'],
    ['A part of what was asked is granted or promised.', '同意或承诺部分要求。'],
    ['Half of the wages are paid.', '支付一半工资。'],
    accommodation,
  ),
  term(
    'full-concession',
    ['Full concession', '全部让步'],
    ['All that was asked is granted.', '同意全部要求。'],
    ['A plan for a plant is withdrawn.', '撤回建厂计划。'],
    accommodation,
  ),
  term(
    'release',
    ['Release', '释放'],
    ['People held because of the incident are let go.', '因事件被关押的人获释。'],
    ['Those taken away return in the evening.', '被带走的人当晚返回。'],
    accommodation,
  ),
  term(
    'official-disciplined',
    ['Official disciplined', '官员被处分'],
    ['An official is punished or removed because of it.', '官员因此受处分或被免职。'],
    ['The head of a town loses the post.', '镇长被免职。'],
    accommodation,
  ),
];

/** Steps of the procedure for petitions. */
export const procedureResponses: readonly Term[] = [
  term(
    'accepted',
    ['Accepted', '受理'],
    ['The petition is registered for handling.', '上访事项登记受理。'],
    ['An office gives out a receipt.', '信访部门出具受理单。'],
    petition,
  ),
  term(
    'refused',
    ['Refused', '不予受理'],
    ['The petition is turned away.', '上访事项不予受理。'],
    ['An office says that it is a matter for a court.', '信访部门称应由法院处理。'],
    petition,
  ),
  term(
    'transferred',
    ['Transferred', '转办'],
    ['The petition is passed to another office.', '上访事项转交其他部门。'],
    ['A province sends a letter down to a county.', '省里把信件转到县里。'],
    petition,
  ),
  term(
    'intercepted',
    ['Intercepted or returned', '截访或遣返'],
    ['Petitioners are stopped on the way or brought back.', '上访者中途被拦截或被送回。'],
    ['Travellers are taken off a train.', '旅客被带下火车。'],
    petition,
  ),
  term(
    'replied',
    ['Replied', '答复'],
    ['A written answer is given.', '作出书面答复。'],
    ['A bureau answers within two months.', '某部门两个月内答复。'],
    petition,
  ),
  term(
    'closed',
    ['Closed', '办结'],
    ['The procedure is declared finished.', '宣布程序终结。'],
    ['A case is marked as settled.', '事项标为办结。'],
    petition,
  ),
];
