import type { Localised } from '../locale';

const list = (names: readonly string[]) => names.join(', ');

/** What is said when a backup can't be restored, in every language. */
export const backupMessages = {
  noBackup: (file: string): Localised => ({
    en: `${file} is not a whole backup of Daybook: it can't be opened, or its manifest is missing. Nothing was written.`,
    zh: `${file} 不是完整的 Daybook 备份：无法打开，或缺少清单。没有写入任何内容。`,
  }),
  damaged: (name: string): Localised => ({
    en: `The file ${name} of the backup is not as it was written. Nothing was restored; take another copy of the backup.`,
    zh: `备份中的文件 ${name} 与写入时不同。没有恢复任何内容；请换用另一份备份。`,
  }),
  otherSchema: (theirs: string, ours: string): Localised => ({
    en: `The backup is of the schema ${theirs}, this Daybook has ${ours}. Restore it with the version of Daybook that made it; then start the newer one, which brings the database up to date.`,
    zh: `备份的数据库结构为 ${theirs}，而此 Daybook 为 ${ours}。请用生成备份的版本恢复，再启动较新的版本，它会更新数据库。`,
  }),
  otherTables: (names: readonly string[]): Localised => ({
    en: `The backup and this database do not have the same tables: ${list(names)}.`,
    zh: `备份与此数据库的表不一致：${list(names)}。`,
  }),
  notEmpty: (names: readonly string[]): Localised => ({
    en: `A backup can only be restored into an empty database, and this one holds rows in ${list(names)}. Give a folder that does not exist yet, as in DAYBOOK_DATA_DIR=.restored npm run restore -- FILE.zip, or the address of an empty database in DATABASE_URL.`,
    zh: `备份只能恢复到空数据库，而此数据库的以下表中有数据：${list(names)}。请用 DAYBOOK_DATA_DIR 指定尚不存在的文件夹，或用 DATABASE_URL 指定空数据库。`,
  }),
  doesNotFit: (name: string): Localised => ({
    en: `The file ${name} of the backup does not fit this database. Nothing was restored.`,
    zh: `备份中的文件 ${name} 与此数据库不符。没有恢复任何内容。`,
  }),
  brokenHistory: (seq: number): Localised => ({
    en: `The history of the backup does not hold at entry ${seq}, so nothing was restored. See docs/history.md.`,
    zh: `备份的历史在第 ${seq} 条处不成立，因此没有恢复任何内容。见 docs/history.md。`,
  }),
};
