import { term, vocabulary } from '../term';

/** How the interval `startsOn..endsOn` is meant. Codes are those of `datePrecisions` in `lib/dates/periods`. */
export const datePrecisionVocabulary = vocabulary(
  'datePrecision',
  false,
  ['Date precision', '日期精度'],
  ['How exactly the date is known, from fine to coarse.', '日期已知的精确程度，由细到粗。'],
  [
    term(
      'day',
      ['Day', '日'],
      ['The day is known; first and last day are the same.', '日期确定到日，首尾同日。'],
      ['13 May 2014.', '2014年5月13日。'],
    ),
    term(
      'days',
      ['Run of days', '数日'],
      ['It lasted over several days, and both ends are known.', '持续数日，首尾均已知。'],
      ['From 3 to 7 May 2015.', '2015年5月3日至7日。'],
    ),
    term(
      'week',
      ['Week', '周'],
      ['It fell within one week, Monday to Sunday.', '发生在某一周内，周一至周日。'],
      ['The week of 4 May 2015.', '2015年5月4日起的一周。'],
    ),
    term(
      'month',
      ['Month', '月'],
      ['It fell within one calendar month.', '发生在某一个月内。'],
      ['In March 2014.', '2014年3月。'],
    ),
    term(
      'quarter',
      ['Quarter', '季度'],
      ['It fell within one quarter of a year.', '发生在某一季度内。'],
      ['In the first quarter of 2014.', '2014年第一季度。'],
    ),
    term(
      'year',
      ['Year', '年'],
      ['Only the year is known.', '只知道年份。'],
      ['Some time in 2014.', '2014年内。'],
    ),
  ],
);

/** Part of the day, by local time; a null field is the filter value `unknown`. */
export const dayPartVocabulary = vocabulary(
  'dayPart',
  false,
  ['Part of the day', '时段'],
  ['When in the day it happened, where the source says so.', '来源所述的当日时段。'],
  [
    term(
      'morning',
      ['Morning', '上午'],
      ['From about six to noon.', '约六时至正午。'],
      ['Before work began.', '上班之前。'],
    ),
    term(
      'afternoon',
      ['Afternoon', '下午'],
      ['From noon to about six.', '正午至约十八时。'],
      ['At three o’clock.', '下午三时。'],
    ),
    term(
      'evening',
      ['Evening', '晚上'],
      ['From about six to midnight.', '约十八时至午夜。'],
      ['After the shops had closed.', '商店关门以后。'],
    ),
    term(
      'night',
      ['Night', '夜间'],
      ['From midnight to about six.', '午夜至约六时。'],
      ['At two o’clock at night.', '凌晨二时。'],
    ),
    term(
      'unknown',
      ['Unknown', '未知'],
      [
        'The source gives no part of the day. No record holds this code: the field is null.',
        '来源未说明时段。记录中不存此代码，字段为空。',
      ],
      ['Only the date is printed.', '只印出日期。'],
      { stored: false },
    ),
  ],
);
