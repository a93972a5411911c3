import { mapClasses } from '@/lib/charts/scale';
import type { BreakdownChart, DistrictChart, DistrictUnit } from '@/lib/charts/types';
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
      synthetic: true,
    }),
    measure,
    width: 6 * cell,
    height: 10 * cell,
    units: chosen,
    classes: mapClasses(
      chosen.flatMap(({ count, rate }) => (measure === 'count' ? [count] : rate === null ? [] : [rate])),
      measure,
    ),
    coarse: { count: 4, label: en ? 'Zhanjiang' : '湛江', placeId: 'zj' },
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
      synthetic: true,
    }),
    key: 'issue',
    rows: rows.map(([code, labelEn, labelZh, count, depth]) => ({
      code,
      label: en ? labelEn : labelZh,
      count,
      selected: false,
      depth,
    })),
    several: true,
    color: '#A8A29A',
    total: 2410,
    ...change,
  };
}
