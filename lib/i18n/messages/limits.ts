import type { Locale } from '../locale';

/** What is said where somebody asks for more than one may within an hour; `minutes` until it may go on. */
const en = {
  export: (limit: number, minutes: number) =>
    `You have taken ${limit} files within this hour, which is the limit. The next can be had in ${minutes} min; one file can hold any number of records.`,
  image: (limit: number, minutes: number) =>
    `You have taken ${limit} images within this hour, which is the limit. The next can be had in ${minutes} min.`,
};

const zh: typeof en = {
  export: (limit, minutes) =>
    `本小时内已导出 ${limit} 个文件，达到上限。${minutes} 分钟后可继续；一个文件可容纳任意数量的记录。`,
  image: (limit, minutes) => `本小时内已导出 ${limit} 张图像，达到上限。${minutes} 分钟后可继续。`,
};

export const limitMessages: Record<Locale, typeof en> = { en, zh };
