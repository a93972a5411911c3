import type { EditedIncident } from './types';

type FieldKey = keyof EditedIncident;

/** The parts of the form, each with its fields in their order; a list of rows is a part of its own. */
export const sections = [
  { key: 'what', fields: ['title', 'titleZh', 'summary'] },
  { key: 'when', fields: ['datePrecision', 'startsOn', 'endsOn', 'dayPart'] },
  {
    key: 'where',
    fields: ['placeId', 'placePrecision', 'destinationPlaceId', 'latitude', 'longitude', 'pointPublic'],
  },
  { key: 'size', fields: ['sizeMin', 'sizeMax', 'sizeApprox', 'sizeText'] },
  { key: 'coding', fields: ['type', 'sourceCategory', 'issues', 'groups', 'forms', 'targets'] },
  { key: 'responses', fields: ['responses'] },
  { key: 'directives', fields: ['directives'] },
  { key: 'claims', fields: ['claims'] },
  { key: 'note', fields: ['codingNote'] },
] as const satisfies readonly { key: string; fields: readonly FieldKey[] }[];

/** Fields of many lines. */
export const proseFields: readonly string[] = ['summary', 'codingNote'];
/** Fields that take the whole width of the form. */
export const wideFields: readonly string[] = [
  'title',
  'titleZh',
  'placeId',
  'destinationPlaceId',
  ...proseFields,
];
