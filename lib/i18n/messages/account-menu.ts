import type { Locale } from '../locale';

/** The words at the head of every page about who is signed in. */
const en = {
  label: 'Your account',
  signIn: 'Sign in',
  account: 'Your account',
  review: 'In work',
  history: 'History',
  accounts: 'Accounts',
  signOut: 'Sign out',
};

const zh: typeof en = {
  label: '您的账户',
  signIn: '登录',
  account: '您的账户',
  review: '进行中',
  history: '历史',
  accounts: '账户管理',
  signOut: '退出',
};

export const accountMenu: Record<Locale, typeof en> = { en, zh };
