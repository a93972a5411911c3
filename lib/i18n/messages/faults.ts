import type { Localised } from '../locale';

/** Kinds of things that an address or a form may name. */
const kinds = {
  incident: { en: 'incident', zh: '事件' },
  publishedIncident: { en: 'published incident', zh: '已发布的事件' },
  directive: { en: 'directive', zh: '批示' },
  publishedDirective: { en: 'published directive', zh: '已发布的批示' },
  source: { en: 'source', zh: '来源' },
  figure: { en: 'figure', zh: '数字' },
  place: { en: 'place', zh: '地点' },
  entry: { en: 'entry of the history', zh: '历史条目' },
} as const satisfies Record<string, Localised>;

const roleNames: Record<string, Localised> = {
  reader: { en: 'reader', zh: '读者' },
  coder: { en: 'coder', zh: '编码员' },
  editor: { en: 'editor', zh: '编辑' },
  admin: { en: 'admin', zh: '管理员' },
};

/** What queries and mutations say when something can't be done, in every language: they do not know who asks. */
export const faults = {
  noSuch: (kind: keyof typeof kinds, name: string): Localised => ({
    en: `There is no ${kinds[kind].en} “${name}”.`,
    zh: `没有名为“${name}”的${kinds[kind].zh}。`,
  }),
  unknownName: (name: string): Localised => ({ en: `There is no “${name}”.`, zh: `没有“${name}”。` }),
  noFile: (name: string, known: string): Localised => ({
    en: `There is no file “${name}”. Ask for one of ${known}.`,
    zh: `没有文件“${name}”。可选：${known}。`,
  }),
  noChart: (name: string): Localised => ({
    en: `There is no chart “${name}”. Try over-time.svg or by-district.png.`,
    zh: `没有图表“${name}”。可试 over-time.svg 或 by-district.png。`,
  }),
  diskFull: {
    en: 'There is no room left on the disk, so nothing was written. Make room, then try again.',
    zh: '磁盘空间不足，未写入任何内容。请腾出空间后重试。',
  },
  noDrawing: { en: 'There is no drawing of these units.', zh: '没有这些区划的图形。' },
  signIn: { en: 'Sign in to do this.', zh: '请先登录。' },
  roleLacks: (role: string): Localised => ({
    en: `An account with the role “${role}” may not do this.`,
    zh: `角色为“${roleNames[role]?.zh ?? role}”的账户无权执行此操作。`,
  }),
  editorOnly: { en: 'Only an editor may do this.', zh: '只有编辑可以执行此操作。' },
  editorOrOwn: {
    en: 'Only an editor may change a record that is published or of somebody else.',
    zh: '已发布的记录或他人的记录只有编辑可以修改。',
  },
  pointByEditor: {
    en: 'Only an editor decides whether the exact place is public.',
    zh: '确切位置是否公开只能由编辑决定。',
  },
  changedMeanwhile: { en: 'The record was changed meanwhile.', zh: '该记录在此期间已被修改。' },
  duplicates: { en: 'There are records that may be of the same event.', zh: '可能已有同一事件的记录。' },
  calledSo: (alias: string): Localised => ({
    en: `The place is called “${alias}” already.`,
    zh: `该地点已有名称“${alias}”。`,
  }),
  mostAliases: (most: number): Localised => ({
    en: `A place has at most ${most} other names. Remove one first.`,
    zh: `一个地点最多有 ${most} 个别名，请先移除一个。`,
  }),
  aliasGone: (alias: string): Localised => ({
    en: `“${alias}” is not among its other names any more. Load the page again.`,
    zh: `“${alias}”已不在其别名中，请重新加载页面。`,
  }),
  personalData: { en: 'The texts hold what looks like personal data.', zh: '文字中疑似含有个人信息。' },
  /** From and to which state, in words. */
  noStep: (from: Localised, to: Localised): Localised => ({
    en: `A record in the state “${from.en}” can’t become “${to.en}”.`,
    zh: `状态为“${from.zh}”的记录不能变为“${to.zh}”。`,
  }),
  sayWhy: { en: 'Say why.', zh: '请说明理由。' },
  refTaken: { en: 'The ref is taken. Try again.', zh: '编号已被占用，请重试。' },
  merged: {
    en: 'This record went into another one. Take the merge back to change it.',
    zh: '该记录已并入另一条记录。如需修改，请先撤销合并。',
  },
  mergeItself: { en: 'A record can’t go into itself.', zh: '记录不能并入自身。' },
  chooseOther: { en: 'Choose another record.', zh: '请选择另一条记录。' },
  mergeGone: { en: 'The records of this merge are gone.', zh: '此次合并的记录已不存在。' },
  mergeUnlike: {
    en: 'Records of these two data sets are not to be mixed.',
    zh: '这两个数据集的记录不能合并。',
  },
  noAct: { en: 'There is no such act.', zh: '没有这次操作。' },
  actUndoes: { en: 'What takes an act back can’t be taken back itself.', zh: '撤销操作本身不能再撤销。' },
  actUndone: { en: 'This act was taken back already.', zh: '此次操作已被撤销。' },
  nothingToChange: { en: 'There is nothing to change.', zh: '没有可修改的内容。' },
  selectionChanged: {
    en: 'The selection changed since it was previewed.',
    zh: '预览之后，所选记录已发生变化。',
  },
  nothingLeft: {
    en: 'Every record was changed since; there is nothing left to take back.',
    zh: '所有记录此后都已修改，没有可撤销的内容。',
  },
  tooManyRecords: (matched: number, most: number): Localised => ({
    en: `These are ${matched} records; at most ${most} are changed at once.`,
    zh: `共 ${matched} 条记录，一次最多修改 ${most} 条。`,
  }),
  noSession: { en: 'There is no such session.', zh: '没有该登录会话。' },
  noAccount: { en: 'There is no such account.', zh: '没有该账户。' },
  noOpenAccount: { en: 'There is no such account, or it is closed.', zh: '没有该账户，或账户已关闭。' },
  factorInUse: { en: 'A second factor is in use already.', zh: '已启用第二验证因素。' },
  factorNotBegun: { en: 'No second factor has been begun.', zh: '尚未开始设置第二验证因素。' },
  accountChanged: {
    en: 'The account was changed meanwhile. Look at it again.',
    zh: '该账户在此期间已被修改，请重新查看。',
  },
  lastAdmin: {
    en: 'This is the last admin who can sign in. Make another one first.',
    zh: '这是最后一位可以登录的管理员，请先设立另一位。',
  },
  invitationClosed: { en: 'This invitation is not open any more.', zh: '该邀请已失效。' },
  loginTaken: { en: 'This login is taken.', zh: '该登录名已被使用。' },
  unreachable: { en: 'The database cannot be reached just now.', zh: '暂时无法连接数据库。' },
  tooSlow: {
    en: 'The question took too long to answer. Narrow the filter and try again.',
    zh: '查询耗时过长，请缩小筛选范围后重试。',
  },
  othersWrite: {
    en: 'Others are writing just now. Try again in a moment.',
    zh: '其他人正在写入，请稍后重试。',
  },
  keyTaken: { en: 'A record with this key exists already.', zh: '已有相同键的记录。' },
  internal: {
    en: 'Something went wrong on the server. The fault has been logged.',
    zh: '服务器出错，故障已记录。',
  },
  noBoundaries: (scope: string): Localised => ({
    en: `The boundaries of ${scope} cannot be read.`,
    zh: `无法读取 ${scope} 的边界。`,
  }),
  imageFailed: { en: 'The image could not be drawn.', zh: '无法绘制图像。' },
  imageTooLarge: {
    en: 'The image would be too large. Choose a smaller scale, or SVG.',
    zh: '图像过大，请选择较小的倍数或 SVG。',
  },
  fontsLack: {
    en: 'The image could not be drawn: the server lacks the fonts of chart images.',
    zh: '无法绘制图像：服务器缺少图表字体。',
  },
} as const satisfies Record<string, Localised | ((...parts: never[]) => Localised)>;
