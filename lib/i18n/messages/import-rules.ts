import type { Localised } from '../locale';

/** What is wrong with a row and how it is mended, by rule (lib/imports/convert/types). */
const rules: Record<string, (column: string, value: string) => Localised> = {
  'ragged-row': (_, value) => ({
    en: `The row has another number of cells than there are columns (${value}). Look for a sign of separation that is missing or too many.`,
    zh: `该行单元格数与列数不符（${value}）。请检查是否缺少或多出分隔符。`,
  }),
  'bad-characters': (column) => ({
    en: `“${column}” holds characters that no text has. Remove them.`,
    zh: `“${column}”含有文本中不应出现的字符，请删除。`,
  }),
  'long-cell': (column, value) => ({
    en: `“${column}” holds ${value} characters; a cell may hold 1,000,000. Shorten it.`,
    zh: `“${column}”有 ${value} 个字符，单元格最多 1,000,000 个。请缩短。`,
  }),
  'long-text': (column, value) => ({
    en: `“${column}” is too long (${value} characters at most). Shorten it, or map it to another field.`,
    zh: `“${column}”过长（${value}，后者为上限）。请缩短或对应到其他字段。`,
  }),
  'no-day': (column) => ({
    en: `“${column}” gives no day. Fill it in; a month or a year will do.`,
    zh: `“${column}”没有日期。请填写，年或月亦可。`,
  }),
  'not-a-day': (column, value) => ({
    en: `“${value}” in “${column}” is no day of the calendar. Write it as 2019-09-13, 2019-09 or 2019.`,
    zh: `“${column}”中的“${value}”不是有效日期。请写作 2019-09-13、2019-09 或 2019。`,
  }),
  'ambiguous-day': (column, value) => ({
    en: `“${value}” in “${column}” may be meant day first or month first. Say which in the mapping.`,
    zh: `“${column}”中的“${value}”可能是日在前或月在前。请在对应步骤中说明。`,
  }),
  year: (column, value) => ({
    en: `“${value}” in “${column}” lies outside the years 1900 to 2100. Correct it.`,
    zh: `“${column}”中的“${value}”不在 1900 至 2100 年之间。请更正。`,
  }),
  'short-year': (column, value) => ({
    en: `The year of “${value}” in “${column}” has two digits only. Write all four.`,
    zh: `“${column}”中的“${value}”年份只有两位。请写全四位。`,
  }),
  'day-order': (_, value) => ({
    en: `The last day lies before the first (${value}). Correct one of them.`,
    zh: `结束日早于起始日（${value}）。请更正。`,
  }),
  'no-place': (column) => ({
    en: `No place is named${column === '' ? '' : ` in “${column}”`}. Fill it in, or say in the mapping which place is meant then.`,
    zh: `${column === '' ? '' : `“${column}”`}没有地点。请填写，或在对应步骤中指定。`,
  }),
  'place-unknown': (column, value) => ({
    en: `The place “${value}” in “${column}” is not known. Choose in the mapping which one is meant.`,
    zh: `未知地点“${value}”（“${column}”）。请在对应步骤中选择。`,
  }),
  'place-ambiguous': (column, value) => ({
    en: `“${value}” in “${column}” may mean several places. Choose in the mapping which one is meant.`,
    zh: `“${column}”中的“${value}”可能指多个地点。请在对应步骤中选择。`,
  }),
  'bad-point': (column, value) => ({
    en: `“${value}” (“${column}”) is no point of the globe: degrees north from -90 to 90, east from -180 to 180.`,
    zh: `“${value}”（“${column}”）不是有效坐标：纬度 -90 至 90，经度 -180 至 180。`,
  }),
  'unknown-code': (column, value) => ({
    en: `Nothing says what “${value}” in “${column}” is coded as. Add it to the crosswalk.`,
    zh: `未说明“${column}”中的“${value}”对应哪个代码。请加入对照表。`,
  }),
  'no-type': () => ({
    en: 'The row has no type of incident. Map a column to it, or choose one for all rows.',
    zh: '该行没有事件类型。请对应一列，或为全部行选择一种。',
  }),
  'bad-count': (column, value) => ({
    en: `“${value}” in “${column}” is no number. Write digits only, or map the column to “size as printed”.`,
    zh: `“${column}”中的“${value}”不是数字。请只写数字，或将该列对应为“规模原文”。`,
  }),
  'size-order': (_, value) => ({
    en: `The lower bound of the size is above the upper one (${value}). Correct one of them.`,
    zh: `人数下限大于上限（${value}）。请更正。`,
  }),
  'bad-extra': (column, value) => ({
    en: `“${value}” in “${column}” is no JSON object of texts. Correct it or leave the column out.`,
    zh: `“${column}”中的“${value}”不是文本的 JSON 对象。请更正或略去该列。`,
  }),
  'duplicate-id': (column, value) => ({
    en: `“${value}” stands in “${column}” of an earlier row. Give each row its own, or choose other columns as the key.`,
    zh: `“${value}”已出现在前面某行的“${column}”中。请使每行不同，或另选键列。`,
  }),
  'personal-data': (column) => ({
    en: `“${column}” holds what looks like personal data. Remove it, or say in the mapping why it must stay.`,
    zh: `“${column}”含有疑似个人信息。请删除，或在对应步骤中说明保留理由。`,
  }),
  'size-unread': (column, value) => ({
    en: `“${value}” in “${column}” is kept as words; no number was understood.`,
    zh: `“${column}”中的“${value}”仅保留原文，未能识别数字。`,
  }),
  'place-part': (column, value) => ({
    en: `Of “${value}” (“${column}”) only the wider place is known; the record is placed there.`,
    zh: `“${value}”（“${column}”）中仅识别出较大的地点，记录归于该处。`,
  }),
  'place-disagrees': (column, value) => ({
    en: `The coordinates lie outside of “${value}” (“${column}”); the name is followed.`,
    zh: `坐标不在“${value}”（“${column}”）内，以名称为准。`,
  }),
  'identical-row': (_, value) => ({
    en: `The row is the same as row ${value}. It is kept: it may be another event.`,
    zh: `该行与第 ${value} 行相同。仍予保留，可能是另一事件。`,
  }),
  'value-left': (column, value) => ({
    en: `Nothing is coded from “${value}” in “${column}”; it is kept beside the record.`,
    zh: `“${column}”中的“${value}”未编码，保留在记录旁。`,
  }),
  'maybe-personal': (column) => ({
    en: `“${column}” may hold personal data. Look at it before you publish.`,
    zh: `“${column}”可能含有个人信息。发布前请查看。`,
  }),
  skipped: () => ({ en: 'The row is passed over, as the mapping says.', zh: '按对应设置跳过该行。' }),
};

/** What a rule says of a row, in every language. */
export function ruleWords(rule: string, column: string, value: string): Localised {
  const words = rules[rule];
  return words ? words(column, value) : { en: rule, zh: rule };
}
