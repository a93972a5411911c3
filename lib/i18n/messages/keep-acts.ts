import type { Locale } from '../locale';

/** The words of the buttons that export, save and copy a link; those of their dialogs are fetched with the dialogs. */
export type KeepActs = {
  export: string;
  exportOf: (title: string) => string;
  save: string;
  copyLink: string;
  copied: string;
  copyFailed: string;
};

const en: KeepActs = {
  export: 'Export',
  exportOf: (title) => `Export: ${title}`,
  save: 'Save view',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Copying was not allowed; select the link and copy it by hand.',
};

const zh: KeepActs = {
  export: '导出',
  exportOf: (title) => `导出：${title}`,
  save: '保存视图',
  copyLink: '复制链接',
  copied: '已复制',
  copyFailed: '浏览器不允许复制，请选中链接后手动复制。',
};

/** Those words by language. */
export const keepActs: Record<Locale, KeepActs> = { en, zh };
