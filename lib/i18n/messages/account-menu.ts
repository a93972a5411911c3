import type { Locale } from '../locale';

/** The words about who is signed in at the head of every page, and of what an account brings with it there. */
const en = {
  label: 'Your account',
  signIn: 'Sign in',
  account: 'Your account',
  review: 'In work',
  history: 'History',
  accounts: 'Accounts',
  signOut: 'Sign out',
  newIncident: 'New incident',
};

const zh: typeof en = {
  label: '您的账户',
  signIn: '登录',
  account: '您的账户',
  review: '进行中',
  history: '历史',
  accounts: '账户管理',
  signOut: '退出',
  newIncident: '新建事件',
};

export const accountMenu: Record<Locale, typeof en> = { en, zh };
