import type { Locale } from '../locale';

/** The words of the filter bar that stand on the page; those of its menus are fetched with them. */
const en = {
  results: {
    matching: (n: string, one: boolean) => (one ? `${n} record matches` : `${n} records match`),
    all: (n: string, one: boolean) => (one ? `${n} record` : `${n} records`),
    of: (total: string) => `, of ${total} in all`,
  },
  panel: {
    open: 'Filters',
    count: (n: string) => `${n} set`,
  },
  pill: {
    off: 'switched off',
    leaveOut: 'Leave these out instead',
    keep: 'Keep these instead',
    swap: 'Swap kept and left out',
    switchOff: 'Switch off',
    switchOn: 'Switch on again',
    remove: 'Remove',
    removeOff: (label: string) => `Remove the filter ${label}, which is switched off`,
    offHint: 'Switched off: kept at hand, but without effect on the numbers.',
  },
  /** How words are searched. */
  help: 'Every word must occur. "Quotes" keep words together; a minus before a word leaves it out. Chinese needs no blanks.',
};

const zh: typeof en = {
  results: {
    matching: (n) => `${n} 条记录符合`,
    all: (n) => `${n} 条记录`,
    of: (total) => `，共 ${total} 条`,
  },
  panel: {
    open: '筛选',
    count: (n) => `已设 ${n} 项`,
  },
  pill: {
    off: '已停用',
    leaveOut: '改为排除这些',
    keep: '改为只看这些',
    swap: '互换选入与排除',
    switchOff: '停用',
    switchOn: '重新启用',
    remove: '移除',
    removeOff: (label) => `移除已停用的筛选：${label}`,
    offHint: '已停用：条件仍保留，但不影响数字。',
  },
  /** How words are searched. */
  help: '各词须全部出现；"引号"内的词须相连；词前加减号表示排除；中文不必加空格。',
};

/** Those words by language. */
export const filterActs: Record<Locale, typeof en> = { en, zh };
