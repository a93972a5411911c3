import type { Locale } from '../locale';
import { formatNumber } from '../locale';

type Note = (count: number, name: string) => string;

/** Gives each note the form of all. */
const noted = <Kind extends string>(notes: Record<Kind, Note>) => notes;

/** What is wrong with rows, what should be known of rows that are written, and what was seen on reading a file. */
const en = {
  rules: {
    'ragged-row': {
      what: 'The row has another number of cells than there are columns.',
      remedy:
        'A delimiter stands inside a text: put the text in quotation marks, or choose another delimiter.',
    },
    'bad-characters': {
      what: 'The cell holds characters that are no text.',
      remedy: 'Remove them in the file, or choose another encoding.',
    },
    'long-cell': {
      what: 'The cell is longer than a million characters.',
      remedy: 'Shorten it; a quotation mark that is not closed swallows what follows.',
    },
    'long-text': {
      what: 'The text is longer than its field takes.',
      remedy: 'Map the column to the summary or keep it beside, or shorten it in the file.',
    },
    'no-day': { what: 'The row names no day.', remedy: 'Fill it in, or map the column that holds the day.' },
    'not-a-day': {
      what: 'This is no day of the calendar.',
      remedy: 'Write it as 2019-09-13, 2019-09, 2019-W37, 2019-Q3 or 2019.',
    },
    'ambiguous-day': {
      what: 'Day and month can stand in either order.',
      remedy: 'Say which comes first in this file.',
    },
    year: {
      what: 'The year lies outside of 1900 to 2100.',
      remedy: 'Correct it in the file, or map another column.',
    },
    'short-year': {
      what: 'The year has two digits, and no century is guessed.',
      remedy: 'Write it with four digits in the file.',
    },
    'day-order': { what: 'The last day lies before the first.', remedy: 'Correct one of them in the file.' },
    'no-place': {
      what: 'The row names no place.',
      remedy: 'Fill it in, map the column that holds it, or say which place such rows get.',
    },
    'place-unknown': {
      what: 'No place has this name.',
      remedy: 'Choose the place that is meant; it then holds for all rows with that name.',
    },
    'place-ambiguous': {
      what: 'Several places have this name.',
      remedy: 'Choose the one that is meant, or map columns of province and city too.',
    },
    'bad-point': {
      what: 'These are no coordinates.',
      remedy: 'Write degrees, e.g. 21.27 and 110.36; look whether latitude and longitude are exchanged.',
    },
    'unknown-code': {
      what: 'It is not said what this value is coded as.',
      remedy: 'Code it below, or let such values be kept beside.',
    },
    'no-type': {
      what: 'The row has no type of incident.',
      remedy: 'Map a column to the type, or say one type for all rows.',
    },
    'bad-count': {
      what: 'This is no whole number of people.',
      remedy: 'Correct it in the file, or map the column to the size in words.',
    },
    'size-order': {
      what: 'The upper bound of the size is smaller than the lower one.',
      remedy: 'Look whether the two columns are exchanged.',
    },
    'bad-extra': {
      what: 'The column of further values can’t be read as JSON.',
      remedy: 'Correct it in the file, or leave the column out.',
    },
    'duplicate-id': {
      what: 'The same id stands in an earlier row.',
      remedy: 'Delete one of the rows, or map the column that really names the record.',
    },
    'personal-data': {
      what: 'The text holds what looks like personal data.',
      remedy: 'Remove it in the file, or say below why it may stay.',
    },
  },
  warnings: {
    'size-unread': {
      what: 'The size can’t be read as a number.',
      remedy: 'The words are kept as they are; the record has no number.',
    },
    'place-part': {
      what: 'Only the wider part of the place was found.',
      remedy: 'The record stands at that place. Choose a narrower one where you know it.',
    },
    'place-disagrees': {
      what: 'The point does not lie in the place that is named.',
      remedy: 'The name was followed. Look whether latitude and longitude are exchanged.',
    },
    'identical-row': {
      what: 'An earlier row is the same in every cell.',
      remedy: 'Both are written. Delete one in the file if it is there by mistake.',
    },
    'value-left': {
      what: 'Nothing is coded from this value.',
      remedy: 'It is kept beside the record. Code it if a code fits.',
    },
    'maybe-personal': {
      what: 'The text may name a person.',
      remedy: 'The row is written. Read it before you publish it.',
    },
    skipped: { what: 'The row was passed over, as the mapping says.', remedy: 'Nothing need be done.' },
  },
  notes: noted({
    'merged-filled': (count) =>
      `Merged cells were filled with their value${count > 0 ? ` (${formatNumber(count, 'en')})` : ''}.`,
    'phantom-rows': (count) =>
      `Empty rows at the end were left out${count > 0 ? ` (${formatNumber(count, 'en')})` : ''}.`,
    'sheet-skipped': (_, name) => `The sheet “${name}” holds no cells, such as a chart, and was left out.`,
    'sheet-empty': (_, name) => `The sheet “${name}” is empty and was left out.`,
    'entry-skipped': (_, name) => `“${name}” is no table by its name and was left out.`,
    'date-1904': () => 'Days are counted from 1904, as old Excel for Mac does; they were read so.',
    'nested-joined': (count) =>
      `Lists inside of records were joined into one cell${count > 0 ? ` (${formatNumber(count, 'en')})` : ''}.`,
    'shape-skipped': (count) =>
      `Shapes other than points give no coordinates${count > 0 ? ` (${formatNumber(count, 'en')})` : ''}.`,
    'guessed-encoding': (_, name) =>
      `The encoding${name ? ` ${name}` : ''} was found by looking at the letters.`,
  }),
};

