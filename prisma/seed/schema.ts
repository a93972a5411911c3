import { z } from 'zod';
import { findTerm, storedCodesOf, type VocabularyName } from '@/lib/codebook/vocabularies';
import { isCivilDate } from '@/lib/dates/civil';
import { type SpanProblem, spanProblem } from '@/lib/dates/span-problem';
import { directiveFields } from '@/lib/directives/fields';
import { type CellValue, evidenceProblems } from '@/lib/fields/evidence';
import { findField } from '@/lib/fields/types';
import { incidentFields } from '@/lib/incidents/fields';

const spanWords: Record<SpanProblem, string> = {
  endsBefore: 'lies before the first day',
  notOneDay: 'must be the first day, where the precision is day',
  notSeveralDays: 'must be later than the first day, where the precision is days',
  notWholePeriod:
    'does not make a whole week (Monday to Sunday), month, quarter or year with the first day, as the precision says',
};

/** The most words that a claim may quote. */
export const longestQuote = 12;

const text = z.string().trim().min(1, 'must not be empty');
const maybe = text.nullable();
const civil = z.string().refine(isCivilDate, 'is not a day of the calendar (YYYY-MM-DD)');
const whole = z.number().int('must be a whole number').min(1, 'must be 1 or more; null = not reported');
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lowercase words joined by hyphens');

/** A code that records may hold, of one vocabulary. */
function code(name: VocabularyName) {
  return z.string().refine((value) => storedCodesOf(name).includes(value), {
    error: ({ input }) =>
      findTerm(name, String(input))
        ? `is a value of filters only; leave the field empty (vocabulary “${name}”)`
        : `is not a code of the vocabulary “${name}”`,
  });
}

const codes = (name: VocabularyName) =>
  z.array(code(name)).refine((list) => new Set(list).size === list.length, 'names a code twice');

const quote = maybe.refine(
  (words) => words === null || words.split(/\s+/).length <= longestQuote,
  `quotes more than ${longestQuote} words`,
);

const claim = z.strictObject({
  field: text,
  value: text,
  printed: quote,
  source: kebab,
  locator: maybe,
  basis: code('basis'),
  followed: z.boolean().default(true),
  note: maybe.default(null),
});

/** A row of datasets.json. */
export const datasetRow = z.strictObject({
  slug: kebab,
  refPrefix: z.string().regex(/^[a-z0-9]+$/, 'must be lowercase letters and digits'),
  title: text,
  titleZh: maybe,
  description: text,
  origin: code('origin'),
  licence: maybe,
  redistributable: z.boolean(),
  citation: text,
  coveragePlaceId: maybe,
  coverageFrom: civil.nullable(),
  coverageTo: civil.nullable(),
  coverageNote: maybe,
  codebookVersion: text,
});

/** A row of sources.json. */
export const sourceRow = z.strictObject({
  ref: kebab,
  outlet: text,
  headline: text,
  headlineZh: maybe,
  publishedOn: civil.nullable(),
  url: z.url().nullable(),
  archiveUrl: z.url().nullable(),
  kind: code('sourceKind'),
  language: text,
  text: maybe,
  sha256: maybe,
  note: maybe,
});

const response = z.strictObject({
  kind: code('response'),
  count: whole.nullable(),
  durationDays: whole.nullable(),
  sizeText: quote,
});

/** A row of incidents.json, with its responses and its claims. */
export const incidentRow = z
  .strictObject({
    dataset: kebab,
    externalId: z.string().regex(/^\d{4}-\d{2}-\d{2}-[a-z]$/, 'must be the first day and a letter'),
    title: text,
    titleZh: maybe,
    summary: text,
    type: code('type'),
    sourceCategory: maybe,
    startsOn: civil,
    endsOn: civil,
    datePrecision: code('datePrecision'),
    dayPart: code('dayPart').nullable(),
    placeId: text,
    placePrecision: code('placePrecision'),
    destinationPlaceId: maybe,
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    sizeMin: whole.nullable(),
    sizeMax: whole.nullable(),
    sizeApprox: z.boolean(),
    sizeText: quote,
    issues: codes('issue'),
    groups: codes('group'),
    forms: codes('form'),
    targets: codes('target'),
    codingNote: maybe,
    status: code('status'),
    responses: z.array(response),
    claims: z.array(claim),
  })
  .superRefine((row, context) => {
    const report = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: field.split('.'), message });
    const span = spanProblem(row.startsOn, row.endsOn, row.datePrecision);
    if (span) report('endsOn', spanWords[span]);
    if (row.externalId.slice(0, 10) !== row.startsOn) report('externalId', 'does not begin with startsOn');
    if (row.sizeMin !== null && row.sizeMax !== null && row.sizeMin > row.sizeMax)
      report('sizeMax', 'is smaller than sizeMin');
    if ((row.latitude === null) !== (row.longitude === null))
      report('longitude', 'needs a latitude, and the reverse');
    const values: Record<string, CellValue> = {
      ...row,
      responses: row.responses.map(({ kind }) => kind),
      ...omitted(['dataset', 'externalId', 'title', 'titleZh', 'summary', 'codingNote', 'status', 'claims']),
    };
    for (const problem of evidenceProblems(
      values,
      row.claims,
      (key) => findField(incidentFields, key) !== null,
    ))
      report(problem.field, problem.message);
  });

