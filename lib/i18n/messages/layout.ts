import { siteName } from '../locale';

/** Texts around every page: header, footer, not found. */
const en = {
  name: siteName,
  description:
    'Explore records of mass incidents and petitions in China: what happened, what officials ordered, and which source says so.',
  skip: 'Skip to the content',
  printedFrom: 'Printed from',
  nav: {
    label: 'Main',
    explore: 'Explore',
    incidents: 'Incidents',
    directives: 'Directives',
    sources: 'Sources',
    data: 'Data',
    codebook: 'Codebook',
  },
  search: { label: 'Search incidents', placeholder: 'Search incidents' },
  language: 'Language',
  theme: { label: 'Theme', light: 'Light', dark: 'Dark', system: 'As on this device' },
  breadcrumb: 'You are here',
  footer: {
    about:
      'Daybook records incidents, the orders officials gave about them, and the words of the sources that say so. Counts are of records, not of everything that happened.',
    care: 'No private person is named. Officials appear by office only, participants by kind of group.',
    boundaries:
      'Boundaries and names on maps show administrative areas for orientation. They state no opinion on the legal status of any territory.',
    codebook: 'Codebook and counting rules',
    data: 'Data and citation',
    sources: 'Sources',
  },
  notFound: {
    title: 'There is no such page',
    asked: 'Asked for:',
    text: 'The address may have been mistyped, or the page has moved.',
    recordTitle: 'There is no such record',
    recordText:
      'No published record has this name. It may have been mistyped or withdrawn, or it belongs to a data set that is not loaded here.',
    search: 'Search incidents for these words',
    start: 'Explore all incidents',
    incidents: 'List of incidents',
    directives: 'List of directives',
    sources: 'List of sources',
  },
};

export type LayoutMessages = typeof en;

const zh: LayoutMessages = {
  name: siteName,
  description: '查阅中国群体性事件与上访的记录：发生了什么、官员下达了什么批示、依据哪个来源。',
  skip: '跳到正文',
  printedFrom: '打印自',
  nav: {
    label: '主导航',
    explore: '总览',
    incidents: '事件',
    directives: '批示',
    sources: '来源',
    data: '数据',
    codebook: '编码手册',
  },
  search: { label: '搜索事件', placeholder: '搜索事件' },
  language: '语言',
  theme: { label: '外观', light: '浅色', dark: '深色', system: '跟随设备' },
  breadcrumb: '当前位置',
  footer: {
    about:
      'Daybook 收录事件、官员就事件下达的批示，以及来源中的原文依据。所有数字统计的是记录，并不代表实际发生的全部事件。',
    care: '不记录任何个人的姓名。官员只以职务出现，参与者只以群体类别出现。',
    boundaries: '地图上的边界与名称仅用于表示行政区划，不代表对任何地区法律地位的立场。',
    codebook: '编码手册与计数规则',
    data: '数据与引用',
    sources: '来源',
  },
  notFound: {
    title: '没有这个页面',
    asked: '请求的地址：',
    text: '网址可能有误，或页面已移动。',
    recordTitle: '没有这条记录',
    recordText: '没有以此命名的已发布记录。编号可能有误，记录可能已撤回，或所属数据集未在此处载入。',
    search: '以这些字词搜索事件',
    start: '查看全部事件',
    incidents: '事件列表',
    directives: '批示列表',
    sources: '来源列表',
  },
};

export const layoutMessages = { en, zh };
