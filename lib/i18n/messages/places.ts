import type { Locale } from '../locale';

/** The words of the page of places and their names. */
const en = {
  title: 'Places and their names',
  subtitle: 'By which names a place is found, in filters, in the search and when records are coded.',
  label: 'Find a place',
  hint: 'A name in English, pinyin or Chinese, a code, or another name. Divisions down to the county, and places below that records name.',
  find: 'Find',
  start: 'Type a name to see what a place is called.',
  none: (text: string) => `No place is called “${text}”.`,
  shown: (n: number) => (n === 1 ? '1 place' : `${n} places, the likeliest first`),
  most: (n: number) => `The ${n} likeliest places`,
  table: 'Places found',
  place: 'Place',
  code: 'Code',
  level: 'Level',
  aliases: 'Other names',
  noAliases: 'none',
  add: 'Add',
  newName: (place: string) => `Another name of ${place}`,
  remove: (alias: string, place: string) => `Remove ${alias} from ${place}`,
  added: (alias: string) => `Added: ${alias}`,
  removed: (alias: string) => `Removed: ${alias}`,
  failed: 'It could not be sent. Check the connection and try again.',
};

const zh: typeof en = {
  title: '地点名称',
  subtitle: '在筛选、搜索和编码时，可用哪些名称找到一个地点。',
  label: '查找地点',
  hint: '中文、拼音或英文名称，行政区划代码，或别名。含县级及以上区划，以及记录用到的县以下地点。',
  find: '查找',
  start: '输入名称，查看地点的各种称呼。',
  none: (text) => `没有名为“${text}”的地点。`,
  shown: (n) => `${n} 个地点，最可能的在前`,
  most: (n) => `最可能的 ${n} 个地点`,
  table: '找到的地点',
  place: '地点',
  code: '代码',
  level: '级别',
  aliases: '别名',
  noAliases: '无',
  add: '添加',
  newName: (place) => `${place}的别名`,
  remove: (alias, place) => `移除${place}的别名 ${alias}`,
  added: (alias) => `已添加：${alias}`,
  removed: (alias) => `已移除：${alias}`,
  failed: '无法发送，请检查网络后重试。',
};

export const placeMessages: Record<Locale, typeof en> = { en, zh };
