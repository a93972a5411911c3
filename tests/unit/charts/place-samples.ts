import { mapClasses } from '@/lib/charts/scale';
import type { BreakdownChart, DistrictChart, DistrictUnit } from '@/lib/charts/types';
import type { MatrixChart, MatrixHead } from '@/lib/charts/types-matrix';
import type { Locale } from '@/lib/i18n/locale';
import { frame } from './samples';

const units: [string, string, string, number, number, number, number, number, number, number][] = [
  // code, en, zh, count, people, column, row, columns, rows, (free)
  ['440881', 'Lianjiang', '廉江', 49, 1366900, 1, 0, 3, 2, 0],
  ['440823', 'Suixi', '遂溪', 37, 827900, 0, 2, 2, 2, 0],
  ['440883', 'Wuchuan', '吴川', 44, 910600, 4, 1, 2, 2, 0],
  ['440804', 'Potou', '坡头', 18, 341300, 3, 2, 1, 2, 0],
  ['440802', 'Chikan', '赤坎', 33, 400100, 2, 3, 1, 1, 0],
  ['440803', 'Xiashan', '霞山', 54, 543500, 2, 4, 1, 1, 0],
  ['440811', 'Mazhang', '麻章', 26, 334300, 2, 5, 2, 1, 0],
  ['440882', 'Leizhou', '雷州', 61, 1324600, 0, 4, 2, 4, 0],
  ['440825', 'Xuwen', '徐闻', 22, 635700, 0, 8, 3, 2, 0],
];

/** The nine units of Zhanjiang as boxes, with made-up counts. */
export function districtChart(locale: Locale, change: Partial<DistrictChart> = {}): DistrictChart {
  const en = locale === 'en';
  const cell = 60;
  const list = units.map(
    ([code, nameEn, nameZh, count, people, column, row, columns, rows]): DistrictUnit => ({
      code,
      name: en ? nameEn : nameZh,
      count,
      people,
      peopleYear: 2021,
      rate: (count / people) * 100_000,
      selected: true,
      d: `M${column * cell},${row * cell}l${columns * cell},0v${rows * cell}H${column * cell}Z`,
      labelX: (column + columns / 2) * cell,
      labelY: (row + rows / 2) * cell,
    }),
  );
  const measure = change.measure ?? 'count';
  const chosen = change.units ?? list;
  return {
    frame: frame(locale, {
      title: en ? 'Incidents by district' : '各区县事件数',
      n: en ? 'n = 350 incidents' : 'n = 350起事件',
      notes: [],
      synthetic: 1,
    }),
    sentence: en ? 'Leizhou has the most: 61 of 350 (17 %).' : '雷州最多：350 起中有 61 起（17%）。',
    measure,
    width: 6 * cell,
    height: 10 * cell,
    units: chosen,
    classes: mapClasses(
      chosen.flatMap(({ count, rate }) => (measure === 'count' ? [count] : rate === null ? [] : [rate])),
      measure,
    ),
    coarse: {
      count: 4,
      label: en ? 'Zhanjiang' : '湛江',
      placeId: 'zj',
      words: en ? '4 known only to Zhanjiang' : '4 起仅知发生在湛江',
    },
    around: { words: '', count: 0, places: [] },
    between: { words: '', count: 0, places: [] },
    outside: [
      { count: 1, label: en ? 'Maoming' : '茂名', placeId: 'mm' },
      { count: 1, label: en ? 'Beijing' : '北京', placeId: 'bj' },
    ],
    total: 350,
    ...change,
  };
}

