import type { Locale } from '../locale';
import { editProblems } from './edit-problems';

/** Why a request that works on an import can't be taken as it was sent: the sentences of editing, and these. */
const en = {
  noBatch: () => 'There is no such import.',
  emptyFile: () => 'The file holds nothing. Choose a file with at least one row.',
  tooLarge: () => 'The file is larger than 4 GB. Split it.',
  notBytes: () => 'A piece of the file did not arrive whole. Send it again.',
  noValues: () => 'Choose at least one value, or remove the condition.',
  personalTitle: () =>
    'The title holds what looks like personal data, which everybody could read. Remove it.',
  slugForm: () => 'Write it in small letters and digits, parted by hyphens, e.g. strike-map.',
  prefixForm: () => 'Write it in small letters and digits, e.g. sm.',
};

const zh: typeof en = {
  noBatch: () => '没有此导入。',
  emptyFile: () => '文件没有内容。请选择至少有一行的文件。',
  tooLarge: () => '文件超过 4 GB，请拆分。',
  notBytes: () => '文件的一部分未完整送达，请重新上传。',
  noValues: () => '请至少选择一个值，或移除该条件。',
  personalTitle: () => '标题疑似含有个人信息，而所有人都能看到。请删除。',
  slugForm: () => '请用小写字母和数字，以连字符分隔，例如 strike-map。',
  prefixForm: () => '请用小写字母和数字，例如 sm。',
};

export const importProblems: Record<Locale, typeof en & (typeof editProblems)['en']> = {
  en: { ...editProblems.en, ...en },
  zh: { ...editProblems.zh, ...zh },
};
