import { fold } from './fold';

/**
 * Whether it is worth looking for personal data in a text: false only where `findPersonalData` finds nothing. A glance
 * takes a fiftieth of the time, which counts where a million texts are read. A test holds it to that promise.
 */
export function isWorthLooking(text: string): boolean {
  if (plain.test(text)) return inPlain.test(text);
  return /[@＠]/.test(text) || numbers.test(text) || cues.test(text) || plates.test(text);
}

/** A text of nothing but ASCII, in which fewer things are to be looked for. */
const plain = /^[ -~\s]*$/;
const inPlain =
  /@|\d{7}|\d(?:[^A-Za-z\d]{0,4}\d){8}|weixin|wechat|qq|[vw]x|name|called|tel|phone|passport|permit|document/i;

/** Seven digits in a row, or nine with little between them: fewer make no number of a person without a word before it. */
const numbers = /\p{Nd}{7}|\p{Nd}(?:[^\p{L}\p{Nd}]{0,4}\p{Nd}){8}/u;

/** Words before a name, an account or a number. */
const cues =
  /微\s*信|weixin|wechat|qq|v信|[vw]x|扣扣|名叫|叫|姓|某|联系|当事|化名|真名|本名|name|called|电话|手机|座机|tel|phone|护照|passport|通行证|permit|document/i;

/** A province, a letter and what may be the rest of a plate. */
const plates =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳使领].{0,3}[A-Za-zＡ-Ｚａ-ｚ]/u;

/**
 * Whether a text may hold a number or an address of a person: false only where `findPersonalData` finds nothing but
 * names. It looks at the text as the detectors read it, so that nothing is hidden by the way it is written.
 */
export function mayHoldNumbers(text: string): boolean {
  if (bare.test(text)) return inBare.test(text);
  return inFolded.test(usual.test(text) ? text : fold(text).text);
}

/** Texts that the detectors read as they are: those without Chinese, in which fewer things are looked for, and others. */
const bare = /^[ -~\n\r\t]*$/;
const usual = /^[ -~\n\r\t\u4e00-\u9fff，。、；：！？“”‘’（）《》—…·]*$/;
const inBare = /@|\d{7}|\d(?:[^A-Za-z\d]{0,4}\d){8}|weixin|wechat|qq|[vw]x|passport|permit/i;
const inFolded =
  /@|\d{7}|\d(?:[^A-Za-z\d]{0,4}\d){8}|微信|weixin|wechat|qq|v信|[vw]x|扣扣|passport|permit|护照|通行证|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z]/i;
