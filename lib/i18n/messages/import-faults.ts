import type { Localised } from '../locale';

/** What imports say when something can't be done. */
export const importFaults = {
  stopped: { en: 'The import was broken off. Nothing was written.', zh: '导入已中止，未写入任何内容。' },
  noBatch: { en: 'There is no such import.', zh: '没有此导入。' },
  busy: {
    en: 'Something is being done with this import just now. Wait until it ends, or break it off.',
    zh: '此导入正在处理中。请等待其结束，或先中止。',
  },
  notNow: (status: string): Localised => ({
    en: `This can't be done with an import that is “${status}”.`,
    zh: `状态为“${status}”的导入不能执行此操作。`,
  }),
  personalText: (text: string): Localised => ({
    en: `“${text}” looks like personal data, and would stay for good. Say it without names and numbers of persons.`,
    zh: `“${text}”疑似含有个人信息，且会永久保留。请改写，不写个人的姓名和号码。`,
  }),
  noPlan: { en: 'Say first how the columns are mapped.', zh: '请先说明各列如何对应。' },
  planChanged: {
    en: 'The mapping was changed since the check. Check again before you write.',
    zh: '检查之后对应方式已改动。请重新检查后再写入。',
  },
  incomplete: {
    en: 'The file did not arrive whole. Choose it again.',
    zh: '文件未完整上传。请重新选择。',
  },
  sumDiffers: (name: string): Localised => ({
    en: `“${name}” arrived otherwise than it was sent. Choose it again.`,
    zh: `“${name}”传输有误。请重新选择。`,
  }),
  refusedRows: (count: string): Localised => ({
    en: `${count} rows were refused, so nothing was written. Mend them, or choose to write the others without them.`,
    zh: `有 ${count} 行被拒绝，因此未写入任何内容。请修正，或选择不含这些行写入。`,
  }),
  nothingToWrite: { en: 'No row can be written.', zh: '没有可写入的行。' },
  noDataset: (slug: string): Localised => ({
    en: `There is no data set “${slug}”. Choose another, or make it.`,
    zh: `没有数据集“${slug}”。请另选或新建。`,
  }),
  datasetTaken: (slug: string): Localised => ({
    en: `A data set with the name “${slug}” or its prefix is there already. Choose it, or another name.`,
    zh: `已有名为“${slug}”或前缀相同的数据集。请选择它，或换一个名称。`,
  }),
  notImported: (slug: string): Localised => ({
    en: `“${slug}” is made up for demonstration and takes no imports.`,
    zh: `“${slug}”为演示用虚构数据集，不接受导入。`,
  }),
  leadsAreDrafts: {
    en: 'These rows are leads, not incidents: they can be imported as drafts only.',
    zh: '这些行是线索而非事件，只能作为草稿导入。',
  },
  unknownCodes: (codes: string): Localised => ({
    en: `The crosswalk names codes that the codebook does not have: ${codes}.`,
    zh: `对照表含有编码簿中没有的代码：${codes}。`,
  }),
  unfitConstant: {
    code: (value: string): Localised => ({
      en: `“${value}” is no term of the codebook. Choose one of the list.`,
      zh: `“${value}”不是编码手册中的词条。请从列表中选择。`,
    }),
    count: (value: string): Localised => ({
      en: `“${value}” is no whole number of 1 or more. Write one, e.g. 60.`,
      zh: `“${value}”不是不小于 1 的整数。请填写，例如 60。`,
    }),
    size: (value: string): Localised => ({
      en: `“${value}” can’t be read as a size. Write it as e.g. 60, about 50 or 100-200.`,
      zh: `“${value}”不能读作规模。请写成例如 60、约50人或 100-200。`,
    }),
    yesNo: (value: string): Localised => ({
      en: `“${value}” is neither yes nor no. Choose one.`,
      zh: `“${value}”既不是“是”也不是“否”。请选择其一。`,
    }),
  },
  interrupted: {
    en: 'The import was interrupted: the app ended while it ran. Nothing was written. Start it again.',
    zh: '导入被中断：运行期间应用已结束。未写入任何内容，请重新开始。',
  },
  encodingUnsure: (candidates: string): Localised => ({
    en: `It can't be told in which encoding the file is written. Say which: ${candidates}.`,
    zh: `无法确定文件编码。请指定：${candidates}。`,
  }),
  noPreset: (name: string, known: string): Localised => ({
    en: `There is no preset “${name}”. There are: ${known}.`,
    zh: `没有预设“${name}”。可选：${known}。`,
  }),
  noMapping: {
    en: 'The mapping is neither a JSON file nor the name of one that was kept.',
    zh: '对应设置既不是 JSON 文件，也不是已保存的名称。',
  },
  badMapping: (where: string): Localised => ({
    en: `The mapping can't be used: look at “${where}” in it.`,
    zh: `对应设置无法使用：请检查其中的“${where}”。`,
  }),
  undone: { en: 'This import was undone already.', zh: '此导入已撤销。' },
  tooManyFigures: {
    en: 'At most 200,000 totals can be imported at once. Split the file.',
    zh: '一次最多导入 200,000 个汇总数。请拆分文件。',
  },
} as const;
