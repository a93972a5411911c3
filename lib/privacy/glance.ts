import { fold } from './fold';

/**
 * Whether it is worth looking for personal data in a text: false only where `findPersonalData` finds nothing. A glance
 * takes a fiftieth of the time, which counts where a million texts are read. A test holds it to that promise.
 */
export function isWorthLooking(text: string): boolean {
  if (bare.test(text)) return inBare.test(text) || namesInBare.test(text);
  const read = asRead(text);
  return inFolded.test(read) || names.test(read);
}

/** Words before a name, or before a number that is short. */
const namesInBare = /name|called|tel|phone|document/i;
const names =
  /名叫|叫|姓|某|联系|当事|化名|真名|本名|name|called|电话|手机|座机|tel|phone|document|[港澳使领].{0,3}[A-Za-z]/i;

/**
 * Whether a text may hold a number or an address of a person: false only where `findPersonalData` finds nothing but
 * names. It looks at the text as the detectors read it, so that nothing is hidden by the way it is written.
 */
export function mayHoldNumbers(text: string): boolean {
  if (bare.test(text)) return inBare.test(text);
  return inFolded.test(asRead(text));
}

/** A text as the detectors read it. */
const asRead = (text: string): string => (usual.test(text) ? text : fold(text).text);

/** Texts that the detectors read as they are: those without Chinese, in which fewer things are looked for, and others. */
const bare = /^[ -~\n\r\t]*$/;
const usual = /^[ -~\n\r\t\u4e00-\u9fff，。、；：！？“”‘’（）《》—…·]*$/;
const inBare = /@|\d{7}|\d(?:[^A-Za-z\d]{0,4}\d){8}|weixin|wechat|qq|[vw]x|passport|permit/i;
const inFolded =
  /@|\d{7}|\d(?:[^A-Za-z\d]{0,4}\d){8}|微信|weixin|wechat|qq|v信|[vw]x|扣扣|passport|permit|护照|通行证|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z]/i;
