import 'server-only';
import { namesIn } from '@/lib/explore/reference';
import { selectionPath } from '@/lib/explore/view';
import type { ExportedIncident } from '@/lib/incidents/packed';
import type { ExportAbout, IncidentExport } from './about';
import type { Gate } from './care/gate';
import type { RecordFormat } from './formats';
import { incidentColumns } from './incident-columns';
import type { RecordOptions } from './options';
import { type PlacePoints, pointOf } from './points';
import { csvTable } from './table';

/** What a file of records is written from: its rows, in batches, and what it says of itself. */
export type RecordsToWrite = {
  wanted: IncidentExport;
  options: RecordOptions;
  about: ExportAbout;
  rows: AsyncIterable<readonly ExportedIncident[]>;
  /** What the rows came through, and all other texts of the file go through. */
  gate: Gate;
};

/** The same for a format that says nothing of itself. */
export type BareRecords = Pick<RecordsToWrite, 'wanted' | 'options' | 'rows'>;

/** The last line of a file that broke off; a reader must not take it for the whole. */
export const incompleteMark = 'INCOMPLETE: the export broke off before its end. Ask for it again.';

/** Formats whose reader sees the last line; the others can't be opened, or have their count in their head. */
const marked: readonly RecordFormat[] = ['csv', 'json', 'ndjson', 'geojson'];

/** The line in which a file of a format ends that broke off; null = it can't bear one. */
export const incompleteMarkOf = (format: RecordFormat): string | null =>
  marked.includes(format) ? incompleteMark : null;

/**
 * Incidents as CSV, in pieces: a header, one line an incident. Several values stand in one cell, joined by `; `;
 * `unknown` and `none` are written out.
 */
export function csvPieces({ wanted, options, rows }: BareRecords): AsyncGenerator<string> {
  const names = namesIn(wanted.reference, wanted.locale);
  return csvTable(incidentColumns(names, wanted.locale, options.values), rows, { bom: options.bom });
}

/** What JSON and GeoJSON say of themselves before their records. */
function headOf(path: string, { wanted, about }: RecordsToWrite): Record<string, unknown> {
  return {
    address: wanted.origin + selectionPath(path, wanted.selection),
    page: about.page,
    filter: about.filter,
    synthetic: about.counts.synthetic > 0,
    leftOut: about.counts.leftOut,
    pointsKept: about.counts.pointsKept,
    madeOn: about.madeOn,
    codebook: about.codebookVersion,
    datasets: about.datasets.map(({ slug, title, licence, citation, incidents, synthetic }) => ({
      slug,
      title,
      licence,
      citation,
      incidents,
      synthetic,
    })),
  };
}

/** The same as pairs of a name and a text, with how many incidents the file holds, for formats with metadata. */
export function describedIn(path: string, write: RecordsToWrite): [name: string, text: string][] {
  const described = { ...headOf(path, write), count: write.about.counts.exported };
  return Object.entries(described).map(([name, value]) => [
    `daybook.${name}`,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}

/**
 * One JSON object with a list, in pieces; after all records come `textsHeld`, where it is not 0, and last `count` and
 * `complete`.
 */
async function* withList<Row>(
  head: Record<string, unknown>,
  list: string,
  rows: AsyncIterable<readonly Row[]>,
  item: (row: Row) => unknown,
  { textsHeld }: Gate,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"${list}":[`;
  let count = 0;
  for await (const batch of rows) {
    if (batch.length === 0) continue;
    const text = batch.map((row) => JSON.stringify(item(row))).join(',\n');
    yield (count === 0 ? '\n' : ',\n') + text;
    count += batch.length;
  }
  const held = textsHeld() > 0 ? `"textsHeld":${textsHeld()},` : '';
  yield `\n],${held}"count":${count},"complete":true}\n`;
}

/** How an incident stands in JSON: its values by the names of its fields. */
function jsonItem({ wanted, options }: BareRecords): (row: ExportedIncident) => unknown {
  const columns = incidentColumns(namesIn(wanted.reference, wanted.locale), wanted.locale, options.values);
  return (row) => Object.fromEntries(columns.map(({ key, value }) => [key, value(row)]));
}

/** Incidents as one JSON object, in pieces; `count` comes last and equals the number of incidents. */
export function jsonPieces(write: RecordsToWrite): AsyncGenerator<string> {
  return withList(headOf('/incidents.json', write), 'incidents', write.rows, jsonItem(write), write.gate);
}

/** Incidents as NDJSON, in pieces: one line an incident, the objects of the JSON. */
export async function* ndjsonPieces(write: BareRecords): AsyncGenerator<string> {
  const item = jsonItem(write);
  for await (const rows of write.rows)
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(item(row))}\n`).join('');
}

/**
 * Incidents as GeoJSON (RFC 7946), in pieces. The geometry is the incident's own point, else the point of its place
 * (`geometry_of`: `incident`, `place`), else null; neither is finer than the county where it is not public. Properties have the names and values of the columns of the CSV;
 * `extra` is an object.
 */
export function geojsonPieces(
  write: RecordsToWrite,
  points: ReadonlyMap<string, PlacePoints>,
): AsyncGenerator<string> {
  const { wanted, options, rows, gate } = write;
  const columns = incidentColumns(namesIn(wanted.reference, wanted.locale), wanted.locale, options.values);
  const head = { type: 'FeatureCollection', ...headOf('/incidents.geojson', write) };
  const feature = (row: ExportedIncident) => {
    const { of, point } = pointOf(row, points);
    return {
      type: 'Feature',
      id: row.ref,
      geometry: point && { type: 'Point', coordinates: [point.longitude, point.latitude] },
      properties: {
        ...Object.fromEntries(columns.map(({ name, cell }) => [name, cell(row)])),
        extra: row.extra,
        geometry_of: of,
      },
    };
  };
  return withList(head, 'features', rows, feature, gate);
}