/** Made-up counts of issues on two levels. */
export function breakdownChart(locale: Locale, change: Partial<BreakdownChart> = {}): BreakdownChart {
  const en = locale === 'en';
  const rows: [string, string, string, number, 0 | 1][] = [
    ['land-housing', 'Land and housing', '土地与住房', 1278, 0],
    ['land-acquisition', 'Land acquisition', '征地', 641, 1],
    ['stalled-housing', 'Stalled housing', '烂尾楼', 402, 1],
    ['labour', 'Labour', '劳动', 964, 0],
    ['wage-arrears', 'Wage arrears', '欠薪', 703, 1],
    ['pensions', 'Pensions and benefits', '养老与福利', 347, 0],
    ['police', 'Police conduct and justice', '警务与司法', 133, 0],
    ['environment', 'Environment', '环境', 27, 0],
    ['other', 'Other', '其他', 0, 0],
    ['unknown', 'Unknown', '不详', 48, 0],
  ];
  return {
    frame: frame(locale, {
      title: en ? 'What people asked for' : '诉求',
      n: en ? 'n = 2,410 incidents' : 'n = 2,410起事件',
      notes: [],
      synthetic: 1,
    }),
    sentence: en ? 'Land and housing is the most frequent.' : '最多的是土地与住房。',
    key: 'issue',
    rows: rows.map(([code, labelEn, labelZh, count, depth]) => ({
      code,
      label: en ? labelEn : labelZh,
      count,
      selected: false,
      excluded: false,
      depth,
      apart: code === 'unknown',
    })),
    more: { rows: 0, incidents: 0 },
    ordered: false,
    several: true,
    color: '#A8A29A',
    total: 2410,
    ...change,
  };
}

const sides: Record<'issue' | 'order', [string, string, string, number, 0 | 1][]> = {
  issue: [
    ['labour', 'Labour', '劳动', 40, 0],
    ['wage-arrears', 'Wage arrears', '欠薪', 25, 1],
    ['health', 'Health and medical disputes', '医疗卫生纠纷', 12, 0],
    ['veterans', 'Veterans', '退役军人', 6, 0],
    ['unknown', 'Unknown', '不详', 9, 0],
  ],
  order: [
    ['monitor', 'Monitor opinion', '监测舆情', 22, 0],
    ['surveillance', 'Increase online surveillance', '加强网络监控', 14, 0],
    ['political', 'Treat as a political task', '作为政治任务处理', 5, 0],
    ['none', 'No directive recorded', '无批示记录', 28, 0],
  ],
};

const matrixCells = [
  [14, 8, 3, 19],
  [9, 5, 1, 12],
  [6, 4, 0, 4],
  [3, 2, 1, 1],
  [2, 1, 1, 5],
];

function heads(field: 'issue' | 'order', locale: Locale): MatrixHead[] {
  return sides[field].map(([code, en, zh, total, depth]) => ({
    code,
    label: locale === 'en' ? en : zh,
    total,
    state: null,
    depth,
    apart: code === 'unknown' || code === 'none',
    values: [code],
  }));
}

/** Made-up counts of issues by orders; both fields take several values. */
export function matrixChart(locale: Locale, change: Partial<MatrixChart> = {}): MatrixChart {
  const en = locale === 'en';
  const shares = change.shares ?? 'none';
  return {
    frame: frame(locale, {
      title: en ? 'Matrix: Issue by Order' : '交叉表：事由与要求',
      n: en ? 'n = 64 incidents' : 'n = 64起事件',
      notes: [],
      synthetic: 1,
    }),
    sentence: en ? 'Most often together: Labour and Monitor opinion.' : '最常同时出现的是劳动与监测舆情。',
    rows: {
      field: 'issue',
      label: en ? 'Issue' : '事由',
      heads: heads('issue', locale),
      several: true,
      more: 0,
    },
    columns: {
      field: 'order',
      label: en ? 'Order' : '要求',
      heads: heads('order', locale),
      several: true,
      more: 0,
    },
    cells: matrixCells,
    shares,
    classes: mapClasses(
      shares === 'none' ? [14, 8, 3, 9, 5, 1, 6, 4, 3, 2, 1] : [35, 20, 8, 36, 20, 4, 50, 33],
      'count',
    ),
    total: 64,
    ...change,
  };
}
