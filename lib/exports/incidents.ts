import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { filterSentence } from '@/lib/explore/describe';
import { namesIn, type Reference } from '@/lib/explore/reference';
import type { Selection } from '@/lib/explore/view';
import { selectionPath } from '@/lib/explore/view';
import type { Field } from '@/lib/fields/types';
import type { Locale } from '@/lib/i18n/locale';
import { none, unknown } from '@/lib/incidents/dimensions';
import { incidentFields } from '@/lib/incidents/fields';
import { streamIncidents } from '@/lib/incidents/queries';
import type { IncidentRow } from '@/lib/incidents/row';
import { byteOrderMark, type CellValue, csvLine } from './csv';

/** What an export of incidents is made of. */
export type IncidentExport = {
  selection: Selection;
  reference: Reference;
  viewer: Viewer;
  locale: Locale;
  /** Scheme and host under which the file can be asked for again. */
  origin: string;
};

const exported: readonly Field[] = incidentFields.filter((field) => field.exported);

/** The last line of a file that broke off; a reader must not take it for the whole. */
export const incompleteMark = 'INCOMPLETE: the export broke off before its end. Ask for it again.';

/**
 * The incidents of a selection as CSV, in pieces: a header, one line an incident, all fields of the dictionary
 * that are exported. Several values stand in one cell, joined by `; `; `unknown` and `none` are written out.
 */
export async function* incidentsCsv(
  wanted: IncidentExport,
  options: { bom: boolean },
): AsyncGenerator<string> {
  const { selection, viewer } = wanted;
  yield (options.bom ? byteOrderMark : '') + csvLine(exported.map(({ column }) => column));
  for await (const rows of streamIncidents(selection.filters, viewer, selection.view.sort))
    yield rows.map((row) => csvLine(exported.map((field) => cellOf(row, field, wanted)))).join('');
}

/** The incidents of a selection as one JSON object, in pieces; `count` comes last and equals the number of incidents. */
export async function* incidentsJson(wanted: IncidentExport): AsyncGenerator<string> {
  const { selection, reference, viewer, locale, origin } = wanted;
  const head = {
    address: origin + selectionPath('/incidents.json', selection),
    filter: filterSentence(selection.filters, namesIn(reference, locale), locale),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"incidents":[`;
  let count = 0;
  for await (const rows of streamIncidents(selection.filters, viewer, selection.view.sort)) {
    const text = rows.map((row) => JSON.stringify(jsonOf(row, wanted))).join(',\n');
    yield (count === 0 ? '\n' : ',\n') + text;
    count += rows.length;
  }
  yield `\n],"count":${count},"complete":true}\n`;
}

function jsonOf(row: IncidentRow, wanted: IncidentExport): Record<string, unknown> {
  return Object.fromEntries(exported.map((field) => [field.key, fieldValue(row, field, wanted)]));
}

function fieldValue(
  row: IncidentRow,
  { key }: Field,
  { reference, locale }: IncidentExport,
): CellValue | string[] {
  if (key === 'placeName') return namesIn(reference, locale).place(row.placeId);
  if (key === 'sources') return row.sources.map(({ ref }) => ref);
  const value = row[key as Exclude<keyof IncidentRow, 'sources'>];
  if (value === undefined) throw new TypeError(`the field ${key} is exported, but rows do not carry it`);
  return value;
}

function cellOf(row: IncidentRow, field: Field, wanted: IncidentExport): CellValue {
  const value = fieldValue(row, field, wanted);
  if (!Array.isArray(value)) return value;
  if (value.length > 0) return value.join('; ');
  if (field.key === 'orders' || field.key === 'offices') return row.directives.length > 0 ? unknown : none;
  return field.type === 'codes' ? unknown : '';
}
