import { term, vocabulary } from '../term';

/** The two kinds of directive. */
export const directiveKindVocabulary = vocabulary(
  'directiveKind',
  false,
  ['Kind of directive', '批示类别'],
  ['Whether a directive is about an incident or stands alone.', '针对具体事件，还是独立文件。'],
  [
    term(
      'incident-note',
      ['Note on an incident', '事件批示'],
      ['An official’s instruction about one or several incidents.', '官员针对一起或数起事件的批示。'],
      ['“Follow up” in the margin of a weekly list.', '周报边上的“请跟进”。'],
    ),
    term(
      'policy-document',
      ['Policy document', '政策文件'],
      ['A plan, guidance or rule that is about no single incident.', '不针对单一事件的方案、意见或规定。'],
      ['A plan for the next five years.', '五年规划。'],
    ),
  ],
);

/** Whether a directive about an incident is known. Derived from the links, never stored. */
export const hasDirectiveVocabulary = vocabulary(
  'hasDirective',
  false,
  ['Has a directive', '有无批示'],
  [
    'Whether a published directive is about the incident. Computed, not stored.',
    '是否有已公开的批示针对该事件；由计算得出，不存储。',
  ],
  [
    term(
      'with',
      ['With a directive', '有批示'],
      ['At least one directive is about the incident.', '至少有一份批示针对该事件。'],
      ['A note in the margin of a weekly list.', '周报边上的批注。'],
    ),
    term(
      'without',
      ['No directive known', '未见批示'],
      ['No directive is recorded; there may have been one.', '未记录批示，但可能存在。'],
      ['A protest known from a news report only.', '仅见于新闻报道的抗议。'],
    ),
  ],
);

/** Kinds of source. */
export const sourceKindVocabulary = vocabulary(
  'sourceKind',
  false,
  ['Kind of source', '来源类别'],
  ['What kind of published text a source is.', '来源属于哪类公开文本。'],
  [
    term(
      'news-report',
      ['News report', '新闻报道'],
      ['An article or a broadcast by a news outlet.', '新闻机构的文章或节目。'],
      ['A story in a daily newspaper.', '日报上的一则报道。'],
    ),
    term(
      'official-document',
      ['Official document', '官方文件'],
      ['A text that a state or party body published itself.', '国家或党的机关自行公布的文本。'],
      ['A notice on a city’s website.', '市政府网站的公告。'],
    ),
    term(
      'internal-document',
      ['Internal document', '内部文件'],
      ['An official text that became public without its issuer’s wish.', '未经发文者同意而公开的官方文本。'],
      ['A weekly list seen by a newspaper.', '报社获得的每周清单。'],
    ),
    term(
      'ngo-report',
      ['Report of an organisation', '机构报告'],
      ['A text by a research or rights group.', '研究或权利团体的文本。'],
      ['A yearly report on strikes.', '罢工年度报告。'],
    ),
    term(
      'social-media',
      ['Social media', '社交媒体'],
      ['A post by a user or an account.', '用户或账号发布的内容。'],
      ['A video on a short-video site.', '短视频平台上的视频。'],
    ),
    term(
      'academic',
      ['Academic work', '学术著作'],
      ['A paper, a book or a thesis.', '论文、书籍或学位论文。'],
      ['An article in a journal.', '期刊论文。'],
    ),
    term(
      'dataset',
      ['Data set', '数据集'],
      ['A collection of coded records by another project.', '其他项目的编码数据。'],
      ['A downloaded table of protests.', '下载的抗议事件表。'],
    ),
    term(
      'other',
      ['Other', '其他'],
      ['None of the other kinds fits.', '不属于以上任何一类。'],
      ['A leaflet.', '传单。'],
    ),
  ],
);

/** Workflow state of a record. */
export const statusVocabulary = vocabulary(
  'status',
  false,
  ['Status', '状态'],
  ['Where a record stands in the work on it.', '记录所处的工作阶段。'],
  [
    term(
      'draft',
      ['Draft', '草稿'],
      ['Being written; seen by editors only.', '编写中，仅编辑可见。'],
      ['A record without its claims.', '尚缺证据的记录。'],
    ),
    term(
      'in-review',
      ['In review', '审核中'],
      ['Waiting for a second reader; seen by editors only.', '等待复核，仅编辑可见。'],
      ['A record handed to a colleague.', '交给同事复核的记录。'],
    ),
    term(
      'published',
      ['Published', '已发布'],
      ['Seen by everybody and counted.', '所有人可见并计入统计。'],
      ['A record on a chart.', '图表中的记录。'],
    ),
    term(
      'withdrawn',
      ['Withdrawn', '已撤回'],
      ['No longer counted; its address still answers and says so.', '不再计入；其网址仍可访问并注明撤回。'],
      ['A double of another record.', '与另一记录重复。'],
    ),
  ],
);

/** Where the records of a data set come from. */
export const originVocabulary = vocabulary(
  'origin',
  false,
  ['Origin', '数据来历'],
  ['How the records of a data set came to be.', '数据集的记录从何而来。'],
  [
    term(
      'source',
      ['Coded from sources', '据来源编码'],
      ['Coded in Daybook from sources that it lists.', '在本库中据所列来源编码。'],
      ['A log read line by line.', '逐条编码的记录册。'],
    ),
    term(
      'import',
      ['Imported', '导入'],
      ['Brought in as a file from another project.', '由其他项目的文件导入。'],
      ['A table from a tracker.', '某追踪项目的表格。'],
    ),
    term(
      'synthetic',
      ['Made up', '虚构'],
      [
        'Invented for tests and demonstrations; marked on every screen and export.',
        '为测试和演示而虚构；各页面和导出均注明。',
      ],
      ['A hundred thousand random records.', '十万条随机记录。'],
    ),
  ],
);
