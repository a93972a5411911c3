import { each, table, type Values } from './tables';

/**
 * What workers demanded. The words were typed by hand over the years, in English and Chinese. Where a word does not
 * say which labour matter is meant (compensation, contract, management, overtime), it is `labour` as a whole.
 */
const demands: Values = {
  ...each(
    ['wage arrears', 'wages in arrears', 'unpaid wages', 'wage arrear', '欠薪', '拖欠工资', '讨薪'],
    'wage-arrears',
  ),
  ...each(
    [
      ...['pay', 'pay increase', 'pay increases', 'pay rise', 'pay cut', 'equal pay', 'wage increase'],
      ...['bonus', 'bonuses', 'allowance', 'subsidies', 'overtime pay', 'minimum wage'],
      ...['加薪', '涨薪', '工资', '奖金', '加班费', '降薪', '同工同酬'],
    ],
    'pay',
  ),
  ...each(
    ['layoffs', 'layoff', 'relocation', 'factory closure', 'closure', '裁员', '搬迁', '搬厂', '工厂倒闭'],
    'layoffs',
  ),
  ...each(['social insurance', 'social security', '社保', '社会保险'], 'social-insurance'),
  ...each(
    [
      ...['work conditions', 'working conditions', 'work condition', 'leave', 'working hours', 'safety'],
      ...['工作条件', '劳动条件', '休假', '工时', '工作时间', '安全'],
    ],
    'working-conditions',
  ),
  ...each(['pension', 'pensions', '养老金', '退休金'], 'pensions-benefits'),
  ...each(['corruption', '腐败'], 'corruption'),
  ...each(['prices', 'fuel prices', '油价', '物价'], 'taxes-prices'),
  ...each(
    ['taxi fees', 'rental fees', 'illegal cabs', 'illegal taxis', '份子钱', '租金', '黑车'],
    'rent-business',
  ),
  ...each(
    [
      ...[
        'compensation',
        'contract',
        'contracts',
        'management',
        'merger',
        'overtime',
        'housing fund',
        'regulation',
      ],
      ...[
        'privatization',
        'union',
        '补偿',
        '赔偿',
        '合同',
        '管理',
        '合并',
        '加班',
        '住房公积金',
        '改制',
        '工会',
      ],
    ],
    'labour',
  ),
  ...each(['violence', 'attack', 'other', '暴力', '其他', '其它'], 'other'),
  ...each(['unknown', 'none', 'n/a', '-', '未知', '不详', '无'], []),
};

/**
 * What followed. Only what authorities did counts: a firm that gave in, or did not, is no response of ours. "Police"
 * says no more than that they were there; "no response" may only mean that none was told.
 */
const responses: Values = {
  ...each(['police', 'police presence', 'police present', '警察', '警察到场', '出警'], 'police-presence'),
  ...each(['arrest', 'arrests', 'arrested', 'police arrests', '逮捕', '抓人'], 'arrest'),
  ...each(['detention', 'detained', '拘留', '拘捕'], 'detention'),
  ...each(['dispersal', 'dispersed', 'police dispersal', '驱散'], 'dispersal'),
  ...each(['police violence', 'beaten by police', '警察暴力', '警察打人'], 'force'),
  ...each(
    [
      ...['mediation', 'government mediation', 'government negotiation', 'government negotiations'],
      ...['government negotiation/mediation', '调解', '政府调解', '政府协调', '政府谈判'],
    ],
    'mediation',
  ),
  ...each(
    [
      ...['negotiation', 'negotiations', 'concession', 'concessions', 'violence', 'dismissal', 'dismissals'],
      ...[
        'union negotiation',
        'company negotiation',
        'no response',
        'no action',
        'unknown',
        'none',
        'n/a',
        '-',
      ],
      ...['协商', '谈判', '让步', '暴力', '开除', '企业协商', '无回应', '未知', '不详', '无'],
    ],
    [],
  ),
};

/** What they did, where the file has a column for it. */
const forms: Values = {
  ...each(['strike', 'work stoppage', '罢工', '停工'], 'strike'),
  ...each(['protest', 'demonstration', 'gathering', 'rally', '抗议', '示威', '集会', '聚集'], 'gathering'),
  ...each(['march', 'parade', '游行'], 'march'),
  ...each(['sit-in', 'sit in', '静坐'], 'occupation'),
  ...each(['road block', 'roadblock', 'blockade', 'blocking road', '堵路', '堵门'], 'blockade'),
  ...each(['banner', 'banners', '拉横幅'], 'banner'),
  ...each(['hunger strike', '绝食'], 'hunger-strike'),
  ...each(['suicide threat', 'threatening to jump', 'other', '跳楼讨薪', '其他', '其它'], 'other'),
  ...each(['unknown', '未知', '不详'], []),
};

/** Crosswalks of the strike map. The words have no end, so others are left uncoded. */
export const clbCrosswalks = [
  table('clb-demands', 'issue', demands, 'leave'),
  table('clb-responses', 'response', responses, 'leave'),
  table('clb-forms', 'form', forms, 'leave'),
];
