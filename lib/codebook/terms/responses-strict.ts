import { term } from '../term';
import type { Term } from '../types';

const coercion = { family: 'coercion' };
const information = { family: 'information-control' };

/** Responses that press on people, from watching to force and trial. */
export const coercionResponses: readonly Term[] = [
  term(
    'surveillance',
    ['Surveillance', '监控'],
    ['People are watched or followed because of it.', '有人因此受到监视或跟踪。'],
    ['A car waits in front of a house.', '一辆车守在住宅前。'],
    coercion,
  ),
  term(
    'warning',
    ['Warning', '警告'],
    ['People are told off, called in or threatened.', '有人受到训诫、传唤或威胁。'],
    ['A call from the station.', '派出所来电。'],
    coercion,
  ),
  term(
    'guarantee-statement',
    ['Guarantee statement', '签保证书'],
    ['People are made to promise in writing not to do it again.', '有人被要求书面保证不再犯。'],
    ['A user signs a promise at a station.', '某用户在派出所签下保证书。'],
    coercion,
  ),
  term(
    'administrative-penalty',
    ['Administrative penalty', '行政处罚'],
    ['A fine or another penalty without a court; not detention.', '不经法院的罚款等处罚；不含拘留。'],
    ['A shop pays a fine.', '一家店铺被罚款。'],
    coercion,
  ),
  term(
    'police-presence',
    ['Police presence', '警察到场'],
    ['Police are there without acting against people.', '警察到场但未采取行动。'],
    ['Two vans stand at a square.', '两辆警车停在广场。'],
    coercion,
  ),
  term(
    'dispersal',
    ['Dispersal', '驱散'],
    ['A gathering is broken up.', '聚集被驱散。'],
    ['A square is cleared by noon.', '中午前广场被清空。'],
    coercion,
  ),
  term(
    'detention',
    ['Detention', '拘留'],
    [
      'People are held for hours or days, with or without a decision.',
      '有人被关押数小时或数日，不论有无决定书。',
    ],
    ['A driver is held for five days.', '一名司机被拘留五天。'],
    coercion,
  ),
  term(
    'arrest',
    ['Arrest', '逮捕'],
    ['The source speaks of an arrest, or a prosecutor approves one.', '来源称为逮捕，或经检察机关批准逮捕。'],
    ['Two organisers are arrested.', '两名组织者被逮捕。'],
    coercion,
  ),
  term(
    'force',
    ['Force', '使用武力'],
    ['Blows, gas, water or other force that does not kill.', '殴打、催泪剂、水炮等未致死的武力。'],
    ['Batons are used at a gate.', '在大门口动用警棍。'],
    coercion,
  ),
  term(
    'lethal-force',
    ['Lethal force', '致命武力'],
    ['Force by which people die, or firearms used on people.', '致人死亡的武力，或对人使用枪械。'],
    ['Shots are fired into a crowd.', '向人群开枪。'],
    coercion,
  ),
  term(
    'prosecution',
    ['Prosecution', '起诉'],
    ['A charge, a trial or a sentence.', '起诉、审判或判决。'],
    ['A court gives a sentence of a year.', '法院判处一年。'],
    coercion,
  ),
  term(
    'curfew',
    ['Curfew', '宵禁或封锁'],
    ['People are forbidden to move about in an area.', '禁止在某区域内活动。'],
    ['Streets are closed after dark.', '天黑后封街。'],
    coercion,
  ),
];

/** Responses that act on what can be read and said. */
export const informationResponses: readonly Term[] = [
  term(
    'account-closed',
    ['Account closed', '封停账号'],
    ['An online account is closed, or its holder is made to close it.', '网络账号被封，或本人被迫注销。'],
    ['A chat account is gone overnight.', '一个聊天账号一夜之间消失。'],
    information,
  ),
  term(
    'post-removed',
    ['Post removed', '删帖'],
    ['Something published online is taken down.', '网上发布的内容被删除。'],
    ['A video no longer plays.', '一段视频无法播放。'],
    information,
  ),
  term(
    'media-order',
    ['Order to media', '宣传指令'],
    ['Media or platforms are told what to say or to leave out.', '要求媒体或平台如何报道或不报道。'],
    ['Papers are told to use one text.', '要求各报统一用稿。'],
    information,
  ),
  term(
    'network-cut',
    ['Network cut', '断网'],
    ['Internet or telephone is cut or slowed in an area.', '某区域的网络或电话被切断或限速。'],
    ['Phones find no signal near a site.', '工地附近手机没有信号。'],
    information,
  ),
];
