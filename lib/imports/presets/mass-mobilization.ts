import { columnsOf, fitOf, type Headers } from './headers';
import { massMobilizationCrosswalks } from './mass-mobilization-values';
import { incidents } from './tables';
import type { Preset } from './types';

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
const demands = numbered('protesterdemand', 4);
const responses = numbered('stateresponse', 7);
const startParts = ['startyear', 'startmonth', 'startday'];
const endParts = ['endyear', 'endmonth', 'endday'];
const known = [
  ...'id,country,ccode,year,region,protest,protestnumber'.split(','),
  ...startParts,
  ...endParts,
  ...'protesterviolence,location,participants_category,participants,protesteridentity'.split(','),
  ...demands,
  ...responses,
  ...['sources', 'notes'],
];

/** A day in three columns; null = one of them is missing. */
function day({ all }: Headers, parts: readonly string[]) {
  const [year, month, dayOfMonth] = all(...parts);
  return year && month && dayOfMonth ? { year, month, day: dayOfMonth } : null;
}

export const massMobilization: Preset = {
  id: 'mass-mobilization',
  version: '1',
  title: { en: 'Mass Mobilization: protests', zh: 'Mass Mobilization：抗议' },
  note: {
    en: 'Protests against governments, of 50 people or more: all become mass incidents addressed to the government, of whatever level. Rows with protest = 0 stand for a year without one and are passed over. Labels are wider than ours: a land or farm issue becomes land and housing, accommodation a partial concession, shootings and killings lethal force, social restrictions “other”. The size is read from the text of “participants”; its class and the violence of protesters are kept beside the record. The location is free text and often has to be decided by hand.',
    zh: '针对政府、50人以上的抗议，一律归为以政府（级别不明）为对象的群体性事件。protest=0 的行表示当年没有抗议，略过。其标签比本库宽：land farm issue 归为土地与住房，accomodation 归为部分让步，shootings 与 killings 归为致命武力，social restrictions 归为“其他”。规模取自 participants 的文字；人数等级和抗议者是否使用暴力保留在附加数据中。location 为自由文本，常需人工确定。',
  },
  fits: (headers) =>
    headers === null
      ? 0
      : fitOf(headers, {
          required: ['id', 'country', 'protest', ...startParts, 'protesterdemand1', 'stateresponse1'],
          known,
        }),
  headerless: null,
  map: (headers) => {
    const columns = columnsOf(headers);
    const { find, all, bind } = columns;
    const protest = find('protest');
    return incidents({
      bindings: [
        ...bind('externalId', 'id'),
        ...bind('summary', 'notes'),
        ...bind('size', 'participants'),
        ...bind('groups', 'protesteridentity', { crosswalk: 'mm-groups' }),
        // One label holds a comma, so a cell is one value.
        ...demands.flatMap((name) => bind('issues', name, { crosswalk: 'mm-demands' })),
        ...responses.flatMap((name) => bind('responses', name, { crosswalk: 'mm-responses' })),
      ],
      crosswalks: massMobilizationCrosswalks,
      dates: {
        start: day(columns, startParts) ?? { column: '' },
        end: day(columns, endParts),
      },
      place: { names: all('country', 'location') },
      constants: [
        { target: 'type', value: 'mass-incident' },
        { target: 'targets', value: 'government' },
      ],
      skip: protest === null ? [] : [{ column: protest, values: ['0'] }],
    });
  },
  dataset: {
    slug: 'mass-mobilization',
    refPrefix: 'mm',
    title: 'Mass Mobilization',
    description: 'Protests against governments from the Mass Mobilization Project, as imported.',
    licence: 'CC0 1.0',
    redistributable: true,
    citation: 'Clark, David, and Patrick Regan: Mass Mobilization Protest Data.',
  },
};
