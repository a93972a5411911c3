import { careIn } from '@/lib/edit/care';
import type { FormValues, RecordForm } from '@/lib/edit/form';
import { type Gaps, gapsBetween } from '@/lib/edit/gaps';
import type { CellValue } from '@/lib/fields/evidence';
import type { FieldFindings } from '@/lib/privacy/records';
import { directiveFields } from '../fields';
import type { EditedDirective } from './types';

/** Fields that rest on nothing but our own words, or that no source states. */
const uncited = [
  'kind',
  'title',
  'titleZh',
  'summary',
  'dataset',
  'issuerText',
  'codingNote',
  'claims',
  'incidents',
];

/** What is missing between the coded values of a directive and its evidence. Pure. */
function directiveGaps(directive: EditedDirective): Gaps {
  const values = {
    ...(directive as unknown as Record<string, CellValue>),
    ...Object.fromEntries(uncited.map((field) => [field, null])),
  };
  return gapsBetween(values, directive.claims);
}

/** What in the texts of a directive looks like personal data, by field. Pure. */
export function personalDataIn(directive: EditedDirective): FieldFindings[] {
  const { title, titleZh, summary, issuerText, addressees, codingNote, claims } = directive;
  const texts = { title, titleZh, summary, issuerText, addressees: addressees.join('\n'), codingNote };
  return careIn(texts, claims);
}

/** The form of a directive. */
export const directiveForm: RecordForm = {
  kind: 'directive',
  base: '/directives',
  page: (ref) => `/directives/${encodeURIComponent(ref)}`,
  fields: directiveFields,
  sections: [
    { key: 'what', fields: ['title', 'titleZh', 'summary', 'kind', 'dataset', 'orders'] },
    { key: 'issuer', fields: ['issuerOffice', 'issuerText', 'issuerPlaceId', 'addressees'] },
    { key: 'when', fields: ['issuedPrecision', 'issuedFrom', 'issuedTo'] },
    { key: 'incidents', fields: ['incidents'] },
    { key: 'claims', fields: ['claims'] },
    { key: 'note', fields: ['codingNote'] },
  ],
  prose: ['summary', 'codingNote'],
  wide: ['title', 'titleZh', 'addressees'],
  numbers: [],
  decimals: [],
  addresses: [],
  nullable: [
    'titleZh',
    'dataset',
    'issuerText',
    'issuerPlaceId',
    'issuedFrom',
    'issuedTo',
    'issuedPrecision',
    'codingNote',
    'printed',
    'locator',
    'note',
  ],
  lines: ['addressees'],
  rows: ['claims'],
  uncited,
  links: 'incidents',
  editorsOnly: [],
  optional: ['issuedPrecision'],
  span: { first: 'issuedFrom', last: 'issuedTo', precision: 'issuedPrecision' },
  inDataset: false,
  drafts: true,
  empty: emptyForm,
  gaps: (directive) => directiveGaps(directive as EditedDirective),
  care: (directive) => personalDataIn(directive as EditedDirective),
};

/** The form of a directive that is new. */
function emptyForm(): FormValues {
  return {
    kind: '',
    title: '',
    titleZh: '',
    summary: '',
    dataset: '',
    issuerOffice: '',
    issuerText: '',
    issuerPlaceId: '',
    addressees: '',
    orders: [],
    issuedFrom: '',
    issuedTo: '',
    issuedPrecision: '',
    codingNote: '',
    claims: [],
    incidents: [],
  };
}
