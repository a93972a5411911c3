import type { VocabularyName } from '@/lib/codebook/vocabularies';
import { exportedIncidentFields } from '@/lib/exports/incident-columns';
import type { TargetKey } from '../targets';
import { columnsOf, fitOf } from './headers';
import { exactness, incidents, needed, ownCodes } from './tables';
import type { Preset } from './types';

/** Fields that go back into a field of the same key, as they stand. */
const plain: readonly TargetKey[] = [
  'externalId',
  'title',
  'titleZh',
  'summary',
  'type',
  'sourceCategory',
  'sizeMin',
  'sizeMax',
  'sizeApprox',
  'sizeText',
  'codingNote',
];
/** Fields of several codes, joined by `; `; `unknown` is how an export writes that there are none. */
const lists = {
  issues: 'issue',
  groups: 'group',
  forms: 'form',
  targets: 'target',
  responses: 'response',
} as const satisfies Partial<Record<TargetKey, VocabularyName>>;

/** The names of a field: its column in CSV, XLSX and GeoJSON, and its key in JSON. */
const names = new Map(exportedIncidentFields.map(({ key, column }) => [key, [column, key]]));
const of = (key: string) => names.get(key) ?? [];
const all = [...names.values()].flat();
/** `type_label` and `typeLabel`: the labels of a coded field in a column of their own. */
const labels = all.flatMap((name) => [`${name}_label`, `${name}Label`]);
/**
 * Columns that are not kept a second time: those whose values are read or refused, those that an export gathers from
 * elsewhere and those that a record is given anew. A destination that is not found stays beside the record.
 */
const settled = [
  ...[...names].flatMap(([key, both]) => (key === 'destinationPlaceId' ? [] : both)),
  ...labels,
  'extra',
];

const crosswalk = (key: string) => `daybook-${key}`;
const crosswalks = [
  ...Object.entries(lists).map(([key, vocabulary]) => ownCodes(crosswalk(key), vocabulary, true)),
  ownCodes(crosswalk('dayPart'), 'dayPart', true),
  ownCodes(crosswalk('datePrecision'), 'datePrecision', false),
  ownCodes(crosswalk('placePrecision'), 'placePrecision', false),
];

/**
 * Incidents that Daybook exported, here or elsewhere. A column `extra` holds, as JSON, what earlier imports kept;
 * the engine unpacks that column of this preset by itself, so it is no field and not kept a second time. Nor does
 * the preset take off the apostrophes before formulas in CSV: the engine does.
 */
export const daybook: Preset = {
  id: 'daybook',
  version: '1',
  title: { en: 'Daybook: incidents', zh: 'Daybook：事件' },
  note: {
    en: 'Incidents exported from Daybook, with codes, labels or both. Links to directives and sources, counts of single responses, state and version of the records are not in the file and start anew; the ref names records without an id of their own.',
    zh: '由 Daybook 导出的事件，值可为代码、标签或两者。与批示和来源的关联、各项处置的数量、记录的状态和版本不随文件带入，需重新建立；没有外部编号的记录以编号（ref）识别。',
  },
  fits: (headers) =>
    headers === null
      ? 0
      : fitOf(headers, {
          required: ['startsOn', 'endsOn', 'datePrecision', 'placeId', 'title', 'placePrecision'].map(of),
          known: [...all, ...labels, 'extra'],
        }),
  headerless: null,
  map: (headers) => {
    const { find, all: some, bind } = columnsOf(headers);
    const start = find(...of('startsOn'));
    const end = find(...of('endsOn'));
    return incidents({
      bindings: [
        ...plain.flatMap((key) => bind(key, of(key))),
        ...bind('dayPart', of('dayPart'), { crosswalk: crosswalk('dayPart') }),
        ...bind('destination', of('destinationPlaceId')),
        ...Object.keys(lists).flatMap((key) =>
          bind(key as TargetKey, of(key), { split: ';', crosswalk: crosswalk(key) }),
        ),
      ],
      crosswalks,
      dates: {
        start: needed(start),
        end: end === null ? null : { column: end },
        precision: exactness(find(...of('datePrecision')), crosswalk('datePrecision')),
        order: 'ymd',
      },
      place: {
        code: find(...of('placeId')),
        latitude: find(...of('latitude')),
        longitude: find(...of('longitude')),
        precision: exactness(find(...of('placePrecision')), crosswalk('placePrecision')),
      },
      key: some(...of('dataset'), ...of('ref')),
      // Features are named by their ref, and say of what their point is.
      left: some(...settled, ...(find('geometry_of') === null ? [] : ['id', 'geometry_of'])),
    });
  },
  dataset: null,
};
