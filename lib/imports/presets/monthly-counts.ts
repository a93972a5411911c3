import { columnsOf, type Headers, knownShare } from './headers';
import type { Preset } from './types';

/** Ordinary names of columns of totals, in English and Chinese. */
const names = {
  period: [
    ...['period', 'month', 'year_month', 'year-month', 'yearmonth', 'year month', 'quarter'],
    ...['期间', '时期', '年月', '月份', '统计月份', '统计期', '季度'],
  ],
  year: ['year', '年', '年份', '年度'],
  month: ['month', '月', '月份'],
  value: [
    ...['count', 'value', 'number', 'total', 'n', 'incidents', 'number of incidents', 'figure'],
    ...['数量', '数值', '件数', '起数', '次数', '总数', '合计', '总计', '事件数'],
  ],
  code: ['place_id', 'place_code', 'adcode', 'admin_code', '行政区划代码', '区划代码', '地区代码'],
  // Each level in its turn, from the widest.
  places: [
    ['country', '国家'],
    ['province', '省份', '省'],
    ['city', 'prefecture', '城市', '市', '地市'],
    ['county', 'district', '区县', '县区', '县', '区'],
    ['place', 'place_name', 'location', 'region', 'area', '地区', '地点', '地区名称', '区域'],
  ],
  metric: ['metric', '指标代码'],
  label: ['label', 'indicator', 'category', 'type', '指标', '指标名称', '类别', '类型', '项目'],
  others: ['unit', 'note', 'notes', 'source', '单位', '备注', '来源'],
} as const;
const known = [...Object.values(names).flat(2)];

/** The period of a row: year and month in columns of their own, one column, or a year alone. */
function periodOf({ find }: Headers) {
  const year = find(...names.year);
  const month = find(...names.month);
  if (year !== null && month !== null) return { year, month };
  const column = find(...names.period);
  if (column !== null) return { column };
  return year === null ? null : { year, month: null };
}

export const monthlyCounts: Preset = {
  id: 'monthly-counts',
  version: '1',
  title: { en: 'Counts by month or year', zh: '按月或按年的数量' },
  note: {
    en: 'Totals that a source states for a period, and for a place where it has one. They become reported figures, which are shown beside the counts of incidents and never mixed into them. Say what is counted, if no column does.',
    zh: '来源给出的某一时期（及地区）的总数。它们成为“报告数字”，与事件计数并列显示，绝不混算。如无列说明所计何物，请自行填写。',
  },
  // Such names are ordinary, so what else the table has counts in full: with many strange columns it is no such table.
  fits: (headers) => {
    if (headers === null) return 0;
    const columns = columnsOf(headers);
    return periodOf(columns) && columns.find(...names.value) ? knownShare(headers, known) : 0;
  },
  headerless: null,
  map: (headers) => {
    const columns = columnsOf(headers);
    const { find } = columns;
    const code = find(...names.code);
    const places = names.places.flatMap((spellings) => find(...spellings) ?? []);
    const metric = find(...names.metric);
    const label = find(...names.label);
    return {
      kind: 'figures',
      value: find(...names.value) ?? '',
      period: periodOf(columns) ?? { column: '' },
      place:
        code === null && places.length === 0
          ? null
          : {
              code,
              names: places,
              latitude: null,
              longitude: null,
              precision: null,
              decided: [],
              otherwise: null,
            },
      metric: { column: metric, value: metric === null ? 'incidents' : null },
      label: { column: label, value: label === null ? 'Incidents' : null },
      unit: 'incidents',
      order: null,
    };
  },
  dataset: null,
};
