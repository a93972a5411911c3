import { termLabel } from '@/lib/codebook/vocabularies';
import { directiveFields } from '@/lib/directives/fields';
import type { Names } from '@/lib/explore/describe';
import { type Field, findField } from '@/lib/fields/types';
import type { Locale } from '@/lib/i18n/locale';
import { unknown } from '@/lib/incidents/dimensions';
import { incidentFields } from '@/lib/incidents/fields';
import { sourceFields } from '@/lib/sources/fields';
import { type Column, type ColumnValue, columnsOf } from '../columns';
import type { ValueMode } from '../formats';
import { syntheticField } from '../incident-columns';
import type { ChangeRow, ClaimRow, DirectiveRow, ResponseRow, SourceExportRow } from '../queries';

type Own = Pick<Field, 'key' | 'column' | 'label' | 'help'> & Partial<Field>;

const own = (field: Own): Field => ({ type: 'text', aliases: [], exported: true, ...field });

const incidentRef = own({
  key: 'incident',
  column: 'incident',
  label: { en: 'Incident', zh: '事件' },
  help: { en: 'Ref of the incident.', zh: '事件编号。' },
});

const ordinal = own({
  key: 'ordinal',
  column: 'ordinal',
  label: { en: 'Number', zh: '序号' },
  type: 'number',
  help: { en: 'Order within the record, from 1.', zh: '在记录中的次序，自1起。' },
});

/** The fields of responses.csv. */
export const responseFields: readonly Field[] = [
  incidentRef,
  ordinal,
  own({
    key: 'kind',
    column: 'kind',
    label: { en: 'Response', zh: '处置' },
    type: 'code',
    vocabulary: 'response',
    help: { en: 'What was done.', zh: '处置种类。' },
  }),
  own({
    key: 'count',
    column: 'count',
    label: { en: 'Number of people', zh: '人数' },
    type: 'number',
    help: {
      en: 'Number of people (or posts) it was done to; empty = not reported, never 0.',
      zh: '所涉人数（或帖数）；空=未报，绝不为0。',
    },
  }),
  own({
    key: 'durationDays',
    column: 'duration_days',
    label: { en: 'Days', zh: '天数' },
    type: 'number',
    help: { en: 'How long it lasted, in days; empty = not reported.', zh: '持续天数；空=未报。' },
  }),
  own({
    key: 'sizeText',
    column: 'size_text',
    label: { en: 'As printed', zh: '原文' },
    help: { en: 'Number or length as printed; empty = not reported.', zh: '数量或时长的原文；空=未报。' },
  }),
];

/** The fields of claims.csv. */
export const claimFields: readonly Field[] = [
  own({
    key: 'kind',
    column: 'record_kind',
    label: { en: 'Kind of record', zh: '记录种类' },
    help: { en: 'incident or directive.', zh: 'incident=事件，directive=批示。' },
  }),
  own({
    key: 'record',
    column: 'record',
    label: { en: 'Record', zh: '记录' },
    help: { en: 'Ref of the incident or directive.', zh: '事件或批示的编号。' },
  }),
  ordinal,
  own({
    key: 'field',
    column: 'field',
    label: { en: 'Field', zh: '字段' },
    help: { en: 'Column of the record that the claim is about.', zh: '所涉记录的列名。' },
  }),
  own({
    key: 'value',
    column: 'value',
    label: { en: 'Coded value', zh: '编码值' },
    help: { en: 'The value as coded from this passage.', zh: '由此处得出的编码值。' },
  }),
  own({
    key: 'printed',
    column: 'printed',
    label: { en: 'As printed', zh: '原文用语' },
    help: { en: 'The words it rests on; empty = the passage as a whole.', zh: '所依据的原文；空=整段。' },
  }),
  own({
    key: 'source',
    column: 'source',
    label: { en: 'Source', zh: '来源' },
    help: { en: 'Ref of the source.', zh: '来源编号。' },
  }),
  own({
    key: 'locator',
    column: 'locator',
    label: { en: 'Where', zh: '位置' },
    help: { en: 'Where in the source, such as ¶4.', zh: '在来源中的位置，如¶4。' },
  }),
  own({
    key: 'basis',
    column: 'basis',
    label: { en: 'Basis', zh: '依据' },
    type: 'code',
    vocabulary: 'basis',
    help: { en: 'Stated, inferred by the coder, or by rule.', zh: '明言、编码者推断或按规则。' },
  }),
  own({
    key: 'followed',
    column: 'followed',
    label: { en: 'Followed', zh: '采用' },
    type: 'boolean',
    help: {
      en: 'Whether the coded value of the record follows this claim.',
      zh: '记录的编码值是否采用此项。',
    },
  }),
  own({
    key: 'note',
    column: 'note',
    label: { en: 'Note', zh: '备注' },
    help: { en: 'Doubt or reasoning, in our own words; empty = none.', zh: '疑问或推理；空=没有。' },
  }),
];

