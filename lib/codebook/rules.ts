import type { Localised } from '@/lib/i18n/locale';

/** One rule of counting; `id` is its number in the codebook. */
export type CountingRule = { id: number; text: Localised };

/** How Daybook counts, for the codebook page. The rules are carried out in `lib/incidents/where` and `lib/explore`. */
export const countingRules: CountingRule[] = [
  {
    id: 1,
    text: {
      en: 'Every number counts incidents, each one once. In a field with several values, such as issue or order, one incident can stand in several rows, so the rows may sum to more than the total; the screen says where this is so.',
      zh: '所有数字均为事件数，每起只计一次。事由、要求等可多选的字段中，一起事件可出现在多行，各行之和可能大于总数，页面会注明。',
    },
  },
  {
    id: 2,
    text: {
      en: 'On a time chart an incident stands in the bucket that holds its first day. If its date is less exact than the bucket (a week in a chart by day), it is hatched there and named in the note below the chart.',
      zh: '在时间图中，事件计入其首日所在的时段。若日期精度粗于时段（如按日图中的周），则以斜线标示，并在图下注明数量。',
    },
  },
  {
    id: 3,
    text: {
      en: 'A filter by date keeps whatever may have happened in the range: one shared day is enough. The choice “certain” keeps only what lies in the range from its first day to its last.',
      zh: '日期筛选保留可能发生在该范围内的事件，只要有一天重合。选“确定”则只保留首尾均在范围内的事件。',
    },
  },
  {
    id: 4,
    text: {
      en: 'A filter by place takes in all places below it. Incidents known only to a wider area are not guessed into it; the screen says how many were left out for that reason.',
      zh: '地点筛选包含其下所有地点。只知道更大范围的事件不作推测归入，页面注明因此略去的数量。',
    },
  },
  {
    id: 5,
    text: {
      en: 'Within the days and the area that a data set covers, a bucket without incidents is zero. Beyond them nothing is known, and the chart shows a gap instead of a zero.',
      zh: '在数据集覆盖的时间和地区内，没有事件的时段为零；超出覆盖则为无数据，图中留空而不画零。',
    },
  },
  {
    id: 6,
    text: {
      en: 'A rate is the number of incidents per 100,000 people, with the population and the year that are named beside it. A place without a known population has no rate.',
      zh: '比率为每十万人的事件数，所用人口及年份列于旁边。人口不明的地点不计算比率。',
    },
  },
  {
    id: 7,
    text: {
      en: 'What is not known is shown as a value of its own and never as zero. Numbers of participants are summed as a range, from all lower bounds to all upper bounds, with the number of incidents that report none.',
      zh: '未知单独列为一项，绝不当作零。参与人数以区间相加（下限之和至上限之和），并注明未报人数的事件数。',
    },
  },
  {
    id: 8,
    text: {
      en: 'The numbers beside the values of a filter are worked out without that filter itself, so that they tell what choosing another value would bring.',
      zh: '筛选项旁的数字不受该项自身筛选影响，因而显示改选其他值会得到多少。',
    },
  },
  {
    id: 9,
    text: {
      en: 'A week runs from Monday to Sunday and is numbered by ISO 8601, which is also how the Zhanjiang log divides its weeks.',
      zh: '一周为周一至周日，按ISO 8601编号，与湛江记录的分周一致。',
    },
  },
  {
    id: 10,
    text: {
      en: 'Two selections are compared by incidents per day that both the filter and the data cover, or by shares. Below 10 incidents on either side there is no percentage and no ratio; every ratio has a 95 % interval.',
      zh: '两个筛选按每天事件数（筛选与数据均覆盖的天数）或占比比较。任何一方不足10起时不给百分比和比值；比值均附95%区间。',
    },
  },
  {
    id: 11,
    text: {
      en: 'A bucket is marked as a burst when it holds more than its own past makes likely (EARS C2 by day and week, historical limits by month and coarser). Only incidents dated finely enough for the bucket are judged.',
      zh: '某时段的事件数超过其自身过往的限值时标为突增（按日、周用EARS C2，按月及更粗用历史限值法），只判断日期精度足够的事件。',
    },
  },
];
