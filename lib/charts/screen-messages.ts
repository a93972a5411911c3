import { formatNumber, type Locale } from '@/lib/i18n/locale';

/** Words of charts that only the screen needs: names of marks, hints and announcements. */
export type ScreenMessages = {
  incidents: (count: number) => string;
  /** The name of a bar: "Sep 2019: 1 incident, Mass incident 1". */
  bar: (where: string, total: string, parts: { label: string; count: number }[]) => string;
  /** The name of a unit of a map. */
  unit: (name: string, value: string) => string;
  legend: string;
  total: string;
  periods: string;
  perPeople: (rate: string) => string;
  /** What arrow keys do on bars; `range` = spans can be selected too. */
  keys: (range: boolean) => string;
  range: (span: string, incidents: string) => string;
  rangeLeft: string;
  showLess: string;
  tableOf: (title: string) => string;
  coarseColumn: string;
  districts: string;
  chart: (title: string) => string;
};

/** A count in words. Names are made for thousands of marks at once: most need no formatter. */
const whole = (count: number, locale: Locale) => (count < 1000 ? String(count) : formatNumber(count, locale));

const en: ScreenMessages = {
  incidents: (count) => `${whole(count, 'en')} ${count === 1 ? 'incident' : 'incidents'}`,
  bar: (where, total, parts) =>
    [`${where}: ${total}`, ...parts.map(({ label, count }) => `${label} ${whole(count, 'en')}`)].join(', '),
  unit: (name, value) => `${name}: ${value}`,
  legend: 'Legend',
  total: 'Total',
  periods: 'Periods of reference',
  perPeople: (value) => `${value} per 100,000 people`,
  keys: (range) =>
    `Arrow keys walk through the bars, up and down through their parts; Enter opens the records.${
      range ? ' Shift with the arrow keys selects a period, Esc gives it up.' : ''
    }`,
  range: (span, incidents) => `${span}: ${incidents}. Enter selects the period.`,
  rangeLeft: 'No period selected.',
  showLess: 'Show fewer',
  tableOf: (title) => `${title}, as a table`,
  coarseColumn: 'Of these, dated more coarsely',
  districts: 'Districts, largest first',
  chart: (title) => `Chart: ${title}`,
};

const zh: ScreenMessages = {
  incidents: (count) => `${whole(count, 'zh')} 起事件`,
  bar: (where, total, parts) =>
    [`${where}：${total}`, ...parts.map(({ label, count }) => `${label} ${whole(count, 'zh')}`)].join('，'),
  unit: (name, value) => `${name}：${value}`,
  legend: '图例',
  total: '合计',
  periods: '参照时段',
  perPeople: (value) => `每10万人 ${value} 起`,
  keys: (range) =>
    `左右方向键逐一查看柱形，上下方向键查看其各部分，按回车打开记录。${
      range ? '按住 Shift 加方向键可选取时段，Esc 取消。' : ''
    }`,
  range: (span, incidents) => `${span}：${incidents}。按回车选取该时段。`,
  rangeLeft: '未选取时段。',
  showLess: '收起',
  tableOf: (title) => `${title}（表格）`,
  coarseColumn: '其中日期较粗',
  districts: '各地区，由多到少',
  chart: (title) => `图表：${title}`,
};

/** The words of charts on screen in each language. */
export const screenMessages: Record<Locale, ScreenMessages> = { en, zh };
