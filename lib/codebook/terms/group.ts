import { term, vocabulary } from '../term';

/** Kinds of participants. Kinds of people, never people: no term and no record names a person. */
export const groupVocabulary = vocabulary(
  'group',
  true,
  ['Group', '群体'],
  [
    'The kinds of people who took part or to whom it happened. Never a person’s name.',
    '参与者或当事人属于哪类人群；绝不记录姓名。',
  ],
  [
    term(
      'workers',
      ['Workers', '工人'],
      ['People in paid work, where no narrower group fits.', '受雇劳动者，且无更具体的类别。'],
      ['Staff of a shoe factory.', '鞋厂员工。'],
    ),
    term(
      'teachers',
      ['Teachers', '教师'],
      ['People who teach at schools, kindergartens or universities.', '中小学、幼儿园或高校的教师。'],
      ['Substitute teachers of a county.', '某县的代课教师。'],
    ),
    term(
      'students',
      ['Pupils and students', '学生'],
      ['People who attend a school or a university.', '在中小学或高校就读的人。'],
      ['First-year students of a college.', '某学院的一年级学生。'],
    ),
    term(
      'parents',
      ['Parents', '家长'],
      ['People acting as parents of pupils or children.', '以学生或儿童家长身份行动的人。'],
      ['Parents of a kindergarten class.', '幼儿园某班的家长。'],
    ),
    term(
      'villagers',
      ['Villagers', '村民'],
      ['People of a rural village.', '农村村庄的居民。'],
      ['Families of a fishing village.', '渔村的住户。'],
    ),
    term(
      'residents',
      ['Residents', '居民'],
      [
        'People of a town or a neighbourhood, where no narrower group fits.',
        '城镇或社区居民，且无更具体的类别。',
      ],
      ['People living beside a depot.', '住在车场旁边的人。'],
    ),
    term(
      'homeowners',
      ['Homeowners', '业主'],
      ['People acting as owners or buyers of homes.', '以住房业主或购房者身份行动的人。'],
      ['Buyers of flats in one tower.', '同一栋楼的购房者。'],
    ),
    term(
      'store-owners',
      ['Store owners', '商户'],
      ['People who run shops, stalls or small firms.', '经营店铺、摊位或小企业的人。'],
      ['Tenants of a market hall.', '市场大厅的租户。'],
    ),
    term(
      'drivers',
      ['Drivers', '司机'],
      ['Drivers of taxis, lorries, buses, or of a delivery service.', '出租车、货车、公交或配送司机。'],
      ['Taxi drivers of a city.', '某市的出租车司机。'],
    ),
    term(
      'investors',
      ['Investors', '投资者'],
      ['People who lent, deposited or invested money.', '出借、存入或投资资金的人。'],
      ['Clients of a failed platform.', '倒闭平台的客户。'],
    ),
    term(
      'patients-families',
      ['Patients and their families', '患者及家属'],
      ['People acting because of a treatment.', '因诊疗而行动的患者或家属。'],
      ['Relatives waiting at a hospital gate.', '在医院门口等候的亲属。'],
    ),
    term(
      'veterans',
      ['Veterans', '退役军人'],
      ['Former members of the armed forces.', '曾在军队服役的人。'],
      ['Former conscripts of one unit.', '同一部队的退伍士兵。'],
    ),
    term(
      'petitioners',
      ['Petitioners', '上访者'],
      ['People known only as bringing a petition.', '来源仅称其为上访者的人。'],
      ['A group on the way to a complaints office.', '前往信访部门的一行人。'],
    ),
    term(
      'netizens',
      ['Netizens', '网民'],
      ['People known only as users of the internet.', '来源仅称其为网络用户的人。'],
      ['Users of a discussion board.', '某论坛的用户。'],
    ),
    term(
      'community',
      ['Religious or ethnic community', '宗教或族群'],
      ['People acting as members of a faith or an ethnic community.', '以信众或族群成员身份行动的人。'],
      ['The congregation of a chapel.', '一座教堂的会众。'],
    ),
    term(
      'other',
      ['Other', '其他'],
      ['The group is known and none of the terms fits.', '人群已知，但不属于以上任何一类。'],
      ['Members of a chess club.', '棋社成员。'],
    ),
    term(
      'unknown',
      ['Unknown', '未知'],
      [
        'The source does not say who took part. No record holds this code: the field is empty.',
        '来源未说明参与者。记录中不存此代码，字段为空。',
      ],
      ['“People” gathered, and no more is said.', '只说“有人”聚集。'],
      { stored: false },
    ),
  ],
);
