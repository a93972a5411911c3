import { careIn } from '@/lib/edit/care';
import type { FormValues, RecordForm } from '@/lib/edit/form';
import type { FieldFindings } from '@/lib/privacy/records';
import { sourceFields } from '../fields';
import { figureFields } from '../figure-fields';
import type { EditedFigure, EditedSource } from './types';

/** What in the texts of a source looks like personal data, by field. Pure. */
export function personalDataInSource({ outlet, headline, headlineZh, note }: EditedSource): FieldFindings[] {
  return careIn({ outlet, headline, headlineZh, note });
}

/** What in the texts of a figure looks like personal data, by field. Pure. */
export function personalDataInFigure({
  label,
  labelZh,
  unit,
  printed,
  locator,
}: EditedFigure): FieldFindings[] {
  return careIn({ label, labelZh, unit, printed, locator });
}

/** What the forms of this folder have alike: no drafts, evidence or links, no span with a precision, and nothing for editors alone. */
const plain = {
  lines: [],
  rows: [],
  uncited: [],
  links: null,
  editorsOnly: [],
  span: null,
  inDataset: false,
  drafts: false,
  gaps: () => ({ missing: [], stray: [] }),
} as const;

/** The form of a source. */
export const sourceForm: RecordForm = {
  ...plain,
  kind: 'source',
  base: '/sources',
  page: (ref) => `/sources/${encodeURIComponent(ref)}`,
  fields: sourceFields,
  sections: [
    { key: 'what', fields: ['outlet', 'publishedOn', 'headline', 'headlineZh', 'kind', 'language'] },
    { key: 'where', fields: ['url', 'archiveUrl'] },
    { key: 'note', fields: ['note'] },
  ],
  prose: ['note'],
  wide: ['headline', 'headlineZh', 'url', 'archiveUrl'],
  numbers: [],
  decimals: [],
  addresses: ['url', 'archiveUrl'],
  nullable: ['headlineZh', 'publishedOn', 'url', 'archiveUrl', 'note'],
  optional: [],
  empty: emptySource,
  care: (source) => personalDataInSource(source as EditedSource),
};

/** The form of a reported figure. */
export const figureForm: RecordForm = {
  ...plain,
  kind: 'figure',
  base: '/figures',
  page: (ref) => `/data#${encodeURIComponent(ref)}`,
  fields: figureFields,
  sections: [
    { key: 'what', fields: ['label', 'labelZh', 'metric', 'value', 'bound', 'unit'] },
    { key: 'scope', fields: ['dataset', 'placeId', 'from', 'to'] },
    { key: 'source', fields: ['source', 'locator', 'printed'] },
  ],
  prose: [],
  wide: ['label', 'labelZh'],
  numbers: ['value'],
  decimals: ['value'],
  addresses: [],
  nullable: ['dataset', 'labelZh', 'placeId', 'from', 'to', 'printed', 'locator'],
  optional: [],
  empty: emptyFigure,
  care: (figure) => personalDataInFigure(figure as EditedFigure),
};

function emptySource(): FormValues {
  return {
    outlet: '',
    headline: '',
    headlineZh: '',
    publishedOn: '',
    url: '',
    archiveUrl: '',
    kind: '',
    language: '',
    note: '',
  };
}

function emptyFigure(): FormValues {
  return {
    dataset: '',
    metric: '',
    label: '',
    labelZh: '',
    value: '',
    bound: 'exact',
    unit: '',
    placeId: '',
    from: '',
    to: '',
    printed: '',
    source: '',
    locator: '',
  };
}
