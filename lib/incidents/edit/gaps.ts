import { type Gaps, gapsBetween } from '@/lib/edit/gaps';
import type { CellValue } from '@/lib/fields/evidence';
import type { EditedIncident } from './types';

/** Fields that rest on nothing but our own words. */
const ownWords: readonly string[] = ['title', 'titleZh', 'summary', 'codingNote', 'claims', 'directives'];

/**
 * What is missing between the coded values of an incident and its evidence: values without a claim that they follow, and
 * the claims (by their place in the list) that are followed though the record says something else. Pure.
 */
export function evidenceGaps(incident: EditedIncident): Gaps {
  const values: Record<string, CellValue> = {
    ...(incident as unknown as Record<string, CellValue>),
    responses: incident.responses.map(({ kind }) => kind),
    // Without a day its precision says nothing yet.
    datePrecision: incident.startsOn === '' ? null : incident.datePrecision,
    // An editor decides it; no source states it.
    pointPublic: null,
    ...Object.fromEntries(ownWords.map((field) => [field, null])),
  };
  return gapsBetween(values, incident.claims);
}
