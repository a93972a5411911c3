import { type Finding, findPersonalData } from './detect';

/** What was found in one field of a record. */
export type FieldFindings = { field: string; findings: Finding[] };

/** The fields of a record that likely hold personal data, in their order; null = a field without a value. */
export function findInFields(fields: Record<string, string | null>): FieldFindings[] {
  return Object.entries(fields)
    .map(([field, text]) => ({ field, findings: text === null ? [] : findPersonalData(text) }))
    .filter(({ findings }) => findings.length > 0);
}
