import { type CellValue, evidenceProblems } from '@/lib/fields/evidence';
import type { EditedIncident } from './types';

/** Fields that rest on nothing but our own words. */
const ownWords: readonly string[] = ['title', 'titleZh', 'summary', 'codingNote', 'claims', 'directives'];

/** A coded value that no claim is followed for, as claims write it. */
export type Gap = { field: string; value: string };

/**
 * What is missing between the coded values of an incident and its evidence: values without a claim that they follow, and
 * the claims (by their place in the list) that are followed though the record says something else. Pure.
 */
export function evidenceGaps(incident: EditedIncident): { missing: Gap[]; stray: number[] } {
  const values: Record<string, CellValue> = {
    ...(incident as unknown as Record<string, CellValue>),
    responses: incident.responses.map(({ kind }) => kind),
    // Without a day its precision says nothing yet.
    datePrecision: incident.startsOn === '' ? null : incident.datePrecision,
    ...Object.fromEntries(ownWords.map((field) => [field, null])),
  };
  const missing = Object.entries(values).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((cell) => cell !== '')
      .filter((cell) => {
        const fitting = incident.claims.filter(
          (claim) => claim.field === field && claim.value === String(cell),
        );
        return evidenceProblems({ [field]: cell }, fitting, () => true).length > 0;
      })
      .map((cell) => ({ field, value: String(cell) })),
  );
  const stray = evidenceProblems(values, incident.claims, () => true).flatMap(({ field }) => {
    const place = /^claims\.(\d+)\.value$/.exec(field)?.[1];
    return place === undefined ? [] : [Number(place)];
  });
  return { missing: unique(missing), stray };
}

function unique(gaps: Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.field} ${gap.value}`, gap])).values()];
}