const zh: typeof en = {
  rules: {
    'ragged-row': {
      what: '该行的单元格数与列数不符。',
      remedy: '文字中含有分隔符：请给文字加引号，或选择其他分隔符。',
    },
    'bad-characters': { what: '单元格含有非文字字符。', remedy: '请在文件中删除，或选择其他编码。' },
    'long-cell': {
      what: '单元格超过一百万个字符。',
      remedy: '请缩短；未闭合的引号会吞掉后面的内容。',
    },
    'long-text': {
      what: '文字超出该字段的长度。',
      remedy: '请将该列对应到摘要或保留在附加数据中，或在文件中缩短。',
    },
    'no-day': { what: '该行没有日期。', remedy: '请补上，或对应含有日期的列。' },
    'not-a-day': {
      what: '不是有效日期。',
      remedy: '请写成 2019-09-13、2019-09、2019-W37、2019-Q3 或 2019。',
    },
    'ambiguous-day': { what: '日与月的先后不明。', remedy: '请说明此文件中哪个在前。' },
    year: { what: '年份不在 1900 至 2100 之间。', remedy: '请在文件中更正，或对应其他列。' },
    'short-year': { what: '年份只有两位数，系统不猜测世纪。', remedy: '请在文件中写成四位数。' },
    'day-order': { what: '结束日早于起始日。', remedy: '请在文件中更正其一。' },
    'no-place': {
      what: '该行没有地点。',
      remedy: '请补上，对应含有地点的列，或指定此类行的地点。',
    },
    'place-unknown': { what: '没有叫此名的地点。', remedy: '请选择所指的地点，同名各行一并适用。' },
    'place-ambiguous': {
      what: '有几个地点叫此名。',
      remedy: '请选择所指的地点，或同时对应省、市各列。',
    },
    'bad-point': {
      what: '不是有效坐标。',
      remedy: '请写度数，例如 21.27 和 110.36；并查看经纬度是否颠倒。',
    },
    'unknown-code': { what: '未说明此值编为何码。', remedy: '请在下方编码，或让此类值保留在附加数据中。' },
    'no-type': { what: '该行没有事件类型。', remedy: '请对应一列为类型，或为所有行指定一种类型。' },
    'bad-count': { what: '不是有效的人数。', remedy: '请在文件中更正，或将该列对应为文字规模。' },
    'size-order': { what: '规模上限小于下限。', remedy: '请查看两列是否颠倒。' },
    'bad-extra': { what: '附加数据列无法作为 JSON 读取。', remedy: '请在文件中更正，或不取该列。' },
    'duplicate-id': {
      what: '前面已有行使用相同编号。',
      remedy: '请删除其中一行，或对应真正标识记录的列。',
    },
    'personal-data': {
      what: '文字疑似含个人信息。',
      remedy: '请在文件中删除，或在下方说明为何可以保留。',
    },
  },
  warnings: {
    'size-unread': { what: '规模无法读作数字。', remedy: '原文照录，记录没有数字。' },
    'place-part': {
      what: '只找到了较大范围的地点。',
      remedy: '记录归于该地点。若知道更具体的地点，请选择。',
    },
    'place-disagrees': {
      what: '坐标不在所写的地点内。',
      remedy: '以地名为准。请查看经纬度是否颠倒。',
    },
    'identical-row': {
      what: '前面有一行各单元格完全相同。',
      remedy: '两行都会写入。若为误录，请在文件中删除。',
    },
    'value-left': { what: '此值未编码。', remedy: '保留在记录的附加数据中。若有合适的代码，请编码。' },
    'maybe-personal': { what: '文字可能写有人名。', remedy: '该行会写入。发布前请先阅读。' },
    skipped: { what: '按对应方式跳过该行。', remedy: '无需处理。' },
  },
  notes: {
    'merged-filled': (count) =>
      `合并单元格已填入其值${count > 0 ? `（${formatNumber(count, 'zh')} 个）` : ''}。`,
    'phantom-rows': (count) => `末尾空行已略去${count > 0 ? `（${formatNumber(count, 'zh')} 行）` : ''}。`,
    'sheet-skipped': (_, name) => `工作表“${name}”没有单元格（如图表），已略去。`,
    'sheet-empty': (_, name) => `工作表“${name}”为空，已略去。`,
    'entry-skipped': (_, name) => `“${name}”从名称看不是表格，已略去。`,
    'date-1904': () => '日期从 1904 年起计（旧版 Mac Excel），已按此读取。',
    'nested-joined': (count) =>
      `记录中的列表已并入一个单元格${count > 0 ? `（${formatNumber(count, 'zh')} 处）` : ''}。`,
    'shape-skipped': (count) =>
      `点以外的图形不提供坐标${count > 0 ? `（${formatNumber(count, 'zh')} 个）` : ''}。`,
    'guessed-encoding': (_, name) => `编码${name ? ` ${name} ` : ''}是根据文字推断的。`,
  },
};

export const importRowMessages: Record<Locale, typeof en> = { en, zh };
