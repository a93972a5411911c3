import 'server-only';
import { database } from '@/lib/db/query';
import { makeLocator } from '@/lib/places/locate';
import { listAllPlaces } from '@/lib/places/queries';
import { countryNames } from './convert/countries';
import { makePlaceFinder } from './convert/places';
import { makeConverter } from './convert/rows';
import type { ImportedIncident, RowRule, RowWarning } from './convert/types';
import { columnNames } from './files';
import type { ImportPlan, IncidentMapping } from './plan';
import { openTables } from './read/open';
import { countsFrom1904, type FileOnDisk, type OpenTable, type RowBatch } from './read/types';
import { Groups, type ImportReport, type SampleRecord } from './report';
import { makeSeen } from './staging/seen';
import type { Watch } from './watch';

/** What takes the records of files one after another. */
export type Sink = {
  /** Whether what is added is to be written. */
  writes: boolean;
  add: (incident: ImportedIncident, time: number) => void;
  /** Waits until the sink can take more. */
  ready: () => Promise<void>;
};

/** Everything that is read, whatever becomes of it. */
export type Reading = {
  files: readonly FileOnDisk[];
  plan: ImportPlan & { mapping: IncidentMapping };
  watch: Watch;
  /** Whether readers may see at once what is read: as new records, or as changes of those that they see already. */
  reachesReaders: boolean;
};

/** What was counted while files were read. */
export type ReadCounts = Pick<
  ImportReport,
  'tables' | 'rows' | 'skipped' | 'accepted' | 'refused' | 'faults' | 'warnings' | 'moreGroups' | 'sample'
> & {
  /** Codes of countries that records name and the database lacks. */
  countries: Set<string>;
};

const sampleSize = 20;

/** Reads the rows of all tables, converts them and hands the good ones to a sink. Nothing is written but by the sink. */
export async function readRecords(
  { files, plan, watch, reachesReaders }: Reading,
  sink: Sink,
): Promise<ReadCounts> {
  const { mapping } = plan;
  const nodes = await listAllPlaces(database);
  const names = new Map(nodes.map(({ id, nameEn }) => [id, nameEn]));
  const places = makePlaceFinder(nodes, mapping.place.decided, makeLocator());
  const placeName = (id: string) => names.get(id) ?? countryNames(id).en;
  const faults = new Groups<RowRule>();
  const warnings = new Groups<RowWarning>();
  const seen = makeSeen();
  const counts = { rows: 0, skipped: 0, accepted: 0, refused: 0 };
  const countries = new Set<string>();
  const noteCountry = (id: string | null) => {
    if (id !== null && id.length === 2 && !names.has(id)) countries.add(id);
  };
  const sample: SampleRecord[] = [];
  const tables: ImportReport['tables'] = [];
  const hasIds = mapping.bindings.some(({ target }) => target === 'externalId');

  for (const file of files)
    for await (const table of openTables(file, plan.read)) {
      if (plan.withoutTables.includes(table.name)) continue;
      const batches = table.rows();
      const first = await batches.next();
      if (first.done) continue;
      const columns = first.value.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
      const headers = columnNames({ headers: table.headers, columns }, plan);
      const own = plan.preset?.id === 'daybook';
      const convert = makeConverter({
        mapping,
        headers,
        places,
        placeName,
        // A check counts records, and needs no evidence for that.
        evidence: plan.evidence && sink.writes,
        refusePersonal: plan.careReason !== null ? 'none' : reachesReaders ? 'maybe' : 'sure',
        own,
        // Our other formats guard nothing; refused rows may have been mended in a spreadsheet and saved as XLSX.
        from1904: countsFrom1904(table),
        guarded: (own && table.format === 'csv') || headers.includes('daybook_reason'),
      });
      const told = tableOf(table);
      tables.push(told);
      const refuse = async (
        cells: readonly string[],
        row: number,
        notes: readonly { rule: string; column: string; value: string }[],
      ) => {
        counts.refused += 1;
        await watch.refused?.(table.name, headers, cells, row, notes);
      };
      for await (const { rows, numbers, suspect } of again(first.value, batches)) {
        for (let index = 0; index < rows.length; index++) {
          const cells = rows[index] ?? [];
          const row = numbers[index] ?? 0;
          counts.rows += 1;
          told.rows += 1;
          const converted = convert(cells, row, suspect);
          if (converted === 'skipped') {
            counts.skipped += 1;
            continue;
          }
          for (const warning of converted.warnings) warnings.add(warning, table.name, row);
          const { incident } = converted;
          if (!incident) {
            for (const fault of converted.faults) faults.add(fault, table.name, row);
            await refuse(cells, row, converted.faults);
            continue;
          }
          const first = seen.add(incident.identity, row);
          const named = incident.externalId !== null || mapping.key.length > 0;
          if (first !== 0 && named) {
            const column = hasIds ? columnOfId(mapping) : mapping.key.join(', ');
            const fault = {
              rule: 'duplicate-id' as const,
              column,
              value: incident.externalId ?? String(first),
            };
            faults.add(fault, table.name, row);
            await refuse(cells, row, [fault]);
            continue;
          }
          if (first !== 0)
            warnings.add({ rule: 'identical-row', column: '', value: String(first) }, table.name, row);
          counts.accepted += 1;
          if (sample.length < sampleSize) sample.push(sampleOf(incident));
          noteCountry(incident.placeId);
          noteCountry(incident.destinationPlaceId);
          sink.add(incident, first === 0 ? 1 : seen.times(incident.identity));
        }
        await sink.ready();
        await watch.tell(counts.rows);
      }
      told.notes = table.notes;
    }
  return {
    ...counts,
    tables,
    countries,
    sample,
    faults: faults.list(),
    warnings: warnings.list(),
    moreGroups: faults.more + warnings.more,
  };
}

/** A first batch that was read already, and those after it. */
async function* again(first: RowBatch, rest: AsyncGenerator<RowBatch>): AsyncGenerator<RowBatch> {
  yield first;
  yield* rest;
}

const columnOfId = ({ bindings }: IncidentMapping) =>
  bindings.find(({ target }) => target === 'externalId')?.column ?? '';

const tableOf = ({ name, format, encoding, delimiter, headerRow, notes }: OpenTable) => ({
  name,
  format,
  encoding,
  delimiter,
  headerRow,
  rows: 0,
  notes,
});

const sampleOf = (one: ImportedIncident): SampleRecord => ({
  row: one.row,
  title: one.title,
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  datePrecision: one.datePrecision,
  placeId: one.placeId,
  type: one.type,
  size: one.sizeText,
  issues: [...one.issues],
});
