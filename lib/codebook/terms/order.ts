import { term, vocabulary } from '../term';

/**
 * What a directive demands. Two values never stand in a record: `none` = the incident has no directive
 * recorded, `unknown` = there is a directive and its demands are not known (its list is empty). They exist for
 * filters and facets over incidents.
 */
export const orderVocabulary = vocabulary(
  'order',
  true,
  ['Order', '要求'],
  [
    'What officials demand in a directive: a note on an incident, or a policy document.',
    '官员在批示或文件中提出的要求。',
  ],
  [
    term(
      'monitor-opinion',
      ['Monitor opinion', '监测舆情'],
      ['Watch what the public says, and how much it is read.', '关注公众言论及其传播量。'],
      ['Count how often a story is opened.', '统计一则消息的点击量。'],
    ),
    term(
      'prepare-response',
      ['Prepare a response', '准备回应'],
      ['Be ready to answer in public.', '准备对外回应。'],
      ['Draft a notice in advance.', '事先拟好通报。'],
    ),
    term(
      'control-spread',
      ['Control spread', '控制传播'],
      ['Stop a text, a picture or a video from going round.', '阻止文字、图片或视频扩散。'],
      ['Keep a clip out of chat groups.', '不让视频进入聊天群。'],
    ),
    term(
      'online-surveillance',
      ['Increase online surveillance', '加强网络监控'],
      ['Watch more closely what people do online.', '更严密地监看网络活动。'],
      ['Check local groups more often.', '更频繁地巡查本地群组。'],
    ),
    term(
      'stability-control',
      ['Stability control', '维稳'],
      ['Keep calm and order, by means left to those addressed.', '维持稳定，手段由受文者自定。'],
      ['Keep a town calm over a holiday.', '节日期间保持某镇平稳。'],
    ),
    term(
      'prevent-escalation',
      ['Prevent escalation', '防止升级'],
      ['Keep an incident from growing or drawing in others.', '防止事态扩大或蔓延。'],
      ['See that a request does not become a crowd.', '防止个别请求变成群体行动。'],
    ),
    term(
      'investigate',
      ['Investigate', '调查'],
      ['Find out what happened and who was involved.', '查明经过和相关人员。'],
      ['Establish where a clip was made.', '查明视频拍摄地点。'],
    ),
    term(
      'punish',
      ['Punish', '惩处'],
      ['Have participants or organisers punished.', '惩处参与者或组织者。'],
      ['Fine those who called others.', '处罚召集者。'],
    ),
    term(
      'assess-risk',
      ['Assess risk', '评估风险'],
      ['Judge how likely and how grave a further incident would be.', '判断后续事件的可能性和严重程度。'],
      ['Rate the mood at a site.', '评估工地上的情绪。'],
    ),
    term(
      'follow-up',
      ['Follow up', '跟进'],
      ['Go on dealing with the matter.', '继续处理该事项。'],
      ['Keep in touch with a family.', '与家属保持联系。'],
    ),
    term(
      'report-daily',
      ['Report daily', '每日报告'],
      ['Report to those above every day.', '每天向上级报告。'],
      ['A message each evening.', '每晚一份报告。'],
    ),
    term(
      'political-task',
      ['Treat as a political task', '作为政治任务'],
      ['Give the matter the rank of a political duty.', '把该事项提升为政治任务。'],
      ['A visit is declared a matter of loyalty.', '把一次接待当作政治忠诚问题。'],
    ),
    term(
      'block-contact',
      ['Block contact', '阻断联系'],
      ['Keep people from meeting or hearing from each other.', '阻止人员会面或联络。'],
      ['Discourage guests from a reception.', '劝阻宾客赴招待会。'],
    ),
    term(
      'gather-intelligence',
      ['Gather intelligence', '搜集情报'],
      ['Learn beforehand what others plan.', '提前掌握他方动向。'],
      ['Ask for early notice of visits.', '要求提前通报来访。'],
    ),
    term(
      'keep-database',
      ['Keep a database', '建立数据库'],
      [
        'Collect data on people or bodies. Daybook records that this was ordered, not the data.',
        '收集人员或机构数据。本库只记录有此要求，不记录数据。',
      ],
      ['A register of organisations is to be made.', '要求建立组织名册。'],
    ),
    term(
      'economic-measure',
      ['Economic measure', '经济措施'],
      ['Promote, move or restrain firms or industries.', '促进、转移或限制企业或产业。'],
      ['Encourage firms to build abroad.', '鼓励企业到境外建厂。'],
    ),
    term(
      'other',
      ['Other', '其他'],
      ['The demand is known and none of the terms fits.', '要求已知，但不属于以上任何一项。'],
      ['Prepare a visit from the province.', '准备省里的视察。'],
    ),
    term(
      'none',
      ['No directive recorded', '无批示记录'],
      [
        'The incident has no directive. A value of filters and facets only; no record holds this code.',
        '该事件没有批示。仅用于筛选和分面，记录中不存此代码。',
      ],
      ['A newspaper report without official notes.', '没有官方批示的新闻报道。'],
      { stored: false },
    ),
    term(
      'unknown',
      ['Unknown', '未知'],
      [
        'There is a directive and its demands are not known. No record holds this code: the field is empty.',
        '有批示但内容不明。记录中不存此代码，字段为空。',
      ],
      ['A note is mentioned and not quoted.', '提到有批示，但未引述。'],
      { stored: false },
    ),
  ],
);
