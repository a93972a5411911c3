import type { Locale } from '../locale';
import { commandsEn } from './commands-en';
import { commandsZh } from './commands-zh';

/** The words of keyboard shortcuts and the command palette by language. */
export const commandMessages: Record<Locale, typeof commandsEn> = { en: commandsEn, zh: commandsZh };
