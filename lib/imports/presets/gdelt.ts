import { gdeltColumns } from './gdelt-columns';
import { gdeltCrosswalks, rootsPassedOver } from './gdelt-values';
import { columnsOf, fitOf } from './headers';
import { incidents, needed } from './tables';
import type { Preset } from './types';

/** How sure a file without a header is to be of this kind by the number of its columns alone. */
const byCount = 0.7;
const headerless = (count: number) => gdeltColumns.find((columns) => columns.length === count) ?? null;
const date = ['SQLDATE', 'Day'];

export const gdelt: Preset = {
  id: 'gdelt',
  version: '1',
  title: { en: 'GDELT: mentions of events', zh: 'GDELT：事件提及' },
  note: {
    en: 'Machine-coded mentions in the news, with many duplicates and errors: hints to follow up, made as drafts only. Rows on protest become mass incidents; rows on what a state did about something become “other” with a response; rows of all other kinds are passed over. A strike cannot be told from a boycott, and a threat counts as a warning. The place is where the machine believes it happened. Files have no header; they are taken by their 58 or 61 columns.',
    zh: '机器从新闻中编码的提及，重复和错误很多：只是待查线索，一律建为草稿。抗议类的行归为群体性事件；国家作出反应的行归为“其他”并带处置；其余各类略过。罢工与抵制无法区分，威胁视为警告。地点是机器推断的。文件没有表头，按58列或61列识别。',
  },
  fits: (headers, count) => {
    if (headers === null) return headerless(count) ? byCount : 0;
    return fitOf(headers, {
      required: ['GLOBALEVENTID', date, 'EventCode', 'ActionGeo_FullName'],
      known: [...gdeltColumns.flat(), ...date],
    });
  },
  headerless,
  map: (headers) => {
    const { find, all, bind } = columnsOf(headers);
    const root = find('EventRootCode');
    return incidents({
      bindings: [
        ...bind('externalId', 'GLOBALEVENTID'),
        ...bind('sourceCategory', 'EventCode'),
        ...bind('type', 'EventRootCode', { crosswalk: 'gdelt-type' }),
        ...bind('forms', 'EventCode', { crosswalk: 'gdelt-forms' }),
        ...bind('responses', 'EventCode', { crosswalk: 'gdelt-responses' }),
      ],
      crosswalks: gdeltCrosswalks,
      dates: { start: needed(find(...date)), order: 'ymd' },
      place: {
        names: all('ActionGeo_FullName'),
        latitude: find('ActionGeo_Lat'),
        longitude: find('ActionGeo_Long'),
      },
      skip: root === null ? [] : [{ column: root, values: rootsPassedOver }],
    });
  },
  dataset: {
    slug: 'gdelt',
    refPrefix: 'gdelt',
    title: 'GDELT',
    description: 'Machine-coded mentions of events from the GDELT Project: leads, not incidents.',
    licence: 'Free use with citation and link',
    redistributable: true,
    citation: 'The GDELT Project, gdeltproject.org.',
  },
  leads: true,
};
