import type { Locale } from '../locale';
import { editProblems } from './edit-problems';

/** Why an act or a merge can't be done as it was sent: the sentences of editing, and these. */
const en = {
  nothingChosen: () => 'Choose what is to change.',
  addedAndRemoved: () => 'The same code is added and removed. Take one of the two out.',
};

const zh: typeof en = {
  nothingChosen: () => '请选择要修改的内容。',
  addedAndRemoved: () => '同一代码既添加又移除，请删除其中一项。',
};

export const actProblems: Record<Locale, typeof en & (typeof editProblems)['en']> = {
  en: { ...editProblems.en, ...en },
  zh: { ...editProblems.zh, ...zh },
};
