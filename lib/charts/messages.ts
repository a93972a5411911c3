import type { DatePrecision, Grain } from '@/lib/dates/periods';
import { formatNumber, type Locale } from '@/lib/i18n/locale';

/** The words that drawings of charts print themselves, on screen and in exported images. */
export type ChartMessages = {
  /** The band over made-up data. */
  synthetic: string;
  syntheticDetail: string;
  /** Legend: incidents dated more coarsely than the buckets. */
  coarseFor: Record<Grain, string>;
  /** Legend: dots whose date is known only to a longer span, by the precisions that occur. */
  knownOnlyTo: (precisions: DatePrecision[]) => string;
  noData: string;
  partCovered: string;
  /** Headings of a map's legend. */
  countOfIncidents: string;
  ratePerPeople: string;
  /** The year of the figures of population, when it is one year. */
  population: (year: number) => string;
  noRate: string;
  notSelected: string;
  outside: (places: { count: number; label: string }[]) => string;
  noMap: string;
  notOnMap: (names: string[]) => string;
  /** Units without an incident, named in words instead of as empty bars. */
  none: (names: string[]) => string;
  several: string;
  nothing: string;
  madeOn: (date: string) => string;
  /** How a screen reader hears one bar: "Sep 2019, Petition: 12". */
  value: (where: string, what: string, count: number) => string;
  coarseShare: (count: number) => string;
  percent: (share: number) => string;
};

const joinEn = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;

const en: ChartMessages = {
  synthetic: 'Synthetic data',
  syntheticDetail: 'some or all of these records are made up and describe no real event',
  coarseFor: {
    day: 'date not known to the day',
    week: 'date not known to the week',
    month: 'date not known to the month',
    quarter: 'date not known to the quarter',
    year: 'date not known to the year',
  },
  knownOnlyTo: (precisions) =>
    `date known to the ${joinEn(precisions.map((precision) => precisionEn[precision]))} only`,
  noData: 'no data',
  partCovered: 'covered in part',
  countOfIncidents: 'Incidents',
  ratePerPeople: 'Incidents per 100,000 people',
  population: (year) => `population of ${year}`,
  noRate: 'population not known',
  notSelected: 'faded: not selected',
  outside: (places) =>
    `${formatNumber(sum(places), 'en')} outside the map: ${places
      .map(({ count, label }) => `${label} ${formatNumber(count, 'en')}`)
      .join(', ')}`,
  noMap: 'No boundaries are held for this area; the bars give the numbers.',
  notOnMap: (names) => `Not on the map: ${names.join(', ')}`,
  none: (names) => `None in ${names.join(', ')}`,
  several: 'An incident may stand in several rows.',
  nothing: 'No incidents in this selection',
  madeOn: (date) => `Made on ${date}`,
  value: (where, what, count) => `${where}, ${what}: ${formatNumber(count, 'en')}`,
  coarseShare: (count) => `${formatNumber(count, 'en')} of them not dated so finely`,
  percent: (share) => `${formatNumber(share * 100, 'en')} %`,
};

const precisionEn: Record<DatePrecision, string> = {
  day: 'day',
  days: 'run of days',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};

const zh: ChartMessages = {
  synthetic: '虚构数据',
  syntheticDetail: '其中部分或全部记录为虚构，不涉及真实事件',
  coarseFor: {
    day: '日期未精确到日',
    week: '日期未精确到周',
    month: '日期未精确到月',
    quarter: '日期未精确到季度',
    year: '日期未精确到年',
  },
  knownOnlyTo: (precisions) =>
    `日期仅精确到${precisions.map((precision) => precisionZh[precision]).join('或')}`,
  noData: '无数据',
  partCovered: '仅部分覆盖',
  countOfIncidents: '事件数',
  ratePerPeople: '每十万人事件数',
  population: (year) => `${year}年人口`,
  noRate: '人口不详',
  notSelected: '淡色：未选中',
  outside: (places) =>
    `${formatNumber(sum(places), 'zh')}起在地图范围外：${places
      .map(({ count, label }) => `${label}${formatNumber(count, 'zh')}起`)
      .join('、')}`,
  noMap: '没有该地区的边界数据，数字见条形图。',
  notOnMap: (names) => `地图上未显示：${names.join('、')}`,
  none: (names) => `无事件：${names.join('、')}`,
  several: '一起事件可列入多行。',
  nothing: '所选范围内没有事件',
  madeOn: (date) => `制图日期：${date}`,
  value: (where, what, count) => `${where}，${what}：${formatNumber(count, 'zh')}`,
  coarseShare: (count) => `其中${formatNumber(count, 'zh')}起日期精度不足`,
  percent: (share) => `${formatNumber(share * 100, 'zh')}%`,
};

const precisionZh: Record<DatePrecision, string> = {
  day: '日',
  days: '若干日',
  week: '周',
  month: '月',
  quarter: '季度',
  year: '年',
};

function sum(places: { count: number }[]): number {
  return places.reduce((total, { count }) => total + count, 0);
}

/** The words of drawings in each language. */
export const chartMessages: Record<Locale, ChartMessages> = { en, zh };
