import type { Locale } from '../locale';
import { districtsZh } from './districts-zh';

const kinds = {
  province: ['province', 'provinces'],
  prefecture: ['prefecture', 'prefectures'],
  county: ['county', 'counties'],
} as const;

/** What is said of incidents by district where they are counted; apart from the words of the page, which every visit fetches. */
const en = {
  unitsOf: {
    province: (area: string) => `the provinces of ${area}`,
    prefecture: (area: string) => `the prefectures of ${area}`,
    county: (area: string) => `the counties of ${area}`,
  },
  /** The units whose population is known, where that of others is not. */
  peopled: (n: string, one: boolean, level: keyof typeof kinds, area: string) =>
    `the ${one ? 'one' : n} ${kinds[level][one ? 0 : 1]} of ${area} whose population is known`,
  subtitleCount: (units: string) => `Incidents in ${units}.`,
  subtitleRate: (units: string) => `Incidents per 100,000 people in ${units}.`,
  sentence: {
    none: 'No incident is known to any of the districts.',
    most: (district: string, n: string, total: string, share: string) =>
      `${district} has the most: ${n} of ${total} (${share}).`,
    tied: (district: string, others: number, n: string, total: string, share: string) =>
      `${district} and ${others} ${others === 1 ? 'other' : 'others'} have the most: ${n} of ${total} each (${share}).`,
    highest: (district: string, rate: string) => `The highest rate is that of ${district}: ${rate}.`,
    /** After the units that have one. */
    highestOf: (district: string, rate: string) =>
      `The highest of these rates is that of ${district}: ${rate}.`,
    noneOf: 'No incident is known to any of these.',
    noRates: 'The population of none of the districts is known.',
  },
  coarse: (n: string, area: string) => `${n} known only to ${area}`,
  /** Known only to what holds the area. */
  around: (n: string) => `${n} known only to a wider area`,
  aroundLeftOut: (n: string, area: string) =>
    `${n} known only to a wider area, not counted here: it is not known whether they lie in ${area}`,
  /** Known to a division wider than the units. */
  between: {
    province: (n: string) => `${n} known only to the province`,
    prefecture: (n: string) => `${n} known only to the prefecture`,
    both: (n: string) => `${n} known only to the province or prefecture`,
  },
  boundaries: 'Boundaries are indicative and imply no view on any territory.',
  rateYears: (year: string) => `Rates use the population of ${year}.`,
  noRates: (n: string, total: string) =>
    `No rate for ${n} of ${total} districts, whose population is not known.`,
};

const zh: typeof en = {
  unitsOf: {
    province: (area) => `${area}各省`,
    prefecture: (area) => `${area}各地市`,
    county: (area) => `${area}各区县`,
  },
  peopled: (n, _one, level, area) => `${area} ${n} 个人口已知的${districtsZh.levels[level]}地区`,
  subtitleCount: (units) => `${units}的事件。`,
  subtitleRate: (units) => `${units}每10万人的事件数。`,
  sentence: {
    none: '没有事件可归入任何地区。',
    most: (district, n, total, share) => `${district}最多：${total} 起中有 ${n} 起（${share}）。`,
    tied: (district, others, n, total, share) =>
      `${district}等 ${others + 1} 个地区最多：${total} 起中各有 ${n} 起（${share}）。`,
    highest: (district, rate) => `比率最高的是${district}：${rate}。`,
    highestOf: (district, rate) => `其中比率最高的是${district}：${rate}。`,
    noneOf: '没有事件可归入这些地区。',
    noRates: '各地区的人口均不详。',
  },
  coarse: (n, area) => `${n} 起仅知发生在${area}`,
  around: (n) => `${n} 起仅知更大范围`,
  aroundLeftOut: (n, area) => `${n} 起仅知更大范围，未计入：是否发生在${area}不详`,
  between: {
    province: (n) => `${n} 起仅知所在省份`,
    prefecture: (n) => `${n} 起仅知所在地市`,
    both: (n) => `${n} 起仅知所在省份或地市`,
  },
  boundaries: '边界仅供示意，不代表对任何领土的立场。',
  rateYears: (year) => `比率采用 ${year} 年人口。`,
  noRates: (n, total) => `${total} 个地区中有 ${n} 个人口不详，不计比率。`,
};

/** Those words by language. */
export const districtSentences: Record<Locale, typeof en> = { en, zh };
