import type { Locale } from '../locale';

/** Why a record can't be saved as it was sent: a sentence for each message of its schema (lib/incidents/edit/input). */
const en = {
  missing: () => 'This must not be empty.',
  tooLong: (value: string) => `This is too long (${value.length} characters). Shorten it.`,
  notText: () => 'This holds characters that are no text, such as control characters. Remove them.',
  notDay: () => 'This is not a day of the calendar. Write it as YYYY-MM-DD, e.g. 2019-09-13.',
  notCode: () => 'Choose one of the terms of the codebook.',
  notCount: () => 'This must be a whole number, 1 or more; leave it empty where none is reported.',
  notDegrees: () => 'This is not a place on earth. Write degrees, e.g. 21.27.',
  halfPoint: () => 'Latitude and longitude are given together, or not at all.',
  sizeOrder: () => 'The upper bound is smaller than the lower one. Check both.',
  endsBefore: () => 'The last day lies before the first. Check both.',
  notOneDay: () => 'With the precision “day” the last day is the first. Change one of them.',
  notSeveralDays: () => 'With the precision “days” the last day comes after the first. Change one of them.',
  notWholePeriod: () =>
    'With this precision the first and the last day are those of a whole week (Monday to Sunday), month, quarter or year.',
  quoteTooLong: () => 'At most 12 printed words are kept. Quote fewer.',
  twice: () => 'The same is named twice. Remove one.',
  tooMany: () => 'These are too many. Remove some.',
  placeMissing: () => 'Choose a place.',
  placeUnknown: () => 'There is no such place.',
  refForm: () => 'Choose one from the list.',
  notAddress: () =>
    'This is not an address of the web. It begins with https:// or http:// and holds no name or password.',
  notLanguage: () => 'This is not a tag of a language. Write it as BCP 47 has it, e.g. en or zh-Hans.',
  notNumber: () =>
    'This must be a number with at most 16 digits before the point and 4 behind it, without commas.',
  notMetric: () => 'Write it in small letters, digits, hyphens and colons, e.g. incidents:petition.',
  issuedWhole: () =>
    'A date has a first day, a last day and a precision; leave all three empty where there is none.',
  daysOrder: () => 'The last day lies before the first. Check both.',
  fieldUnknown: () => 'Choose the field that this is evidence for.',
  personalReason: () =>
    'This looks like personal data, and the history would keep it for good. Say it without names and numbers of persons.',
  personalAlias: () => 'This looks like personal data. Only what a place is called can be added.',
  versionMissing: () =>
    'It is not said which version was changed. Load the page again; what you typed is kept.',
  notAsExpected: () => 'This is not as expected. Load the page again; what you typed is kept.',
};

const zh: typeof en = {
  missing: () => '此项不能为空。',
  tooLong: (value) => `此项过长（${value.length} 个字符），请缩短。`,
  notText: () => '此项含有控制字符等非文字字符，请删除。',
  notDay: () => '不是有效日期，请写成 YYYY-MM-DD，例如 2019-09-13。',
  notCode: () => '请选择编码手册中的词条。',
  notCount: () => '必须是不小于 1 的整数；未报告时请留空。',
  notDegrees: () => '不是有效的坐标，请填写度数，例如 21.27。',
  halfPoint: () => '纬度和经度须同时填写，或都不填。',
  sizeOrder: () => '上限小于下限，请核对。',
  endsBefore: () => '结束日早于起始日，请核对。',
  notOneDay: () => '精度为“日”时，结束日须与起始日相同。',
  notSeveralDays: () => '精度为“数日”时，结束日须晚于起始日。',
  notWholePeriod: () => '该精度要求起止日为完整的一周（周一至周日）、月、季或年。',
  quoteTooLong: () => '最多保留 12 个原文词语，请缩短引文。',
  twice: () => '重复列出，请删除一项。',
  tooMany: () => '项目过多，请删除一些。',
  placeMissing: () => '请选择地点。',
  placeUnknown: () => '没有这个地点。',
  refForm: () => '请从列表中选择。',
  notAddress: () => '不是有效网址，须以 https:// 或 http:// 开头，且不含用户名或密码。',
  notLanguage: () => '不是有效的语言标签，请按 BCP 47 填写，例如 en 或 zh-Hans。',
  notNumber: () => '必须是数字，小数点前最多 16 位、后最多 4 位，不含逗号。',
  notMetric: () => '请用小写字母、数字、连字符和冒号，例如 incidents:petition。',
  issuedWhole: () => '日期须同时有起始日、结束日和精度；没有日期时三项都留空。',
  daysOrder: () => '结束日早于起始日，请核对。',
  fieldUnknown: () => '请选择该证据所支持的字段。',
  personalReason: () => '此处疑似含有个人信息，而历史会永久保留。请改写，不写个人的姓名和号码。',
  personalAlias: () => '此处疑似含有个人信息。只能添加地点的名称。',
  versionMissing: () => '未指明修改的是哪个版本，请重新加载页面，已填写的内容会保留。',
  notAsExpected: () => '内容不符合要求，请重新加载页面，已填写的内容会保留。',
};

export const editProblems: Record<Locale, typeof en> = { en, zh };
