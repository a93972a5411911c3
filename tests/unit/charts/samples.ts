import type { Bucket, ChartFrame, Dot, SeriesKey, TimeChart } from '@/lib/charts/types';
import type { CivilDate } from '@/lib/dates/civil';
import { formatDate, formatPeriod } from '@/lib/dates/format';
import { type DatePrecision, nextPeriod, periodEnd } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';

/** Charts for tests: the eight incidents of the Zhanjiang log, and made-up ones. */

export const long = {
  en: 'Incidents over time in all districts, counties and county-level cities of Zhanjiang, by type and month, with every record that the log describes one by one, and none of those it only counts',
  zh: '湛江市全部市辖区、县及县级市按类型与月份统计的群体性事件、上访、网络言论与舆情事件，包括周志逐条记述的全部记录，但不包括周志仅计入总数而未逐条记述的事件',
  unbroken: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
  unbrokenZh: '长'.repeat(180),
};

/** A frame of a chart with its usual words. */
export function frame(locale: Locale, change: Partial<ChartFrame> = {}): ChartFrame {
  const en = locale === 'en';
  return {
    title: en ? 'Incidents over time' : '事件时间分布',
    subtitle: en
      ? 'Described incidents of the Zhanjiang log, January 2019 – June 2020, all types and places'
      : '湛江周志逐条记述的事件，2019年1月 – 2020年6月，全部类型与地点',
    source: en ? 'Source: Epoch Times, 22 October 2020' : '来源：《大纪元时报》，2020年10月22日',
    n: en ? 'n = 8 incidents' : 'n = 8起事件',
    notes: en
      ? [
          '3 of the 8 are dated to the week only.',
          'The log reports 293 incidents; 8 of them are described one by one.',
        ]
      : ['8起中有3起日期仅精确到周。', '周志共报告293起事件，其中8起有逐条记述。'],
    permalink: 'https://daybook.example/?v=1&dataset=zhanjiang-log&from=2019-01&to=2020-06',
    madeOn: '2025-11-25',
    synthetic: 0,
    locale,
    ...change,
  };
}

const labels: Record<string, [string, string, string]> = {
  'mass-incident': ['Mass incident', '群体性事件', '#C2503A'],
  petition: ['Petition', '上访', '#2C6A96'],
  'online-speech': ['Online speech case', '网络言论', '#8C6BA0'],
  'public-opinion': ['Public-opinion event', '舆情事件', '#C99A2E'],
};

/** The keys of the four types that the log holds. */
export function keys(locale: Locale): SeriesKey[] {
  return Object.entries(labels).map(([code, [en, zh, color]]) => ({
    code,
    label: locale === 'en' ? en : zh,
    color,
  }));
}

/** Empty monthly buckets from one month to another. */
export function months(locale: Locale, from: CivilDate, to: CivilDate): Bucket[] {
  const result: Bucket[] = [];
  for (let start = from; start <= to; start = nextPeriod(start, 'month')) {
    result.push({
      start,
      end: periodEnd(start, 'month'),
      label: formatPeriod(start, 'month', locale),
      coverage: 'full',
      total: 0,
      stacks: {},
    });
  }
  return result;
}

const log: [CivilDate, CivilDate, DatePrecision, string, string, string][] = [
  [
    '2019-02-25',
    '2019-03-03',
    'week',
    'petition',
    'Petitioners travel to Beijing during the Two Sessions',
    '上访者在两会期间进京',
  ],
  [
    '2019-06-08',
    '2019-06-08',
    'day',
    'public-opinion',
    'A student dies in a fall at a middle school',
    '一名中学生坠楼身亡',
  ],
  [
    '2019-09-13',
    '2019-09-13',
    'day',
    'mass-incident',
    'Villagers of Su village gather against land acquisition',
    '吴川长岐镇苏村村民聚集反对征地',
  ],
  [
    '2019-10-02',
    '2019-10-02',
    'day',
    'online-speech',
    'A student is arrested over a video that mocks party leaders',
    '学生因侮辱领导人的视频被捕',
  ],
  [
    '2019-11-01',
    '2019-11-01',
    'day',
    'petition',
    'Teachers ask the social security bureau to account for their pension plan',
    '雷州教师要求社保局说明养老金方案',
  ],
  [
    '2019-12-02',
    '2019-12-08',
    'week',
    'online-speech',
    'A resident spreads a video of a clash at Huazhou Funeral Home',
    '居民传播化州殡仪馆警民冲突视频',
  ],
  [
    '2020-02-10',
    '2020-02-16',
    'week',
    'online-speech',
    'A netizen posts foreign broadcasters’ reports on COVID',
    '网民转发境外媒体的新冠报道',
  ],
  [
    '2020-03-11',
    '2020-03-11',
    'day',
    'petition',
    'Store owners ask a plaza to waive two months’ rent',
    '霞山商户要求广场免两个月租金',
  ],
];