/** A row of directives.json, with its claims and the refs of the incidents it is about. */
export const directiveRow = z
  .strictObject({
    ref: kebab,
    dataset: kebab.nullable(),
    kind: code('directiveKind'),
    title: text,
    titleZh: maybe,
    summary: text,
    issuerOffice: code('office'),
    issuerText: maybe,
    issuerPlaceId: maybe,
    addressees: z.array(text),
    orders: codes('order'),
    issuedFrom: civil.nullable(),
    issuedTo: civil.nullable(),
    issuedPrecision: code('datePrecision').nullable(),
    codingNote: maybe,
    status: code('status'),
    incidents: z.array(kebab),
    claims: z.array(claim),
  })
  .superRefine((row, context) => {
    const report = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: field.split('.'), message });
    const { issuedFrom, issuedTo, issuedPrecision } = row;
    if (issuedFrom !== null && issuedTo !== null && issuedPrecision !== null) {
      const span = spanProblem(issuedFrom, issuedTo, issuedPrecision);
      if (span) report('issuedTo', spanWords[span]);
    } else if (issuedFrom !== null || issuedTo !== null || issuedPrecision !== null)
      report('issuedPrecision', 'issuedFrom, issuedTo and issuedPrecision are given together or not at all');
    if ((row.kind === 'incident-note') !== row.incidents.length > 0)
      report('incidents', 'a note names the incidents it is about, a policy document none');
    const { issuerOffice, issuerPlaceId, addressees, orders } = row;
    const values = { issuerOffice, issuerPlaceId, addressees, orders, issuedFrom, issuedTo, issuedPrecision };
    for (const problem of evidenceProblems(
      values,
      row.claims,
      (key) => findField(directiveFields, key) !== null,
    ))
      report(problem.field, problem.message);
  });

/** A row of figures.json. */
export const figureRow = z.strictObject({
  ref: kebab,
  dataset: kebab.nullable(),
  metric: text,
  label: text,
  labelZh: maybe,
  value: z.number(),
  bound: code('bound'),
  unit: text,
  placeId: maybe,
  from: civil.nullable(),
  to: civil.nullable(),
  printed: quote,
  source: kebab,
  locator: maybe,
});

/** A row of periods.json. */
export const periodRow = z
  .strictObject({
    id: kebab,
    nameEn: text,
    nameZh: text,
    startsOn: civil,
    endsOn: civil,
    note: maybe,
    source: kebab.nullable(),
  })
  .refine((row) => row.startsOn <= row.endsOn, { path: ['endsOn'], error: 'lies before startsOn' });

export type ClaimRow = z.infer<typeof claim>;
export type DatasetRow = z.infer<typeof datasetRow>;
export type SourceRow = z.infer<typeof sourceRow>;
export type IncidentSeed = z.infer<typeof incidentRow>;
export type DirectiveSeed = z.infer<typeof directiveRow>;
export type FigureRow = z.infer<typeof figureRow>;
export type PeriodRow = z.infer<typeof periodRow>;

/** The seed as read from its files: checked row by row and across files. */
export type Seed = {
  datasets: DatasetRow[];
  sources: SourceRow[];
  incidents: IncidentSeed[];
  directives: DirectiveSeed[];
  figures: FigureRow[];
  periods: PeriodRow[];
};

export type SeedFile = keyof Seed;

const omitted = (keys: string[]): Record<string, null> => Object.fromEntries(keys.map((key) => [key, null]));
