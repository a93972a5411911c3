import { term, vocabulary } from '../term';

/** What participants did. Several per incident; an act of the authorities is a response, not a form. */
export const formVocabulary = vocabulary(
  'form',
  true,
  ['Form', '形式'],
  [
    'What the participants did. What authorities did is coded as a response.',
    '参与者做了什么；当局的行为另编为“处置”。',
  ],
  [
    term(
      'gathering',
      ['Gathering', '聚集'],
      ['People come together in one place.', '多人聚集于一处。'],
      ['A crowd in front of a town hall.', '镇政府门前的人群。'],
    ),
    term(
      'march',
      ['March', '游行'],
      ['People move through a place together.', '多人一同行进。'],
      ['A walk along the main street.', '沿主街行进。'],
    ),
    term(
      'occupation',
      ['Sit-in or occupation', '静坐或占据'],
      ['People stay in a place in order to hold it.', '多人停留以占据某处。'],
      ['Workers sit in the lobby of an office.', '工人坐在办公楼大厅。'],
    ),
    term(
      'banner',
      ['Banner', '拉横幅'],
      ['Words are shown in public on cloth, boards or walls.', '以横幅、标牌或墙面公开展示文字。'],
      ['A sheet hangs from a balcony.', '阳台上挂出一幅布条。'],
    ),
    term(
      'blockade',
      ['Blockade', '堵路或堵门'],
      ['A road, a gate or a site is closed off.', '堵住道路、大门或工地。'],
      ['Lorries stand across a junction.', '货车横停在路口。'],
    ),
    term(
      'strike',
      ['Strike', '罢工'],
      ['Work is stopped together.', '集体停止工作。'],
      ['A shift does not start.', '一个班次没有开工。'],
    ),
    term(
      'boycott',
      ['Boycott', '抵制'],
      ['People refuse to buy, pay, attend or take part.', '拒绝购买、付款、出席或参加。'],
      ['Buyers stop paying instalments.', '购房者停止还贷。'],
    ),
    term(
      'hunger-strike',
      ['Hunger strike', '绝食'],
      ['People refuse food in order to press a demand.', '以拒绝进食提出要求。'],
      ['A fast in front of a ministry.', '在部委门前绝食。'],
    ),
    term(
      'clash',
      ['Clash', '冲突'],
      ['Participants and others use force against each other.', '参与者与他人相互使用暴力。'],
      ['Pushing between villagers and guards turns into blows.', '村民与保安由推搡变成互殴。'],
    ),
    term(
      'property-damage',
      ['Property damage', '毁坏财物'],
      ['Participants break or burn things.', '参与者损毁或焚烧财物。'],
      ['A fence is pulled down.', '围栏被推倒。'],
    ),
    term(
      'collective-petition',
      ['Collective petition', '集体上访'],
      ['Several people bring one request together.', '多人共同提出同一请求。'],
      ['Twenty tenants call on a landlord together.', '二十名租户一起找房东。'],
    ),
    term(
      'individual-petition',
      ['Individual petition', '个人上访'],
      ['One person brings a request.', '一人提出请求。'],
      ['A farmer writes to the county.', '一名农民给县里写信。'],
    ),
    term(
      'higher-level-petition',
      ['Petition to a higher level', '越级上访'],
      [
        'A request is taken past the nearest responsible level, as to the province or the capital.',
        '越过最近的责任层级，到省里或首都提出请求。',
      ],
      ['A group takes the train to Beijing.', '一行人乘火车去北京。'],
    ),
    term(
      'joint-letter',
      ['Joint letter', '联名信'],
      ['A text is signed by several people.', '多人联署的文书。'],
      ['An open letter of graduates.', '毕业生的公开信。'],
    ),
    term(
      'lawsuit',
      ['Lawsuit', '诉讼'],
      ['A case is brought to a court or a tribunal.', '向法院或仲裁机构提出。'],
      ['Owners sue a developer.', '业主起诉开发商。'],
    ),
    term(
      'online-post',
      ['Online post', '网上发帖'],
      ['Somebody publishes or passes on something online.', '在网上发布或转发内容。'],
      ['A video is sent to a chat group.', '一段视频发到聊天群。'],
    ),
    term(
      'online-action',
      ['Online collective action', '网络集体行动'],
      ['Many people act together online.', '多人在网上共同行动。'],
      ['A hashtag is taken up by thousands.', '数千人使用同一话题标签。'],
    ),
    term(
      'other',
      ['Other', '其他'],
      ['What they did is known and none of the terms fits.', '行为已知，但不属于以上任何一项。'],
      ['Lanterns are set afloat on a river.', '在河上放灯。'],
    ),
    term(
      'unknown',
      ['Unknown', '未知'],
      [
        'The source tells of no act of participants. No record holds this code: the field is empty.',
        '来源未说明参与者的行为。记录中不存此代码，字段为空。',
      ],
      ['An accident is reported, without any protest.', '只报道事故，未提及抗议。'],
      { stored: false },
    ),
  ],
);
