import { term } from '../term';
import type { Term } from '../types';

const labour = { parent: 'labour' };
const land = { parent: 'land-housing' };

/** Issues of work, income, land, money and surroundings: the first half of the vocabulary `issue`. */
export const livelihoodIssues: readonly Term[] = [
  term(
    'labour',
    ['Labour', '劳动'],
    ['Work and the relation between workers and employers.', '工作以及劳动者与用人单位之间的关系。'],
    ['Workers object to a new shift plan.', '工人反对新的轮班安排。'],
  ),
  term(
    'wage-arrears',
    ['Wage arrears', '欠薪'],
    ['Wages that are owed and have not been paid.', '应付而未付的工资。'],
    ['Builders wait for three months’ wages.', '建筑工人等待三个月的工资。'],
    labour,
  ),
  term(
    'pay',
    ['Pay', '工资待遇'],
    [
      'The level of wages, bonuses or allowances; not unpaid wages.',
      '工资、奖金或补贴的水平；不含拖欠工资。',
    ],
    ['Drivers ask for a higher rate per trip.', '司机要求提高每趟的报酬。'],
    labour,
  ),
  term(
    'layoffs',
    ['Layoffs', '裁员'],
    [
      'Dismissals, closures, moves of a plant, and what is paid for them.',
      '解雇、关厂、搬迁以及相应的补偿。',
    ],
    ['Staff of a closing factory ask for severance pay.', '关停工厂的员工要求遣散费。'],
    labour,
  ),
  term(
    'social-insurance',
    ['Social insurance', '社会保险'],
    [
      'Contributions that an employer owes to the insurance of its workers.',
      '用人单位应为员工缴纳的社会保险费。',
    ],
    ['Workers find that no contributions were paid for them.', '工人发现单位没有为自己缴费。'],
    labour,
  ),
  term(
    'working-conditions',
    ['Working conditions', '劳动条件'],
    ['Hours, safety, health at work and treatment by superiors.', '工时、安全、职业健康以及管理方式。'],
    ['Workers complain of fumes in a hall.', '工人投诉车间里的烟气。'],
    labour,
  ),
  term(
    'pensions-benefits',
    ['Pensions and benefits', '养老金与福利'],
    [
      'Pensions, allowances and welfare paid by the state or through it.',
      '由国家支付或经手的养老金、补助和福利。',
    ],
    ['Retired staff ask how their pension was worked out.', '退休职工询问养老金如何计算。'],
  ),
  term(
    'land-housing',
    ['Land and housing', '土地与住房'],
    ['Rights to land, homes and the buildings people live in.', '土地、住宅以及居住房屋的权利。'],
    ['Families dispute the border of a plot.', '几户人家争议一块地的边界。'],
  ),
  term(
    'land-acquisition',
    ['Land acquisition', '征地'],
    [
      'Land taken for public or commercial use, and the payment for it.',
      '为公共或商业用途征用土地及其补偿。',
    ],
    ['Villagers object to fields being taken for a road.', '村民反对征用田地修路。'],
    land,
  ),
  term(
    'demolition',
    ['Demolition', '拆迁'],
    ['Homes or shops pulled down, and the resettlement that follows.', '拆除住宅或店铺以及随后的安置。'],
    ['Residents wait for the flats promised to them.', '居民等待承诺的安置房。'],
    land,
  ),
  term(
    'stalled-housing',
    ['Stalled housing', '烂尾楼'],
    ['Homes that were sold before completion and are late or abandoned.', '已预售但延期或停工的住房。'],
    ['Buyers gather at an empty building site.', '购房者聚集在停工的工地。'],
    land,
  ),
  term(
    'building-quality',
    ['Building quality', '房屋质量'],
    ['Faults of a building, or a building unlike what was sold.', '房屋缺陷，或与售楼承诺不符。'],
    ['Owners show cracks in new walls.', '业主展示新墙上的裂缝。'],
    land,
  ),
  term(
    'property-management',
    ['Property management', '物业管理'],
    ['Fees, services and rule of those who run a housing estate.', '小区管理方的收费、服务和管理权。'],
    ['Residents want to choose another manager.', '居民想更换物业公司。'],
    land,
  ),
  term(
    'rent-business',
    ['Rent and business', '租金与经营'],
    ['Rents, licences and conditions of small businesses.', '小商户的租金、许可和经营条件。'],
    ['Stallholders ask for a lower rent.', '摊主请求降低租金。'],
  ),
  term(
    'finance-fraud',
    ['Finance and fraud', '金融与诈骗'],
    ['Lost deposits, investments or membership fees.', '存款、投资或会费的损失。'],
    ['Savers cannot withdraw from a lending platform.', '储户无法从借贷平台取款。'],
  ),
  term(
    'taxes-prices',
    ['Taxes and prices', '税费与物价'],
    [
      'Taxes, charges, fines, and prices set or allowed by authorities.',
      '税收、收费、罚款以及当局制定或批准的价格。',
    ],
    ['Taxi drivers object to a new licence fee.', '出租车司机反对新的牌照费。'],
  ),
  term(
    'environment',
    ['Environment', '环境'],
    [
      'Pollution, waste, and plants that people do not want nearby.',
      '污染、废弃物以及居民不愿建在附近的设施。',
    ],
    ['Residents object to a planned incinerator.', '居民反对拟建的焚烧厂。'],
  ),
];
