import { term, vocabulary } from '../term';

/**
 * Type of incident. `mass-incident` and `petition` are the two kinds that a local log of this sort totals;
 * the others are Daybook's own and may be folded into those two for a comparison.
 */
export const typeVocabulary = vocabulary(
  'type',
  false,
  ['Type', '类型'],
  [
    'What kind of incident a record describes, by our coding. What the source itself calls it is kept apart.',
    '事件属于哪一类，由本库编码；来源自己的叫法另存。',
  ],
  [
    term(
      'mass-incident',
      ['Mass incident', '群体性事件'],
      [
        'People gather or act together in public to press a demand or to object to something.',
        '多人在公共场所聚集或共同行动，提出要求或表示反对。',
      ],
      ['Villagers stand in front of excavators on their fields.', '村民站在自家田里的挖掘机前。'],
    ),
    term(
      'petition',
      ['Petition', '上访'],
      [
        'One or more people bring a request or a complaint to a body that could grant it, by a visit, a letter or in another form.',
        '一人或多人以走访、信件等方式，向有权处理的机构提出请求或投诉。',
      ],
      ['Pensioners hand a letter to the city’s complaints office.', '退休人员向市信访部门递交信件。'],
    ),
    term(
      'online-speech',
      ['Online speech case', '网络言论'],
      [
        'Somebody publishes or passes on something online, and authorities treat that as the matter to be dealt with.',
        '有人在网上发布或转发内容，当局把这一行为当作处置对象。',
      ],
      ['A user shares a video of a traffic check and is called in.', '某用户转发一段交通检查视频后被传唤。'],
    ),
    term(
      'public-opinion',
      ['Public-opinion event', '舆情事件'],
      [
        'A death, an accident or a scandal that officials handle as a question of what the public will say.',
        '官方当作舆论问题来处理的死亡、事故或丑闻。',
      ],
      ['An accident at a school is talked about across the city.', '一所学校发生的事故在全市引起议论。'],
    ),
    term(
      'strike',
      ['Strike', '罢工'],
      [
        'People stop their work together in order to press a demand, with or without a gathering.',
        '劳动者为提出要求而集体停工，不论是否聚集。',
      ],
      ['Bus drivers leave their vehicles in the depot.', '公交司机把车停在场站，不出车。'],
    ),
    term(
      'other',
      ['Other', '其他'],
      ['None of the other types fits; the summary says what it was.', '不属于以上任何一类，摘要中说明。'],
      ['A brawl between two companies’ guards.', '两家公司的保安互殴。'],
    ),
  ],
);
