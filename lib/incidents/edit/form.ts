import type { FormShape, FormValues, RecordForm } from '@/lib/edit/form';
import { type Row, rowId } from '@/lib/edit/rows';
import { incidentFields } from '../fields';
import { personalDataIn } from './care';
import { evidenceGaps } from './gaps';
import { proseFields, sections, wideFields } from './sections';
import type { EditedIncident, EditedResponse } from './types';

export type ResponseRow = Row<EditedResponse>;

export const emptyResponse = (): ResponseRow => ({
  id: rowId(),
  kind: '',
  count: '',
  durationDays: '',
  sizeText: '',
});

const numbers = ['latitude', 'longitude', 'sizeMin', 'sizeMax', 'count', 'durationDays'];

/** How the values of an incident become texts and back. */
const shape: FormShape = {
  numbers,
  nullable: [
    'titleZh',
    'sourceCategory',
    'dayPart',
    'destinationPlaceId',
    'sizeText',
    'codingNote',
    'printed',
    'locator',
    'note',
  ],
  lines: [],
  rows: ['responses', 'claims'],
};

/** The form of an incident. */
export const incidentForm: RecordForm = {
  ...shape,
  kind: 'incident',
  base: '/incidents',
  page: (ref) => `/incidents/${encodeURIComponent(ref)}`,
  fields: incidentFields,
  sections,
  prose: proseFields,
  wide: wideFields,
  decimals: ['latitude', 'longitude'],
  addresses: [],
  uncited: ['claims', 'directives', 'codingNote', 'pointPublic'],
  links: 'directives',
  editorsOnly: ['pointPublic'],
  optional: ['dayPart'],
  span: { first: 'startsOn', last: 'endsOn', precision: 'datePrecision' },
  inDataset: true,
  drafts: true,
  empty: emptyForm,
  gaps: (incident) => evidenceGaps(incident as EditedIncident),
  care: (incident) => personalDataIn(incident as EditedIncident),
};

/** The form of an incident that is new. */
function emptyForm(): FormValues {
  return {
    title: '',
    titleZh: '',
    summary: '',
    type: '',
    sourceCategory: '',
    startsOn: '',
    endsOn: '',
    datePrecision: 'day',
    dayPart: '',
    placeId: '',
    placePrecision: '',
    destinationPlaceId: '',
    latitude: '',
    longitude: '',
    pointPublic: false,
    sizeMin: '',
    sizeMax: '',
    sizeApprox: false,
    sizeText: '',
    issues: [],
    groups: [],
    forms: [],
    targets: [],
    codingNote: '',
    responses: [],
    claims: [],
    directives: [],
  };
}