/** The fields of CHANGES.csv. */
export const changeFields: readonly Field[] = [
  own({
    key: 'ref',
    column: 'ref',
    label: { en: 'Incident', zh: '事件' },
    help: { en: 'Ref of the incident.', zh: '事件编号。' },
  }),
  own({
    key: 'version',
    column: 'version',
    label: { en: 'Version', zh: '版本' },
    type: 'number',
    help: { en: 'Version of the record after the change; 1 = made.', zh: '修改后的版本；1=新建。' },
  }),
  own({
    key: 'action',
    column: 'action',
    label: { en: 'What was done', zh: '操作' },
    help: {
      en: 'As the history names it, such as incident.changed.',
      zh: '历史中的名称，如 incident.changed。',
    },
  }),
  own({
    key: 'fields',
    column: 'fields',
    label: { en: 'Fields', zh: '字段' },
    several: true,
    help: {
      en: 'The columns that changed; empty = all are new, or none.',
      zh: '有变动的列；空=全新或没有。',
    },
  }),
  own({
    key: 'changedAt',
    column: 'changed_at',
    label: { en: 'When', zh: '时间' },
    help: { en: 'When it was changed, in UTC.', zh: '修改时间（UTC）。' },
  }),
  own({
    key: 'status',
    column: 'status',
    label: { en: 'Status now', zh: '现状态' },
    type: 'code',
    vocabulary: 'status',
    help: { en: 'withdrawn = the record is no longer in the files.', zh: 'withdrawn=记录已不在文件中。' },
  }),
];

/** The fields of directives.csv. */
export const exportedDirectiveFields: readonly Field[] = directiveFields
  .filter((field: Field) => field.exported)
  .flatMap((field: Field) => (field.key === 'dataset' ? [field, syntheticField] : [field]));

/** The fields of sources.csv: the texts that are kept stay here. */
export const exportedSourceFields: readonly Field[] = sourceFields.filter((field: Field) => field.exported);

/** The columns of the tables of a package beside that of the incidents. */
export function packageColumns(names: Pick<Names, 'place'>, locale: Locale, values: ValueMode) {
  const table = <Row extends object>(
    fields: readonly Field[],
    read: (row: Row, field: Field) => ColumnValue = (row, { key }) => valueAt(row, key),
  ): Column<Row>[] =>
    columnsOf(
      {
        fields,
        read,
        empty: (_, { type }) => (type === 'codes' ? unknown : ''),
        label: ({ vocabulary }, code) =>
          vocabulary ? termLabel(vocabulary, code, locale) : names.place(code),
      },
      values,
    );
  return {
    directives: table<DirectiveRow>(exportedDirectiveFields),
    responses: table<ResponseRow>(responseFields),
    sources: table<SourceExportRow>(exportedSourceFields),
    claims: table<ClaimRow>(claimFields, (row, { key }) =>
      key === 'field' ? columnNameOf(row.kind, row.field) : valueAt(row, key),
    ),
    changes: table<ChangeRow>(changeFields, (row, { key }) =>
      key === 'fields' ? row.fields.map((field) => columnNameOf('incident', field)) : valueAt(row, key),
    ),
  };
}

function valueAt(row: object, key: string): ColumnValue {
  const value = (row as Record<string, ColumnValue | undefined>)[key];
  if (value === undefined) throw new TypeError(`the field ${key} is exported, but rows do not carry it`);
  return value;
}

/** The column that a claim or a change is about; a field that has none keeps its name. */
function columnNameOf(kind: ClaimRow['kind'], field: string): string {
  return findField(kind === 'incident' ? incidentFields : directiveFields, field)?.column ?? field;
}
