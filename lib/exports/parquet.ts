import 'server-only';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { namesIn } from '@/lib/explore/reference';
import type { ExportedIncident } from '@/lib/incidents/packed';
import type { Column } from './columns';
import { incidentColumns } from './incident-columns';
import { describedIn, type RecordsToWrite } from './incidents';
import { type ColumnKind, kindOf, typedValues } from './typed-columns';

/** Incidents of a row group. So many are in memory at once; of each group that is written, its place is. */
const groupRows = 20_000;

type Element = Omit<SchemaElement, 'name'>;
const text: Element = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };

const elements: Record<Exclude<ColumnKind, 'list'>, Element> = {
  text,
  integer: { type: 'INT32' },
  degrees: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
  // As text, since the writer would make JSON of the JSON.
  json: text,
};

/**
 * Incidents as Parquet, in pieces: row groups, then the footer. Civil days are DATE, lists LIST of strings. What the
 * file says of itself stands in its metadata, under names that begin with `daybook.`.
 */
export async function* parquetPieces(write: RecordsToWrite): AsyncGenerator<Uint8Array> {
  const { wanted, options } = write;
  const columns = incidentColumns(namesIn(wanted.reference, wanted.locale), wanted.locale, options.values);
  const described = describedIn('/incidents.parquet', write).map(([key, value]) => ({ key, value }));
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'incident', num_children: columns.length }, ...columns.flatMap(elementsOf)],
    kvMetadata: described,
    createdBy: 'daybook',
  });
  for await (const rows of inGroups(write.rows)) {
    file.write({
      columnData: columns.map((column) => ({
        name: column.name,
        data: typedValues(column, rows),
        offsetIndex: false,
      })),
      rowGroupSize: groupRows,
    });
    yield taken(bytes);
  }
  // It stands in the footer, which is written last.
  const held = write.gate.textsHeld();
  if (held > 0) described.push({ key: 'daybook.textsHeld', value: String(held) });
  file.finish();
  yield taken(bytes);
}

function elementsOf(column: Column<ExportedIncident>): SchemaElement[] {
  const { name } = column;
  const kind = kindOf(column);
  if (kind !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...elements[kind] }];
  return [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...text },
  ];
}

/** What was written since the last time; the writer goes on from its place in the file. */
function taken(bytes: ByteWriter): Uint8Array {
  const written = bytes.getBytes().slice();
  bytes.index = 0;
  return written;
}

async function* inGroups<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  for await (const rows of batches) {
    group.push(...rows);
    if (group.length < groupRows) continue;
    yield group.slice(0, groupRows);
    group = group.slice(groupRows);
  }
  if (group.length > 0) yield group;
}
