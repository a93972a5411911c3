import type { Locale } from '../locale';

/** What is said of a chart that leaves out the filter on its own field or fields, so that other values can be seen beside it. */
const en = {
  /** After n: what is counted instead. */
  counted: (n: string, fields: string, one: boolean, total: string) =>
    `${n}; counted here without the filter${one ? '' : 's'} on ${fields}: ${total}`,
  /** Around a sentence about what is counted. */
  around: (fields: string, one: boolean, sentence: string, kept: string) =>
    `Without the filter${one ? '' : 's'} on ${fields}: ${sentence} The filter${one ? '' : 's'} on ${fields} keep${one ? 's' : ''} ${kept}.`,
};

const zh: typeof en = {
  counted: (n, fields, _one, total) => `${n}；此图不计${fields}筛选，共 ${total} 起`,
  around: (fields, _one, sentence, kept) => `不计${fields}筛选：${sentence}按此筛选保留 ${kept} 起。`,
};

/** Those words by language. */
export const ownFilterMessages: Record<Locale, typeof en> = { en, zh };
