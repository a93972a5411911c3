import { careIn } from '@/lib/edit/care';
import type { EditedClaim } from '@/lib/edit/types';
import type { FieldFindings } from '@/lib/privacy/records';
import type { EditedIncident, EditedResponse } from './types';

/** The texts of an incident that may hold personal data. */
export type CareTexts = Pick<
  EditedIncident,
  'title' | 'titleZh' | 'summary' | 'sourceCategory' | 'sizeText' | 'codingNote'
> & {
  responses: Pick<EditedResponse, 'sizeText'>[];
  claims: Pick<EditedClaim, 'printed' | 'note' | 'value' | 'locator'>[];
};

/** What in the texts of an incident looks like personal data, by field (`claims.2.note`). Pure. */
export function personalDataIn(incident: CareTexts): FieldFindings[] {
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
  return careIn(texts, incident.claims);
}
