import { clbCrosswalks } from './clb-values';
import { columnsOf, fitOf } from './headers';
import { incidents, needed } from './tables';
import type { Preset } from './types';

/** Names of the columns over the years, in English and Chinese; the older files say Location for the province. */
const names = {
  date: ['Date', '日期'],
  title: ['Title', '标题', '名称'],
  description: ['Description', '描述', '事件描述', '内容'],
  province: ['Province', 'Location', '省份', '省', '地点', '地区'],
  city: ['City', 'Prefecture', '城市', '市'],
  county: ['County', 'District', '区县', '县区', '区', '县'],
  industry: ['Industry', '行业'],
  participants: ['Participants', 'Number of participants', 'No. of participants', '参与人数', '人数'],
  demands: ['Demands', 'Demand', 'Grievances', '诉求', '工人诉求'],
  responses: ['Responses', 'Response', '回应', '各方回应', '反应'],
  action: ['Action', 'Action type', 'Type of action', '行动', '行动方式', '行动类型'],
  others: [
    ...[
      'Sub-industry',
      'Subindustry',
      'Enterprise',
      'Company',
      'Ownership',
      'Source',
      'Link',
      'Image',
      'Photo',
    ],
    ...[
      'Latitude',
      'Longitude',
      '子行业',
      '企业',
      '公司',
      '企业名称',
      '所有制',
      '企业性质',
      '来源',
      '图片',
      '链接',
    ],
  ],
} as const;

export const clbStrikeMap: Preset = {
  id: 'clb-strike-map',
  version: '1',
  title: { en: 'CLB Strike Map', zh: '中国劳工通讯：罢工地图' },
  note: {
    en: 'Collective actions of workers: every row becomes a strike of workers, although the map also holds protests without a stoppage; look at the description. Demands and responses were typed freely: words that do not say which labour matter is meant become labour as a whole, and answers of the firm are not coded. Numbers of participants are classes, which overlap. The map held only a part of what happened, and its method changed at the start of 2017. Industry and ownership are kept beside the record.',
    zh: '工人集体行动：每行都归为工人罢工，但地图也收录没有停工的抗议，请看描述。诉求与回应为自由填写：看不出是哪类劳动问题的，一律归为“劳动”；企业的回应不编码。参与人数是分级，且互有重叠。地图只收录了实际发生的一部分，2017年初起方法有变。行业和所有制保留在附加数据中。',
  },
  fits: (headers) =>
    headers === null
      ? 0
      : fitOf(headers, {
          required: [names.date, names.province, names.industry, names.demands],
          known: Object.values(names).flat(),
        }),
  headerless: null,
  map: (headers) => {
    const { find, bind } = columnsOf(headers);
    const title = find(...names.title);
    const place = [names.province, names.city, names.county].flatMap((spellings) => find(...spellings) ?? []);
    const date = find(...names.date);
    return incidents({
      bindings: [
        ...bind('title', names.title),
        ...bind('summary', names.description),
        ...bind('size', names.participants),
        ...bind('issues', names.demands, { split: ',', crosswalk: 'clb-demands' }),
        ...bind('responses', names.responses, { split: ',', crosswalk: 'clb-responses' }),
        ...bind('forms', names.action, { split: ',', crosswalk: 'clb-forms' }),
      ],
      crosswalks: clbCrosswalks,
      dates: { start: needed(date) },
      place: {
        names: place,
        latitude: find('Latitude'),
        longitude: find('Longitude'),
      },
      constants: [
        { target: 'type', value: 'strike' },
        { target: 'groups', value: 'workers' },
      ],
      // Older files have no title: several strikes of a day and a province would fall together, so the row stands.
      key: title === null || date === null ? [] : [date, title, ...place],
    });
  },
  dataset: {
    slug: 'clb-strike-map',
    refPrefix: 'clb',
    title: 'CLB Strike Map',
    description:
      'Collective actions of workers in China from the Strike Map of China Labour Bulletin, as imported.',
    licence: null,
    redistributable: false,
    citation: 'China Labour Bulletin, Strike Map, maps.clb.org.hk.',
  },
};
