import type { Locale } from '../locale';

/** Why there are no columns to be had (`/explore.arrow`). */
const en = {
  off: (_most: string) => 'This Daybook hands out no columns.',
  notHeld: (_most: string) => 'The columns are not in memory now, so they can’t be handed out.',
  tooMany: (most: string) =>
    `There are more than ${most} incidents, too many for one file of columns. Take /incidents.arrow instead.`,
  withheld: (_most: string) =>
    'Some incidents belong to a data set that may not be handed on, so there is no file of all. Take /incidents.arrow instead: it leaves them out.',
};

const zh: typeof en = {
  off: () => '本站不提供列数据文件。',
  notHeld: () => '列数据目前不在内存中，无法提供。',
  tooMany: (most) => `事件超过 ${most} 条，无法放入一个列数据文件。请改用 /incidents.arrow。`,
  withheld: () =>
    '部分事件所属的数据集不可再分发，因此没有包含全部事件的文件。请改用 /incidents.arrow，其中已略去这些事件。',
};

export const columnFileMessages: Record<Locale, typeof en> = { en, zh };