/** What a chart over time is unless a test says otherwise: bars of counts, stacked by type. */
const usual = {
  draw: 'stacked',
  show: 'count',
  split: 'type',
  several: false,
  sentence: '',
  mean: null,
  lane: null,
  calendar: null,
  selected: null,
} as const;

/** The eight incidents of the log, one dot each. */
export function dotsChart(locale: Locale, change: Partial<TimeChart> = {}): TimeChart {
  const dots: Dot[] = log.map(([startsOn, endsOn, datePrecision, type, en, zh]) => ({
    ref: `zj-${startsOn}`,
    title: locale === 'en' ? en : zh,
    type,
    startsOn,
    endsOn,
    datePrecision,
    date: formatDate({ startsOn, endsOn, datePrecision, dayPart: null }, locale),
  }));
  return {
    ...usual,
    frame: frame(locale),
    grain: 'month',
    keys: keys(locale),
    buckets: months(locale, '2019-01-01', '2020-06-30'),
    dots,
    periods: [],
    total: 8,
    coarse: 0,
    ...change,
  };
}

/** Numbers that look random and are the same every time. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Eighteen months of made-up incidents in stacked bars, with gaps, hatching and spans of reference. */
export function barsChart(locale: Locale, change: Partial<TimeChart> = {}): TimeChart {
  const next = sequence(7);
  const en = locale === 'en';
  const buckets = months(locale, '2018-11-01', '2020-08-31').map((bucket, i): Bucket => {
    if (i < 2 || i > 20) return { ...bucket, coverage: 'none' };
    const stacks = Object.fromEntries(
      keys(locale).map(({ code }, k) => {
        const most = [16, 22, 6, 5][k] ?? 4;
        const coarse = k > 1 ? Math.floor(next() * 4) : Math.floor(next() * 2);
        return [code, { sure: Math.floor(most * (0.5 + next() * 0.6)), coarse }];
      }),
    );
    const total = Object.values(stacks).reduce((sum, { sure, coarse }) => sum + sure + coarse, 0);
    return { ...bucket, coverage: i === 20 || i === 2 ? 'part' : 'full', total, stacks };
  });
  return {
    ...usual,
    frame: frame(locale, {
      title: en ? 'Incidents in Zhanjiang by month and type' : '湛江事件：按月份与类型',
      subtitle: en
        ? 'Demonstration data set, January 2019 – June 2020; mass incidents, petitions, online speech cases and public-opinion events'
        : '演示数据集，2019年1月 – 2020年6月；群体性事件、上访、网络言论与舆情事件',
      source: en ? 'Source: Daybook, demonstration data set' : '来源：Daybook 演示数据集',
      n: en ? 'n = 720 incidents' : 'n = 720起事件',
      notes: en
        ? ['34 incidents are dated to the quarter or year only and are drawn hatched.']
        : ['34起事件日期仅精确到季度或年，以斜线表示。'],
      synthetic: 1,
    }),
    grain: 'month',
    keys: keys(locale),
    buckets,
    dots: null,
    periods: [
      { label: en ? 'Two Sessions' : '两会', startsOn: '2019-03-03', endsOn: '2019-03-15' },
      { label: en ? '4 June' : '六四', startsOn: '2019-06-04', endsOn: '2019-06-04' },
      { label: en ? 'National Day' : '国庆', startsOn: '2019-10-01', endsOn: '2019-10-07' },
      { label: en ? 'Fourth Plenum' : '四中全会', startsOn: '2019-10-28', endsOn: '2019-10-31' },
      { label: en ? 'Lockdown of Wuhan' : '武汉封城', startsOn: '2020-01-23', endsOn: '2020-04-08' },
      { label: en ? 'Two Sessions' : '两会', startsOn: '2020-05-21', endsOn: '2020-05-28' },
    ],
    total: 720,
    coarse: 34,
    ...change,
  };
}
