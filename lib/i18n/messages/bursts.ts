import type { Grain } from '@/lib/dates/periods';
import type { Locale } from '../locale';

/** The words of bursts in a chart over time. */
export type BurstMessages = {
  /** The switch. */
  mark: string;
  /** The heading of the list: "3 weeks exceed the limit". */
  title: (n: string, one: boolean, grain: Grain) => string;
  none: (grain: Grain) => string;
  /** Where no bucket at all has a limit. */
  noneJudged: (grain: Grain) => string;
  open: (where: string) => string;
  showAll: (n: string) => string;
  /** How a limit is found, by size of bucket. */
  methods: Record<Grain, string>;
  /** Where the chart draws another quantity than what is judged. */
  judged: Record<'share' | 'cumulative' | 'participants', string>;
  fine: (grain: Grain) => string;
  /** How often a mark means nothing. */
  chance: (grain: Grain) => string;
  unjudged: (n: string, one: boolean, grain: Grain) => string;
  noCalendar: string;
  noPanels: string;
};

/** Of so many buckets about one exceeds its limit though nothing changed, if counts are normal and independent (docs/bursts.md). */
const oneIn: Record<Grain, number> = { day: 65, week: 65, month: 28, quarter: 28, year: 16 };

const historyEn = (same: string, neighbours: string, deviations: string) =>
  `Bursts (historical limits): where the count exceeds the mean of ${same} in the five years before${neighbours}, plus ${deviations} standard deviations (1 at the least).`;
const recentEn = (grain: string) =>
  `Bursts (EARS C2): where the count exceeds the mean of seven ${grain}s, those before the last two, plus three standard deviations (1 at the least).`;

const en: BurstMessages = {
  mark: 'Mark bursts',
  title: (n, one, grain) => (one ? `${n} ${grain} exceeds the limit` : `${n} ${grain}s exceed the limit`),
  none: (grain) => `No ${grain} exceeds the limit.`,
  noneJudged: (grain) =>
    `No ${grain} could be judged: the data do not hold enough of the time before, or the dates of the filter no whole ${grain}.`,
  open: (where) => `Records of ${where}`,
  showAll: (n) => `Show all ${n}`,
  methods: {
    day: recentEn('day'),
    week: recentEn('week'),
    month: historyEn('the same month', ' and the months beside it', 'about 2'),
    quarter: historyEn('the same quarter', ' and the quarters beside it', 'about 2'),
    year: historyEn('the counts', '', 'about 2.1'),
  },
  judged: {
    share: 'Judged are numbers of incidents, not the shares that are drawn.',
    cumulative: 'Judged are numbers of incidents, not the running totals that are drawn.',
    participants: 'Judged are numbers of incidents, not the participants that are drawn.',
  },
  chance: (grain) => `About 1 ${grain} in ${oneIn[grain]} exceeds its limit by chance alone.`,
  fine: (grain) => `Only incidents dated to the ${grain} or finer are judged.`,
  unjudged: (n, one, grain) =>
    `${n} ${grain}${one ? ' is' : 's are'} not judged: the data or the dates of the filter hold only a part of ${one ? 'it' : 'them'}, or the data do not wholly cover the time that the limit is drawn from.`,
  noCalendar: 'Bursts are marked in bars and lines, not in a calendar.',
  noPanels: 'Bursts are marked in bars and lines, not in panels: a limit is that of all incidents together.',
};

const units: Record<Grain, string> = { day: '日', week: '周', month: '个月', quarter: '个季度', year: '年' };
const names: Record<Grain, string> = { day: '日', week: '周', month: '月', quarter: '季度', year: '年' };
const recentZh = (grain: Grain) =>
  `突增（EARS C2）：指某${names[grain]}的事件数超过此前七${units[grain]}（不含最近两${units[grain]}）的均值加三个标准差（标准差至少取 1）。`;
const historyZh = (what: string, deviations: string) =>
  `突增（历史限值法）：指事件数超过此前五年${what}的均值加约 ${deviations} 个标准差（标准差至少取 1）。`;

const zh: BurstMessages = {
  mark: '标出突增',
  title: (n, _, grain) => `${n} ${units[grain]}超过限值`,
  none: (grain) => `没有${names[grain]}超过限值。`,
  noneJudged: (grain) =>
    `没有可判断的${names[grain]}：数据未包含足够的此前时段，或筛选日期内没有完整的${names[grain]}。`,
  open: (where) => `${where}的记录`,
  showAll: (n) => `显示全部 ${n} 项`,
  methods: {
    day: recentZh('day'),
    week: recentZh('week'),
    month: historyZh('同月及其前后各一月', '2'),
    quarter: historyZh('同季度及其前后各一季度', '2'),
    year: historyZh('', '2.1'),
  },
  judged: {
    share: '判断所依据的是事件数，而非图中所绘的占比。',
    cumulative: '判断所依据的是事件数，而非图中所绘的累计数。',
    participants: '判断所依据的是事件数，而非图中所绘的参与人数。',
  },
  chance: (grain) => `约每 ${oneIn[grain]} ${units[grain]}有一${units[grain]}仅因偶然超过限值。`,
  fine: (grain) => `只判断日期精确到${names[grain]}或更细的事件。`,
  unjudged: (n, _, grain) =>
    `${n} ${units[grain]}未作判断：数据或筛选日期只包含其一部分，或数据未完整覆盖计算限值所需的时段。`,
  noCalendar: '突增只在柱形图和折线图中标出，日历中不标。',
  noPanels: '突增只在柱形图和折线图中标出，分图中不标：限值是就全部事件合计而言的。',
};

/** The words of bursts by language. */
export const burstMessages: Record<Locale, BurstMessages> = { en, zh };
