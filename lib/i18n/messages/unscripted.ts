import type { Locale } from '../locale';

/** What the filter bar and forms say in browsers that run no scripts; only the server reads it. */
const en = {
  menus:
    'The menus need JavaScript. Without it, the links in the charts and the crosses of set filters work, and so does the address, which can be edited. For instance:',
  example: ' (strikes since 2019).',
  codes: 'The codes',
  form: 'This form needs JavaScript: what is sent without it is not taken.',
};

const zh: typeof en = {
  menus: '菜单须启用 JavaScript。未启用时，图表中的链接和已设筛选的叉号仍可使用，也可直接修改网址。例如：',
  example: '（2019 年以来的罢工）。',
  codes: '代码表',
  form: '此表单须启用 JavaScript，否则无法提交。',
};

/** Those words by language. */
export const unscriptedMessages: Record<Locale, typeof en> = { en, zh };
