import type { Locale } from '../locale';
import { accountsEn } from './accounts-en';
import { accountsZh } from './accounts-zh';

/** The words of signing in and of accounts. */
export const accountMessages: Record<Locale, typeof accountsEn> = { en: accountsEn, zh: accountsZh };
