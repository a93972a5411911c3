import { type FieldFindings, findInFields } from '@/lib/privacy/records';
import type { EditedIncident } from './types';

/** What in the texts of an incident looks like personal data, by field (`claims.2.note`). Pure. */
export function personalDataIn(incident: EditedIncident): FieldFindings[] {
  const texts: Record<string, string | null> = {
    title: incident.title,
    titleZh: incident.titleZh,
    summary: incident.summary,
    sourceCategory: incident.sourceCategory,
    sizeText: incident.sizeText,
    codingNote: incident.codingNote,
  };
  for (const [index, { sizeText }] of incident.responses.entries())
    texts[`responses.${index}.sizeText`] = sizeText;
  for (const [index, { printed, note, value, locator }] of incident.claims.entries())
    Object.assign(texts, {
      [`claims.${index}.value`]: value,
      [`claims.${index}.printed`]: printed,
      [`claims.${index}.locator`]: locator,
      [`claims.${index}.note`]: note,
    });
  return findInFields(texts);
}
