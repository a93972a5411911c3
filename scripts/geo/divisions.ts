/** One division of the code list, placed in the tree. */
export type Division = {
  code: string;
  parent: string;
  level: 'province' | 'prefecture' | 'county';
  nameZh: string;
};

/** Prefecture rows that only group others: municipalities' 市辖区 and 县, and directly administered counties. */
const grouping = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

/** Prefectures without counties, which the list repeats as their own only county. */
const withoutCounties = new Set(['4419', '4420', '4604', '6202']);

/** Provinces that the list leaves out. */
const further: readonly Division[] = [
  { code: '710000', parent: 'CN', level: 'province', nameZh: '台湾省' },
  { code: '810000', parent: 'CN', level: 'province', nameZh: '香港特别行政区' },
  { code: '820000', parent: 'CN', level: 'province', nameZh: '澳门特别行政区' },
];

/** A division of statistics only (development zones and the like): the last two digits are 71 to 79. */
function isZone(code: string): boolean {
  return /7[1-9]$/.test(code);
}

/**
 * The tree of divisions from the three lists of the code package. A county below a prefecture row that only
 * groups goes straight to its province.
 */
export function divisionsOf(lists: { provinces: string; cities: string; areas: string }): Division[] {
  const cities = rowsOf(lists.cities);
  const grouped = new Set(cities.filter(([, name]) => grouping.has(name)).map(([code]) => code));
  const provinces = rowsOf(lists.provinces).map(
    ([code, nameZh]): Division => ({ code: `${code}0000`, parent: 'CN', level: 'province', nameZh }),
  );
  const prefectures = cities
    .filter(([code]) => !grouped.has(code))
    .map(
      ([code, nameZh]): Division => ({
        code: `${code}00`,
        parent: `${code.slice(0, 2)}0000`,
        level: 'prefecture',
        nameZh,
      }),
    );
  const counties = rowsOf(lists.areas)
    .filter(([code, name]) => name !== '市辖区' && !isZone(code) && !withoutCounties.has(code.slice(0, 4)))
    .map(
      ([code, nameZh]): Division => ({
        code,
        parent: grouped.has(code.slice(0, 4)) ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`,
        level: 'county',
        nameZh,
      }),
    );
  return [...provinces, ...further, ...prefectures, ...counties];
}

function rowsOf(csv: string): [code: string, name: string][] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code, name] = line.replaceAll('"', '').split(',');
      if (!code || !name) throw new Error(`The code list has a row that cannot be read: ${line}`);
      return [code, name];
    });
}
