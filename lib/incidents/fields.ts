import type { Field } from '@/lib/fields/types';
import { actFields } from './fields-act';
import { datingFields } from './fields-dating';

/**
 * The dictionary of the incident: every field that a reader sees, in the order of an export. The aliases come
 * from the published headers of ACLED, UCDP GED, Mass Mobilization, MMAD, the Crowd Counting Consortium and the
 * China trackers; headers that mean something else there are left out on purpose.
 */
export const incidentFields = [
  {
    key: 'ref',
    column: 'ref',
    label: { en: 'Ref', zh: '编号' },
    type: 'text',
    help: {
      en: 'Short public name of the record; it never changes and stands in its address.',
      zh: '记录的公开短编号，不会改变，用于网址。',
    },
    aliases: [],
    exported: true,
  },
  {
    key: 'dataset',
    column: 'dataset',
    label: { en: 'Data set', zh: '数据集' },
    type: 'text',
    help: { en: 'Slug of the data set that it belongs to.', zh: '所属数据集的短名。' },
    aliases: [],
    exported: true,
  },
  {
    key: 'externalId',
    column: 'external_id',
    label: { en: 'External id', zh: '外部编号' },
    type: 'text',
    help: {
      en: 'Name of the record in its own data set, unique there; empty = it has none.',
      zh: '记录在原数据集中的编号，数据集内唯一；空=没有。',
    },
    aliases: ['id', 'event_id_cnty', 'case_id', 'eventid', 'globaleventid'],
    exported: true,
  },
  {
    key: 'title',
    column: 'title',
    label: { en: 'Title', zh: '标题' },
    type: 'text',
    help: { en: 'One line on what happened, in our own words.', zh: '一行说明发生了什么，用本库自己的话。' },
    aliases: ['incident title', 'headline', 'name'],
    exported: true,
  },
  {
    key: 'titleZh',
    column: 'title_zh',
    label: { en: 'Title in Chinese', zh: '中文标题' },
    type: 'text',
    help: { en: 'The title in Simplified Chinese; empty = not translated.', zh: '简体中文标题；空=未翻译。' },
    aliases: ['chinese_title'],
    exported: true,
  },
  {
    key: 'summary',
    column: 'summary',
    label: { en: 'Summary', zh: '摘要' },
    type: 'text',
    help: { en: 'What happened, in our own words.', zh: '事件经过，用本库自己的话。' },
    aliases: ['notes', 'description', 'event_description'],
    exported: true,
  },
  {
    key: 'type',
    column: 'type',
    label: { en: 'Type', zh: '类型' },
    type: 'code',
    vocabulary: 'type',
    help: { en: 'Type of incident, by our coding.', zh: '事件类型，由本库编码。' },
    aliases: ['event_type', 'action type', 'etype'],
    exported: true,
  },
  {
    key: 'sourceCategory',
    column: 'source_category',
    label: { en: 'Category in the source', zh: '来源分类' },
    type: 'text',
    help: {
      en: 'What the source itself calls the incident; empty = it does not say.',
      zh: '来源自己的分类；空=来源未说明。',
    },
    aliases: ['sub_event_type', 'category'],
    exported: true,
  },
  ...datingFields,
  ...actFields,
  {
    key: 'sources',
    column: 'sources',
    label: { en: 'Sources', zh: '来源' },
    type: 'text',
    several: true,
    help: { en: 'Refs of the sources that its coded values rest on.', zh: '编码所依据的来源编号。' },
    aliases: ['source', 'source_article', 'source_original', 'source_1'],
    exported: true,
  },
  {
    key: 'codingNote',
    column: 'coding_note',
    label: { en: 'Coding note', zh: '编码备注' },
    type: 'text',
    help: { en: 'Doubts of the coder, in our own words; empty = none.', zh: '编码者的疑问；空=没有。' },
    aliases: ['coder_notes', 'comment'],
    exported: true,
  },
  {
    key: 'status',
    column: 'status',
    label: { en: 'Status', zh: '状态' },
    type: 'code',
    vocabulary: 'status',
    help: {
      en: 'Where the record stands in the work on it; only published records are counted.',
      zh: '记录所处的工作阶段；只统计已发布的记录。',
    },
    aliases: [],
    exported: true,
  },
  {
    key: 'version',
    column: 'version',
    label: { en: 'Version', zh: '版本' },
    type: 'number',
    help: { en: '1 when made; one more with each change.', zh: '新建时为1，每次修改加1。' },
    aliases: [],
    exported: true,
  },
] as const satisfies readonly Field[];
