import type { Locale } from '../locale';

/** What is said when a page, or a part of one, could not be shown. */
const en = {
  title: 'This page could not be shown',
  text: 'Something went wrong on the server. The fault has been logged; your address and filter are kept.',
  downTitle: 'The database does not answer',
  downText: 'Daybook is running, but its database cannot be reached just now. No data is lost.',
  awayTitle: 'Daybook cannot be reached',
  awayText:
    'There is no answer from the server: it may be down, or this device may be offline. Your address and filter are kept.',
  fetching: 'Fetching …',
  partAway: 'This part could not be fetched: the server may be down, or this device may be offline.',
  waiting: 'This page opens by itself as soon as there is an answer.',
  back: 'There is an answer again. Opening the page …',
  retry: 'Try again',
  start: 'Start page',
  reference: (digest: string) => `Reference for the log: ${digest}`,
};

const zh: typeof en = {
  title: '页面无法显示',
  text: '服务器出现错误，已记入日志。当前网址与筛选条件均已保留。',
  downTitle: '数据库没有响应',
  downText: 'Daybook 正在运行，但暂时无法连接数据库。数据没有丢失。',
  awayTitle: '无法连接 Daybook',
  awayText: '服务器没有答复：服务器可能已停止，或本设备处于离线状态。当前网址与筛选条件均已保留。',
  fetching: '正在读取……',
  partAway: '无法读取这一部分：服务器可能已停止，或本设备处于离线状态。',
  waiting: '恢复后，本页会自动打开。',
  back: '已恢复，正在打开页面……',
  retry: '重试',
  start: '首页',
  reference: (digest) => `日志编号：${digest}`,
};

/** Those words by language. */
export const errorMessages: Record<Locale, typeof en> = { en, zh };
