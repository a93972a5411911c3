import { isCivilDate } from '@/lib/dates/civil';
import { datePrecisions, periodEnd, periodStart } from '@/lib/dates/periods';
import type { EditedClaim, EditedIncident, EditedResponse } from './types';

/** Values as controls hold them: a text for whatever can be typed or chosen, empty = null. */
type Texts<Part> = { [Key in keyof Part]: Part[Key] extends boolean | string[] ? Part[Key] : string };
/** A row of a list with a name of its own, which stays with it when rows are taken out or moved. */
type Row<Part> = Texts<Part> & { id: string };

export type ResponseRow = Row<EditedResponse>;
export type ClaimRow = Row<EditedClaim>;

/** An incident as its form holds it. */
export type FormValues = Texts<Omit<EditedIncident, 'responses' | 'claims'>> & {
  responses: ResponseRow[];
  claims: ClaimRow[];
};

const numbers: readonly string[] = ['latitude', 'longitude', 'sizeMin', 'sizeMax', 'count', 'durationDays'];
const nullable: readonly string[] = [
  ...numbers,
  'titleZh',
  'sourceCategory',
  'dayPart',
  'destinationPlaceId',
  'sizeText',
  'codingNote',
  'printed',
  'locator',
  'note',
];

let made = 0;
/** A name for a new row, unlike all those that are kept in a browser. */
const rowId = () => `${Date.now().toString(36)}-${++made}`;

export const emptyResponse = (): ResponseRow => ({
  id: rowId(),
  kind: '',
  count: '',
  durationDays: '',
  sizeText: '',
});

/** A new piece of evidence, for a field and a value where these are known. */
export const emptyClaim = (field = '', value = '', source = ''): ClaimRow => ({
  id: rowId(),
  field,
  value,
  printed: '',
  source,
  locator: '',
  basis: 'stated',
  followed: true,
  note: '',
});

/** The form of an incident that is new. */
export function emptyForm(): FormValues {
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

/** An incident as its form holds it. */
export function toForm({ responses, claims, ...incident }: EditedIncident): FormValues {
  return {
    ...(texts(incident) as Omit<FormValues, 'responses' | 'claims'>),
    responses: responses.map((row) => ({ ...(texts(row) as Texts<EditedResponse>), id: rowId() })),
    claims: claims.map((row) => ({ ...(texts(row) as Texts<EditedClaim>), id: rowId() })),
  };
}

/**
 * The incident that a form holds. What should be a number and is not stays as it was typed, so that the server says so at
 * its field. Pure.
 */
export function fromForm({ responses, claims, ...values }: FormValues): EditedIncident {
  const rows = (list: (ResponseRow | ClaimRow)[]) => list.map(({ id: _, ...row }) => parts(row));
  return { ...parts(values), responses: rows(responses), claims: rows(claims) } as EditedIncident;
}

function texts(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'boolean' || Array.isArray(value) ? value : value === null ? '' : String(value),
    ]),
  );
}

function parts(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, part(key, value)]));
}

function part(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '' && nullable.includes(key)) return null;
  return numbers.includes(key) && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text;
}

/** Fields of which one day follows from the others. */
type Span = Pick<FormValues, 'startsOn' | 'endsOn' | 'datePrecision'>;

/**
 * The last day that the first one and the precision bring with them: the same for a day, the end of the week, month,
 * quarter or year; `days` leaves it. `whole` moves the first day to the beginning of that period too. Pure.
 */
export function fillSpan({ startsOn, endsOn, datePrecision }: Span, { whole }: { whole: boolean }): Span {
  const precision = datePrecisions.find((one) => one === datePrecision);
  if (!precision || precision === 'days' || !isCivilDate(startsOn))
    return { startsOn, endsOn, datePrecision };
  return {
    startsOn: whole ? periodStart(startsOn, precision) : startsOn,
    endsOn: periodEnd(startsOn, precision),
    datePrecision,
  };
}

/** A text of a form by its path, such as `summary` or `claims.2.note`; null = there is none. Pure. */
export function textAt(values: FormValues, path: string): string | null {
  const found = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], values);
  return typeof found === 'string' ? found : null;
}

/** A form with another text at a path of `textAt`. Pure. */
export function withTextAt(values: FormValues, path: string, text: string): FormValues {
  const [field = '', index, key = ''] = path.split('.');
  if (index === undefined) return { ...values, [field]: text };
  const list = values[field as 'responses' | 'claims'] as (ResponseRow | ClaimRow)[];
  return {
    ...values,
    [field]: list.map((row, at) => (at === Number(index) ? { ...row, [key]: text } : row)),
  };
}
