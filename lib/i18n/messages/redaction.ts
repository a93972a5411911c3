import { formatNumber, type Locale } from '../locale';
import { editProblems } from './edit-problems';

const { notText, tooLong, tooMany } = editProblems.en;
const chinese = editProblems.zh;

/** The words of taking personal data out of an entry of the history. */
const en = {
  link: 'Redact …',
  title: (seq: number) => `Entry ${formatNumber(seq, 'en')} of the history`,
  subtitle: 'Personal data can be taken out of it for good, while the chain of the history still holds.',
  mark: (by: number) => `Passages were taken out of this entry; entry ${formatNumber(by, 'en')} tells why.`,
  formTitle: 'Take passages out',
  help: 'A mark […] stands in place of each, everywhere in this entry. It can’t be had back. The record itself is not changed: redact it first, and then each entry that holds the passage.',
  found: 'Likely personal data in this entry',
  noneFound: 'Nothing in it looks like personal data. Name below what is to go.',
  others: 'Other passages, one on each line, as they stand in the entry',
  reason: 'Why',
  reasonHint: 'Stands in the history for good, without names and numbers of persons.',
  submit: 'Take them out for good',
  working: 'They are being taken out …',
  failed: 'It could not be sent. Check the connection and try again.',
  itself: 'This entry tells of a redaction. Nothing can be taken out of it.',
  back: 'Back to the history',
  holdsNone: (entry: number) =>
    `There is no entry ${entry} that holds one of these passages. Write them as they stand in it.`,
  problems: {
    notText,
    tooLong,
    tooMany,
    entryForm: () => 'This is not the number of an entry.',
    passageForm: () => 'A passage has two characters or more.',
    passagesMissing: () => 'Choose or write at least one passage.',
    reasonMissing: () => 'Say why it is taken out.',
    personalReason: editProblems.en.personalReason,
    notAsExpected: editProblems.en.notAsExpected,
  },
};

const zh: typeof en = {
  link: '抹去……',
  title: (seq) => `历史第 ${formatNumber(seq, 'zh')} 条`,
  subtitle: '可将其中的个人信息永久抹去，历史链仍可核验。',
  mark: (by) => `此条已抹去部分文字，原因见第 ${formatNumber(by, 'zh')} 条。`,
  formTitle: '抹去文字',
  help: '所选文字在此条各处均以 […] 代替，无法恢复。记录本身不会改变：请先在记录中删去，再逐条处理含有该文字的历史。',
  found: '此条中疑似个人信息',
  noneFound: '未发现疑似个人信息。请在下方写明要抹去的文字。',
  others: '其他文字，每行一处，须与此条中的写法一致',
  reason: '原因',
  reasonHint: '将永久留在历史中，请勿写个人姓名和号码。',
  submit: '永久抹去',
  working: '正在抹去……',
  failed: '未能发送。请检查网络后重试。',
  itself: '此条说明一次抹去，本身不可抹去。',
  back: '返回历史',
  holdsNone: (entry) => `没有第 ${entry} 条，或其中没有这些文字。请按其中的写法填写。`,
  problems: {
    notText: chinese.notText,
    tooLong: chinese.tooLong,
    tooMany: chinese.tooMany,
    entryForm: () => '不是有效的条目编号。',
    passageForm: () => '每处文字至少两个字符。',
    passagesMissing: () => '请至少选择或填写一处文字。',
    reasonMissing: () => '请说明原因。',
    personalReason: chinese.personalReason,
    notAsExpected: chinese.notAsExpected,
  },
};

export const redactionMessages: Record<Locale, typeof en> = { en, zh };
