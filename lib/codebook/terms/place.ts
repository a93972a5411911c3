import { term, vocabulary } from '../term';

/** How exactly the place of an incident is known, from fine to coarse. */
export const placePrecisionVocabulary = vocabulary(
  'placePrecision',
  false,
  ['Place precision', '地点精度'],
  ['The level down to which the place is known.', '地点已知到哪一级。'],
  [
    term(
      'site',
      ['Site', '具体场所'],
      ['A building, a square, a plant or a similar spot.', '建筑、广场、工厂等具体地点。'],
      ['The gate of a factory.', '工厂大门。'],
    ),
    term(
      'village',
      ['Village or neighbourhood', '村或社区'],
      ['A village or an urban neighbourhood.', '村庄或城市社区。'],
      ['A village of a town.', '某镇的一个村。'],
    ),
    term(
      'township',
      ['Township', '乡镇'],
      ['A town, a township or a street office’s area.', '镇、乡或街道。'],
      ['A market town.', '一个集镇。'],
    ),
    term(
      'county',
      ['County', '县级'],
      ['A county, a district or a county-level city.', '县、区或县级市。'],
      ['A district of a city.', '市辖区。'],
    ),
    term(
      'prefecture',
      ['Prefecture', '地级'],
      ['A prefecture or a prefecture-level city.', '地区或地级市。'],
      ['A city with its counties.', '含下辖各县的城市。'],
    ),
    term(
      'province',
      ['Province', '省级'],
      ['A province, a region or a municipality under the central government.', '省、自治区或直辖市。'],
      ['Somewhere in a province.', '某省境内。'],
    ),
    term(
      'country',
      ['Country', '国家'],
      ['Only the country is known.', '只知道国家。'],
      ['A post from somewhere in the country.', '国内某地发出的帖子。'],
    ),
    term(
      'unknown',
      ['Unknown', '未知'],
      ['How exactly the place is known cannot be told.', '无法判断地点的精确程度。'],
      ['An imported row with a bare point.', '只带坐标的导入记录。'],
    ),
  ],
);

/** Levels of the tree of places, from wide to narrow. Divisions follow GB/T 2260; below are our own. */
export const placeLevelVocabulary = vocabulary(
  'placeLevel',
  false,
  ['Place level', '地点级别'],
  ['The level of a place in the tree of places.', '地点在层级中的级别。'],
  [
    term('country', ['Country', '国家'], ['A state.', '国家。'], ['China.', '中国。']),
    term(
      'province',
      ['Province', '省级'],
      ['First level below the country.', '国家之下第一级。'],
      ['Guangdong.', '广东省。'],
    ),
    term(
      'prefecture',
      ['Prefecture', '地级'],
      ['Second level: prefectures and cities with counties.', '第二级：地区和辖县的市。'],
      ['Zhanjiang.', '湛江市。'],
    ),
    term(
      'county',
      ['County', '县级'],
      ['Third level: counties, districts, county-level cities.', '第三级：县、区和县级市。'],
      ['Wuchuan.', '吴川市。'],
    ),
    term(
      'township',
      ['Township', '乡镇'],
      ['Fourth level: towns, townships, street offices.', '第四级：镇、乡、街道。'],
      ['A town of a county.', '某县的一个镇。'],
    ),
    term(
      'village',
      ['Village', '村'],
      ['Villages and urban neighbourhoods.', '村和城市社区。'],
      ['A village of a town.', '某镇的一个村。'],
    ),
    term(
      'site',
      ['Site', '场所'],
      ['A single building, square or plant.', '单个建筑、广场或工厂。'],
      ['A funeral home.', '殡仪馆。'],
    ),
  ],
);
