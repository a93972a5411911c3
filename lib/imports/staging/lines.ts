import { copyCodes, copyText } from '@/lib/db/bulk';
import { statedColumns } from '@/lib/incidents/stated-columns';
import type { ImportedIncident } from '../convert/types';

/** Columns of `staged_incidents`, in the order of a line. */
export const stagedColumns = ['id', 'ref', ...statedColumns, 'extra', 'import_row'] as const;

export const stagedResponseColumns = ['incident_id', 'ordinal', 'kind', 'count'] as const;
export const stagedClaimColumns = ['incident_id', 'ordinal', 'field', 'value', 'printed', 'locator'] as const;

const text = (value: string | null) => (value === null ? '\\N' : copyText(value));
const number = (value: number | null) => (value === null ? '\\N' : String(value));

/** A record as a line of COPY, its cells in the order of `stagedColumns`. */
export function incidentLine(one: ImportedIncident, id: string, ref: string): string {
  return `${id}\t${ref}\t${text(one.externalId)}\t${copyText(one.title)}\t${text(one.titleZh)}\t${copyText(one.summary)}\t${one.type}\t${text(one.sourceCategory)}\t${one.startsOn}\t${one.endsOn}\t${one.datePrecision}\t${text(one.dayPart)}\t${copyText(one.placeId)}\t${one.placePrecision}\t${text(one.destinationPlaceId)}\t${number(one.latitude)}\t${number(one.longitude)}\t${number(one.sizeMin)}\t${number(one.sizeMax)}\t${one.sizeApprox ? 't' : 'f'}\t${text(one.sizeText)}\t${copyCodes(one.issues)}\t${copyCodes(one.groups)}\t${copyCodes(one.forms)}\t${copyCodes(one.targets)}\t${text(one.codingNote)}\t${text(one.extra)}\t${one.row}\n`;
}

/** What authorities did, a line each. */
export function responseLines({ responses }: ImportedIncident, id: string): string {
  let lines = '';
  for (const [index, { kind, count }] of responses.entries())
    lines += `${id}\t${index + 1}\t${copyText(kind)}\t${number(count)}\n`;
  return lines;
}

/** The evidence of a record, a line each. `where`: how a passage of the file is named, e.g. `row 12`. */
export function claimLines({ claims }: ImportedIncident, id: string, where: string): string {
  let lines = '';
  for (const [index, { field, value, printed }] of claims.entries())
    lines += `${id}\t${index + 1}\t${field}\t${copyText(value)}\t${copyText(printed)}\t${where}\n`;
  return lines;
}
