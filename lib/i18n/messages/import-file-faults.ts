import type { Localised } from '../locale';

/** Where in a file something is wrong; what is left out is not known or does not apply. */
export type FaultPlace = {
  /** What is said of the file: its name, with the sheet or the file of the archive. */
  file: string;
  /** As a spreadsheet numbers rows, from 1. */
  row?: number | undefined;
  /** The names or letters of columns, or the name of a part of an archive. */
  column?: string | undefined;
  /** What exactly is wrong there. */
  reason?: Localised | undefined;
  /** How large or how many it may be. */
  limit?: number | undefined;
};

const at = ({ row }: FaultPlace): Localised =>
  row === undefined ? { en: '', zh: '' } : { en: ` in row ${row}`, zh: `第 ${row} 行` };

function of({ column, reason }: FaultPlace): Localised {
  if (column !== undefined) return { en: ` (${column})`, zh: `（${column}）` };
  return reason ? { en: ` (${reason.en})`, zh: `（${reason.zh}）` } : { en: '', zh: '' };
}

const size = (bytes: number | undefined) => `${Math.round((bytes ?? 0) / 1_000_000).toLocaleString('en')} MB`;

/** Why a file can't be read as tables: what is wrong, where, and what to do. */
export const importFileFaults = {
  empty: ({ file }: FaultPlace): Localised => ({
    en: `“${file}” holds nothing. Choose a file with at least one row.`,
    zh: `“${file}”没有内容。请选择至少有一行的文件。`,
  }),
  'not-a-table': (place: FaultPlace): Localised => ({
    en: `“${place.file}” is no table that can be read${of(place).en}. Save it as CSV, XLSX, JSON, GeoJSON or Parquet.`,
    zh: `“${place.file}”不是可读取的表格${of(place).zh}。请另存为 CSV、XLSX、JSON、GeoJSON 或 Parquet。`,
  }),
  truncated: (place: FaultPlace): Localised => ({
    en: `“${place.file}” breaks off before its end. Send or download it again.`,
    zh: `“${place.file}”不完整，在结尾前中断。请重新上传或下载。`,
  }),
  bomb: (place: FaultPlace): Localised => ({
    en: `“${place.file}” grows far beyond its size when it is unpacked${of(place).en}, so it is not. Unpack it yourself and send the tables.`,
    zh: `“${place.file}”解压后远大于自身${of(place).zh}，因此未予解压。请自行解压后上传表格。`,
  }),
  'too-many-entries': (place: FaultPlace): Localised => ({
    en: `“${place.file}” holds more than ${place.limit} files. Send fewer at a time.`,
    zh: `“${place.file}”包含的文件超过 ${place.limit} 个。请分批上传。`,
  }),
  'unsafe-entry': (place: FaultPlace): Localised => ({
    en: `“${place.file}” holds a file whose name leads out of the archive or is no text${of(place).en}. Pack it again without folders, under plain names.`,
    zh: `“${place.file}”中有文件名指向压缩包之外或不是文本${of(place).zh}。请改用普通文件名，不带文件夹重新压缩。`,
  }),
  'nested-archive': (place: FaultPlace): Localised => ({
    en: `“${place.file}” holds an archive inside the archive${of(place).en}. Unpack that one first.`,
    zh: `“${place.file}”的压缩包中还有压缩包${of(place).zh}。请先解压里面的压缩包。`,
  }),
  encrypted: (place: FaultPlace): Localised => ({
    en: `“${place.file}” is locked by a password${of(place).en}. Take the password off and send it again.`,
    zh: `“${place.file}”有密码保护${of(place).zh}。请去除密码后重新上传。`,
  }),
  entities: (place: FaultPlace): Localised => ({
    en: `“${place.file}” holds definitions that no spreadsheet needs${of(place).en}, and they are not followed. Open it in a spreadsheet program and save it again.`,
    zh: `“${place.file}”包含电子表格不需要的实体定义${of(place).zh}，系统不予处理。请用电子表格软件打开并重新保存。`,
  }),
  'too-many-columns': (place: FaultPlace): Localised => ({
    en: `“${place.file}” has more than ${place.limit} columns${at(place).en}. Delete the columns that are not needed, or choose another delimiter.`,
    zh: `“${place.file}”${at(place).zh}超过 ${place.limit} 列。请删除不需要的列，或选择其他分隔符。`,
  }),
  'duplicate-headers': (place: FaultPlace): Localised => ({
    en: `Columns of “${place.file}” have the same name${at(place).en}${of(place).en}. Give each a name of its own, or choose another header row.`,
    zh: `“${place.file}”${at(place).zh}有同名的列${of(place).zh}。请使列名各不相同，或选择其他标题行。`,
  }),
  'empty-headers': (place: FaultPlace): Localised => ({
    en: `Columns of “${place.file}” hold values and have no name${at(place).en}${of(place).en}. Name them, or choose another header row.`,
    zh: `“${place.file}”${at(place).zh}有列含有值却没有列名${of(place).zh}。请补上列名，或选择其他标题行。`,
  }),
  'bad-headers': (place: FaultPlace): Localised => ({
    en: `Names of columns of “${place.file}” hold characters that no text has, or more than ${place.limit}${at(place).en}${of(place).en}. Write them anew, or choose another header row.`,
    zh: `“${place.file}”${at(place).zh}的列名含有文本中不应出现的字符，或超过 ${place.limit} 个字符${of(place).zh}。请重新填写列名，或选择其他标题行。`,
  }),
  'unclosed-quote': (place: FaultPlace): Localised => ({
    en: `In “${place.file}” a quotation mark is opened${at(place).en} and never closed. Close it, or double it if it belongs to the text.`,
    zh: `“${place.file}”${at(place).zh}有引号未闭合。请补上引号；若引号属于文字，请写成两个。`,
  }),
  'bad-encoding': (place: FaultPlace): Localised => ({
    en: `“${place.file}” holds bytes${at(place).en} that are no characters of ${place.column ?? 'its encoding'}. Choose another encoding, or save the file as UTF-8.`,
    zh: `“${place.file}”${at(place).zh}含有不属于 ${place.column ?? '该编码'} 的字节。请选择其他编码，或将文件另存为 UTF-8。`,
  }),
  'unknown-encoding': (place: FaultPlace): Localised => ({
    en: `The encoding${of(place).en} is not known. Choose one of UTF-8, UTF-16, GB18030, Big5 or Windows-1252.`,
    zh: `未知的编码${of(place).zh}。请选择 UTF-8、UTF-16、GB18030、Big5 或 Windows-1252。`,
  }),
  'bad-json': (place: FaultPlace): Localised => ({
    en: `“${place.file}” is no list of records in JSON${at(place).en}${of(place).en}. Correct that place, or save the records as one list of objects.`,
    zh: `“${place.file}”${at(place).zh}不是 JSON 记录列表${of(place).zh}。请更正该处，或将记录存为一个对象列表。`,
  }),
  damaged: (place: FaultPlace): Localised => ({
    en: `“${place.file}” is damaged${at(place).en}${of(place).en}. Open it in the program that made it and save it again.`,
    zh: `“${place.file}”${at(place).zh}已损坏${of(place).zh}。请用生成它的软件打开并重新保存。`,
  }),
  'too-large': (place: FaultPlace): Localised => ({
    en: `“${place.file}” is too large to be read${at(place).en}${of(place).en}${place.limit ? `: ${size(place.limit)} is the limit` : ''}. Split it, or save it as CSV.`,
    zh: `“${place.file}”${at(place).zh}过大，无法读取${of(place).zh}${place.limit ? `：上限为 ${size(place.limit)}` : ''}。请拆分，或另存为 CSV。`,
  }),
} as const satisfies Record<string, (place: FaultPlace) => Localised>;

/** Why a text of JSON can't be read. */
export const jsonFaults = {
  sign: { en: 'a sign that does not belong there', zh: '出现不应有的符号' },
  comma: { en: 'a comma or a colon is missing or too many', zh: '缺少或多出逗号或冒号' },
  bracket: { en: 'a bracket too many', zh: '多出括号' },
  open: { en: 'it ends within a record', zh: '记录未完结' },
  after: { en: 'something follows the end', zh: '结尾之后还有内容' },
  value: { en: 'a value stands where an object should', zh: '应为对象处出现了单个值' },
  list: { en: 'a list stands where an object should', zh: '应为对象处出现了列表' },
  deep: { en: 'too many levels', zh: '嵌套层数过多' },
  lists: { en: 'it holds several lists of objects', zh: '含有多个对象列表' },
} as const satisfies Record<string, Localised>;
