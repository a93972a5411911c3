import { term } from '../term';
import type { Term } from '../types';

const education = { parent: 'education' };

/** Issues of public services, the state and belief, then `other` and `unknown`: the second half of `issue`. */
export const publicIssues: readonly Term[] = [
  term(
    'education',
    ['Education', '教育'],
    [
      'Schools, universities, and what happens there to pupils and students.',
      '学校、大学以及学生在校的遭遇。',
    ],
    ['Parents object to the merger of two schools.', '家长反对两所学校合并。'],
  ),
  term(
    'campus-death',
    ['Death of a pupil or student', '学生死亡'],
    [
      'A pupil or student dies at school, or in a way that is laid to the school.',
      '学生在校死亡，或死因被归于学校。',
    ],
    ['A family asks a school how an accident came about.', '家属要求学校说明事故经过。'],
    education,
  ),
  term(
    'school-fees',
    ['School fees', '学费'],
    ['Tuition and other money asked for by schools.', '学校收取的学费和其他费用。'],
    ['Parents object to a charge for textbooks.', '家长反对收取教材费。'],
    education,
  ),
  term(
    'school-places',
    ['School places', '入学'],
    ['Admission, districts and entrance examinations.', '招生、学区和升学考试。'],
    ['Owners of new flats find no school in reach.', '新楼盘业主发现附近没有可上的学校。'],
    education,
  ),
  term(
    'campus-conditions',
    ['Conditions at school', '校园条件'],
    ['Food, lodging, safety and rules at a school or university.', '学校的伙食、住宿、安全和规章。'],
    ['Students complain about a canteen.', '学生投诉食堂。'],
    education,
  ),
  term(
    'health',
    ['Health and medical disputes', '医疗'],
    [
      'Treatment, hospitals, medicines and food safety; not the pandemic.',
      '诊疗、医院、药品和食品安全；不含疫情。',
    ],
    ['A family asks a hospital to explain a treatment.', '家属要求医院解释治疗过程。'],
  ),
  term(
    'pandemic',
    ['Pandemic', '疫情'],
    [
      'COVID-19: the disease, what is said about it, and the measures against it.',
      '新冠疫情：疾病、相关信息和防控措施。',
    ],
    ['Residents object to the fencing of their street.', '居民反对封闭所在街道。'],
  ),
  term(
    'police-conduct',
    ['Police conduct and justice', '警察行为与司法'],
    [
      'What police, prosecutors, courts or prisons do or fail to do.',
      '警察、检察、法院或监所的作为或不作为。',
    ],
    ['A video of a rough arrest is passed around.', '一段粗暴抓捕的视频被传看。'],
  ),
  term(
    'corruption',
    ['Corruption', '腐败'],
    ['Officials or managers said to enrich themselves or others.', '官员或管理者被指为己或为他人谋利。'],
    ['Members of a cooperative ask to see its accounts.', '合作社成员要求查账。'],
  ),
  term(
    'elections-governance',
    ['Elections and governance', '选举与治理'],
    ['Elections, village affairs and the way decisions are made.', '选举、村务以及决策方式。'],
    ['Villagers dispute the count of a vote.', '村民质疑计票。'],
  ),
  term(
    'veterans',
    ['Veterans', '退役军人'],
    ['Posts, payments and standing of former soldiers.', '退役军人的安置、待遇和地位。'],
    ['Former soldiers ask for the posts promised to them.', '退役军人要求落实承诺的岗位。'],
  ),
  term(
    'ethnicity-religion',
    ['Ethnicity, religion and language', '民族、宗教与语言'],
    [
      'Worship, customs, schooling in a language, and relations between communities.',
      '信仰、习俗、语言教学以及族群关系。',
    ],
    ['Parents object to a change of the language of lessons.', '家长反对改变授课语言。'],
  ),
  term(
    'gender',
    ['Gender', '性别'],
    [
      'Treatment of people because of their sex, gender or sexuality.',
      '因性别、性别认同或性取向而受到的对待。',
    ],
    ['A hashtag collects reports of harassment.', '一个话题标签汇集骚扰经历。'],
  ),
  term(
    'political-expression',
    ['Political expression', '政治表达'],
    [
      'Opinions about the political order, the ruling party or its leaders.',
      '对政治制度、执政党或其领导人的意见。',
    ],
    ['A poster calls for a free press.', '一张海报呼吁新闻自由。'],
  ),
  term(
    'access-to-information',
    ['Access to information', '信息获取'],
    [
      'Reading, asking for or passing on what authorities withhold or block.',
      '阅读、索取或传播被当局隐瞒或屏蔽的内容。',
    ],
    ['A user passes on reports from a blocked website.', '某用户转发被屏蔽网站的报道。'],
  ),
  term(
    'commemoration',
    ['Commemoration', '纪念'],
    ['Remembering an event or the dead where that is unwanted.', '纪念不被允许纪念的事件或逝者。'],
    ['Candles are lit on an anniversary.', '有人在周年日点起蜡烛。'],
  ),
  term(
    'other',
    ['Other', '其他'],
    ['The matter is known and none of the terms fits.', '事由已知，但不属于以上任何一项。'],
    ['A dispute over the name of a street.', '关于街道名称的争议。'],
  ),
  term(
    'unknown',
    ['Unknown', '未知'],
    [
      'The source does not say what it was about. No record holds this code: the field is empty.',
      '来源未说明事由。记录中不存此代码，字段为空。',
    ],
    ['People came to the capital; their request is not told.', '有人进京，但未说明诉求。'],
    { stored: false },
  ),
];
