import type { EditedClaim } from '@/lib/edit/types';
import { evidenceGaps } from '../edit/gaps';
import type { EditedIncident, EditedResponse } from '../edit/types';

type FieldKey = keyof EditedIncident;

/** Which record a value is taken from: the one that stays, the one that goes, or for codes both. */
export type Side = 'kept' | 'dropped' | 'both';

/**
 * What is chosen as one, by its first field: values that only fit together are never taken from two records. Responses,
 * evidence and links to directives are kept of both and so are not among them.
 */
export const units = {
  title: ['title'],
  titleZh: ['titleZh'],
  summary: ['summary'],
  startsOn: ['startsOn', 'endsOn', 'datePrecision'],
  dayPart: ['dayPart'],
  placeId: ['placeId', 'placePrecision'],
  destinationPlaceId: ['destinationPlaceId'],
  latitude: ['latitude', 'longitude', 'pointPublic'],
  sizeMin: ['sizeMin', 'sizeApprox'],
  sizeMax: ['sizeMax'],
  sizeText: ['sizeText'],
  type: ['type'],
  sourceCategory: ['sourceCategory'],
  issues: ['issues'],
  groups: ['groups'],
  forms: ['forms'],
  targets: ['targets'],
  codingNote: ['codingNote'],
} as const satisfies Partial<Record<FieldKey, readonly FieldKey[]>>;
export type Unit = keyof typeof units;
export const unitNames = Object.keys(units) as Unit[];

/** The units that hold several codes, which can be taken from both records. */
export const listUnits: readonly Unit[] = ['issues', 'groups', 'forms', 'targets'];

/** What was chosen; a unit that is left out is taken as `usualSide` has it. */
export type Choice = Partial<Record<Unit, Side>>;

const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The side that a unit is taken from where nothing was chosen: the record that stays, unless it has no value. Pure. */
export function usualSide(unit: Unit, kept: EditedIncident, dropped: EditedIncident): Side {
  return isEmpty(kept[unit]) && !isEmpty(dropped[unit]) ? 'dropped' : 'kept';
}

/** The units in which two records differ. Pure. */
export function differing(kept: EditedIncident, dropped: EditedIncident): Unit[] {
  return unitNames.filter((unit) =>
    units[unit].some((field) => JSON.stringify(kept[field]) !== JSON.stringify(dropped[field])),
  );
}

/**
 * Two records as one: what was chosen of each, and evidence, responses and directives of both without doubles. Evidence
 * for a value that was not taken stays, as evidence that is not followed. Pure.
 */
export function mergeRecords(kept: EditedIncident, dropped: EditedIncident, choice: Choice): EditedIncident {
  const taken: Record<string, unknown> = { ...kept };
  for (const unit of unitNames) {
    const side = choice[unit] ?? usualSide(unit, kept, dropped);
    if (side === 'both') taken[unit] = union(kept[unit] as string[], dropped[unit] as string[]);
    else if (side === 'dropped') for (const field of units[unit]) taken[field] = dropped[field];
  }
  const merged = {
    ...(taken as EditedIncident),
    responses: mergeResponses(kept.responses, dropped.responses),
    claims: mergeClaims(kept.claims, dropped.claims),
    directives: union(kept.directives, dropped.directives).sort(),
  };
  const stray = new Set(evidenceGaps(merged).stray);
  const claims = merged.claims.map((claim, at) => (stray.has(at) ? { ...claim, followed: false } : claim));
  return { ...merged, claims };
}

const union = (first: readonly string[], second: readonly string[]) => [...new Set([...first, ...second])];

/** The same thing done is told once; one that says nothing but its kind goes where another one says more. */
function mergeResponses(first: EditedResponse[], second: EditedResponse[]): EditedResponse[] {
  const key = ({ kind, count, durationDays, sizeText }: EditedResponse) =>
    JSON.stringify([kind, count, durationDays, sizeText]);
  const known = new Set(first.map(key));
  const all = [...first, ...second.filter((one) => !known.has(key(one)))];
  const isBare = ({ count, durationDays, sizeText }: EditedResponse) =>
    count === null && durationDays === null && sizeText === null;
  const keptOf = (side: EditedResponse[], one: EditedResponse) =>
    !isBare(one) || !side.some(({ kind, ...rest }) => kind === one.kind && !isBare({ kind, ...rest }));
  return all.filter((one) => keptOf(first.includes(one) ? second : first, one));
}

/** The same passage for the same value is evidence once; a note on it is not lost. */
function mergeClaims(first: EditedClaim[], second: EditedClaim[]): EditedClaim[] {
  const key = ({ field, value, printed, source, locator }: EditedClaim) =>
    JSON.stringify([field, value, printed, source, locator]);
  const merged = first.map((claim) => ({ ...claim }));
  for (const claim of second) {
    const same = merged.filter((one) => key(one) === key(claim));
    if (claim.note === null && same.length > 0) continue;
    if (same.some(({ note }) => note === claim.note)) continue;
    const open = same.find(({ note }) => note === null);
    if (open) open.note = claim.note;
    else merged.push({ ...claim });
  }
  return merged;
}
