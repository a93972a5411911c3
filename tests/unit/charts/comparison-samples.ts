import type { ComparisonBarsChart, ComparisonTimeChart } from '@/lib/charts/types-comparison';
import { formatPeriod } from '@/lib/dates/format';
import { nextPeriod, periodEnd } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import { frame } from './samples';

const countsA = [4, 7, 12, 9, 6, null, null, 3, 8, 11, 5, 2];
const countsB = [6, 9, 15, 22, 8, 4, null, null, 12, 14, 7, 3];

/** Two selections a year apart by month, with a gap in each and a month without any data. */
export function comparedTime(locale: Locale): ComparisonTimeChart {
  let at = '2020-01-01';
  const buckets = countsB.map((b, i) => {
    const a = countsA[i] ?? null;
    const before = `2019${at.slice(4)}`;
    const side = (start: string, count: number, isPart: boolean) => ({
      start,
      end: periodEnd(start, 'month'),
      label: formatPeriod(start, 'month', locale),
      count,
      isPart,
    });
    const bucket = {
      at,
      label: formatPeriod(at, 'month', locale),
      a: a === null ? null : side(before, a, false),
      b: b === null ? null : side(at, b, i === 11),
    };
    at = nextPeriod(at, 'month');
    return bucket;
  });
  const en = locale === 'en';
  return {
    frame: frame(locale, { title: en ? 'A and B over time' : 'A 与 B 随时间的变化' }),
    grain: 'month',
    aligned: 'years',
    keys: en
      ? { a: 'Type: Petition · Dates: 2019', b: 'Type: Petition · Dates: 2020' }
      : { a: '类型：上访 · 日期：2019年', b: '类型：上访 · 日期：2020年' },
    buckets,
    before: { a: 0, b: 0 },
    gap: en ? 'B: no data, or not in its dates' : 'B：无数据，或不在其日期内',
  };
}

/** Two selections by issue: a change, too few to compare, and a long name. */
export function comparedBars(locale: Locale): ComparisonBarsChart {
  const en = locale === 'en';
  const row = (code: string, label: string, a: number, b: number, change: string) => ({
    code,
    label,
    depth: code.includes('.') ? (1 as const) : (0 as const),
    a,
    b,
    lengthA: a / 365,
    lengthB: b / 366,
    detailA: a < 10 ? '' : en ? `${(a / 365).toFixed(2)} a day` : `每天 ${(a / 365).toFixed(2)} 起`,
    detailB: b < 10 ? '' : en ? `${(b / 366).toFixed(2)} a day` : `每天 ${(b / 366).toFixed(2)} 起`,
    change,
  });
  return {
    frame: frame(locale, { title: en ? 'What differs: Issues' : '有何不同：事由' }),
    field: 'issue',
    measure: 'rate',
    keys: comparedTime(locale).keys,
    rows: [
      row(
        'labour',
        en ? 'Labour' : '劳动',
        120,
        171,
        en ? '1.42 (1.13 to 1.80), large increase' : '1.42（1.13 至 1.80），大幅增加',
      ),
      row(
        'labour.arrears',
        en ? 'Wage arrears' : '拖欠工资',
        80,
        78,
        en ? '0.97 (0.71 to 1.33), limited change' : '0.97（0.71 至 1.33），变化有限',
      ),
      row(
        'health',
        en
          ? 'Health, medical disputes and whatever else is said of hospitals, clinics and doctors in town and country'
          : '医疗卫生、医患纠纷以及关于城乡医院、诊所与医生的其他一切投诉与诉求',
        9,
        0,
        en ? 'too few to compare' : '数量过少，不作比较',
      ),
    ],
  };
}
