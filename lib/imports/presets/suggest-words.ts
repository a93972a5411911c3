import type { TargetKey } from '../targets';

/** What a column of a file can be suggested for: a target, or a part of the day or the place. */
export type Role =
  | TargetKey
  | 'start'
  | 'end'
  | 'datePrecision'
  | 'year'
  | 'month'
  | 'day'
  | 'endYear'
  | 'endMonth'
  | 'endDay'
  | 'placeCode'
  | 'placeName'
  | 'placePrecision'
  | 'latitude'
  | 'longitude';

/** Fields that are called otherwise as roles; a size as printed is read as a size. */
export const roleOfField: Record<string, Role | null> = {
  startsOn: 'start',
  endsOn: 'end',
  placeId: 'placeCode',
  destinationPlaceId: 'destination',
  sizeText: 'size',
  ...Object.fromEntries(
    ['ref', 'dataset', 'pointPublic', 'directives', 'orders', 'offices', 'sources', 'status', 'version'].map(
      (key) => [key, null],
    ),
  ),
};

/** Names of columns as people type them, beside those of the dictionary of fields; the surest first. */
export const words: Partial<Record<Role, readonly string[]>> = {
  externalId: [
    'no.',
    'record id',
    'incident id',
    'event id',
    'case number',
    '编号',
    '事件编号',
    '案例编号',
    '记录编号',
  ],
  title: ['subject', 'event', 'incident', '事件名称', '事件标题', '题目', '名称', '事件'],
  summary: [
    'details',
    'text',
    'what happened',
    '描述',
    '事件描述',
    '内容',
    '简介',
    '详情',
    '经过',
    '事件经过',
    '概述',
  ],
  type: ['kind', 'incident type', 'event type', '事件类型', '类别', '事件类别', '性质'],
  sourceCategory: ['来源类别', '原分类'],
  start: [
    ...[
      'day of incident',
      'date of incident',
      'when',
      'first day',
      'from',
      '日期',
      '发生日期',
      '事发日期',
      '事件日期',
    ],
    ...['开始日期', '起始日期', '发生时间', '事发时间', '开始时间', '时间'],
  ],
  end: ['last day', 'until', 'to', '结束日期', '截止日期', '结束时间', '终止日期'],
  year: ['year', 'iyear', '年', '年份'],
  month: ['month', 'imonth', '月', '月份'],
  day: ['day', 'iday', '日'],
  dayPart: ['时间段'],
  placeCode: ['division code', '行政区划代码', '区划代码', '地区代码', '行政区代码'],
  placeName: ['where', 'site', 'address', '事发地点', '发生地点', '事发地', '发生地', '地区', '位置'],
  size: [
    ...[
      'size',
      'people',
      'number of people',
      'crowd',
      'how many',
      '人数',
      '参与人数',
      '参加人数',
      '涉及人数',
    ],
    ...['规模', '事件规模'],
  ],
  sizeMin: ['min', 'minimum', 'at least', '最少人数', '最低人数', '人数下限'],
  sizeMax: ['max', 'maximum', 'at most', '最多人数', '最高人数', '人数上限'],
  issues: [
    'demand',
    'cause',
    'causes',
    'reason',
    'claims',
    '诉求',
    '议题',
    '原因',
    '起因',
    '缘由',
    '诉因',
    '问题',
  ],
  groups: [
    'participants group',
    'who',
    'actor',
    '参与者',
    '参与群体',
    '参与人群',
    '人群',
    '主体',
    '参与主体',
  ],
  forms: [
    'tactic',
    'tactics',
    'action',
    'actions',
    'method',
    '方式',
    '行动方式',
    '行动',
    '行为',
    '手段',
    '表现形式',
  ],
  targets: ['addressee', 'against', '对象', '针对对象', '抗议对象', '上访对象'],
  responses: [
    ...[
      'government response',
      'official response',
      'reaction',
      'police response',
      '应对',
      '回应',
      '官方回应',
    ],
    ...['政府回应', '处理', '处理结果', '处置情况', '当局处置', '政府应对'],
  ],
  codingNote: ['note', 'comments', 'remarks', 'remark', '备注', '说明', '注'],
};

/** Names of places by level, from the widest to the narrowest; what has no level of its own comes last. */
export const placeLevels: readonly (readonly string[])[] = [
  ['country', '国家'],
  ['province', 'admin1', 'adm1', '省份', '省', '省市', '省级'],
  ['prefecture', 'city', 'admin2', 'adm2', '城市', '市', '地市', '地级市', '市级'],
  ['county', 'district', 'admin3', '区县', '县区', '县', '区', '县市区', '县级'],
  ['township', 'town', '乡镇', '镇', '街道', '镇街', '乡镇街道'],
  ['village', '村', '村庄', '社区', '村社区'],
];
