import { termLabel } from '@/lib/codebook/vocabularies';
import type { Names } from '@/lib/explore/describe';
import type { Field } from '@/lib/fields/types';
import type { Locale } from '@/lib/i18n/locale';
import { none, unknown } from '@/lib/incidents/dimensions';
import { incidentFields } from '@/lib/incidents/fields';
import type { ExportedIncident } from '@/lib/incidents/packed';
import { type Column, type ColumnValue, columnsOf } from './columns';
import { dateText } from './date-text';
import type { ValueMode } from './formats';

/** Whether a record is made up; the files of incidents and of directives have it. */
export const syntheticField: Field = {
  key: 'synthetic',
  column: 'synthetic',
  label: { en: 'Synthetic', zh: '虚构' },
  type: 'boolean',
  help: {
    en: 'true = made up for demonstration; the record describes nothing that happened.',
    zh: 'true=为演示而虚构，并未真实发生。',
  },
  aliases: [],
  exported: true,
};

const dateTextField: Field = {
  key: 'dateText',
  column: 'date_text',
  label: { en: 'Date as known', zh: '已知日期' },
  type: 'text',
  help: {
    en: 'The date as exact as it is known: 2019-09-13, 2019-W09, 2019-02, 2019-Q1, 2019, or first..last day.',
    zh: '按已知精度书写的日期：2019-09-13、2019-W09、2019-02、2019-Q1、2019，或首日..末日。',
  },
  aliases: [],
  exported: true,
};

const extraField: Field = {
  key: 'extra',
  column: 'extra',
  label: { en: 'Other columns', zh: '其他列' },
  type: 'text',
  help: {
    en: 'Cells of an imported file that no field took, as a JSON object by the name of their column; empty = none.',
    zh: '导入文件中未归入任何字段的单元格，以列名为键的 JSON 对象；空=没有。',
  },
  aliases: [],
  exported: true,
};

/** What files say of an incident beside its own fields; each stands after the field that it explains. */
const added: Record<string, Field> = {
  dataset: syntheticField,
  datePrecision: dateTextField,
  version: extraField,
};

/** The fields of an incident in files, in the order of their columns. */
export const exportedIncidentFields: readonly Field[] = incidentFields
  .filter((field: Field) => field.exported)
  .flatMap((field: Field) => {
    const after = added[field.key];
    return after ? [field, after] : [field];
  });

/** The columns of a table of incidents, with labels and names in a language. */
export function incidentColumns(
  names: Pick<Names, 'place'>,
  locale: Locale,
  values: ValueMode,
): Column<ExportedIncident>[] {
  const read = (row: ExportedIncident, { key }: Field): ColumnValue => {
    switch (key) {
      case 'placeName':
        return names.place(row.placeId);
      case 'dateText':
        return dateText(row);
      case 'sources':
        return row.sources.map(({ ref }) => ref);
      default: {
        const value = row[key as Exclude<keyof ExportedIncident, 'sources'>];
        if (value === undefined)
          throw new TypeError(`the field ${key} is exported, but rows do not carry it`);
        return value;
      }
    }
  };
  return columnsOf(
    {
      fields: exportedIncidentFields,
      read,
      empty: (row, { key, type }) => {
        if (key === 'orders' || key === 'offices') return row.directives.length > 0 ? unknown : none;
        return type === 'codes' ? unknown : '';
      },
      label: ({ vocabulary }, code) => (vocabulary ? termLabel(vocabulary, code, locale) : names.place(code)),
    },
    values,
  );
}
