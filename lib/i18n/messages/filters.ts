import type { Locale } from '@/lib/i18n/locale';
import type { Ignored, IgnoredReason } from '@/lib/url/params';

type Sentence = (param: string, value: string) => string;

const en: Record<IgnoredReason, Sentence> = {
  'unknown-parameter': (param) => `“${param}” is not a parameter of this page.`,
  'unknown-value': (param, value) =>
    `“${value}” is not a value of “${param}”. The codebook lists the values.`,
  'not-a-date': (param, value) =>
    `“${value}” in “${param}” is not a date of the calendar. Write a year (2019), a month (2019-02), a quarter (2019-Q1), a week (2019-W09) or a day (2019-02-25).`,
  reversed: (param, value) =>
    `“${value}” in “${param}” was left out because the range ends before it begins. Swap “from” and “to”.`,
  repeated: (param, value) =>
    `“${param}” is given more than once; “${value}” was left out. Join several values with “~”.`,
  'too-long': (param) => `The value of “${param}” is too long to read. Shorten it.`,
  'not-text': (param) => `“${param}” holds characters that are not text. Remove them.`,
  'not-a-page': (_, value) => `“${value}” is not a page. Pages are whole numbers from 1.`,
};

const zh: Record<IgnoredReason, Sentence> = {
  'unknown-parameter': (param) => `本页没有“${param}”这个参数。`,
  'unknown-value': (param, value) => `“${value}”不是“${param}”的有效值；编码手册列出了全部取值。`,
  'not-a-date': (param, value) =>
    `“${param}”中的“${value}”不是有效日期。请写年（2019）、月（2019-02）、季度（2019-Q1）、周（2019-W09）或日（2019-02-25）。`,
  reversed: (param, value) => `“${param}”中的“${value}”被略去，因为结束早于开始。请对调“from”与“to”。`,
  repeated: (param, value) => `“${param}”重复出现，已略去“${value}”。多个值请用“~”连接。`,
  'too-long': (param) => `“${param}”的值过长，无法读取，请缩短。`,
  'not-text': (param) => `“${param}”含有非文本字符，请删除。`,
  'not-a-page': (_, value) => `“${value}”不是页码。页码为从 1 起的整数。`,
};

const sentences = { en, zh };

/** Why a value of the address was not taken, and the remedy, in one sentence. */
export function ignoredSentence({ param, value, reason }: Ignored, locale: Locale): string {
  return sentences[locale][reason](param, value);
}
