import 'server-only';
import {
  AsyncByteQueue,
  Bool,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int32,
  List,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { namesIn } from '@/lib/explore/reference';
import { incidentColumns } from './incident-columns';
import { describedIn, type RecordsToWrite } from './incidents';
import { type ColumnKind, kindOf, type TypedValue, typedValues } from './typed-columns';

const millisecondsOfDay = 86_400_000;

const types: Record<ColumnKind, DataType> = {
  text: new Utf8(),
  integer: new Int32(),
  degrees: new Float64(),
  boolean: new Bool(),
  day: new DateDay(),
  list: new List(new Field('element', new Utf8(), false)),
  json: new Utf8(),
};

/**
 * Incidents as an Arrow IPC stream, in pieces: the schema, one record batch after another, the mark of the end. Civil
 * days are date32, lists list<utf8>. What the file says of itself stands in the metadata of the schema, under names
 * that begin with `daybook.`; a batch of whose texts something was held back says of how many.
 */
export async function* arrowPieces(write: RecordsToWrite): AsyncGenerator<Uint8Array> {
  const { wanted, options } = write;
  const columns = incidentColumns(namesIn(wanted.reference, wanted.locale), wanted.locale, options.values);
  const fields = columns.map((column) => {
    const kind = kindOf(column);
    return new Field(column.name, types[kind], kind !== 'list');
  });
  const schema = new Schema(fields, new Map(describedIn('/incidents.arrow', write)));
  const written = new Pieces();
  const stream = new RecordBatchStreamWriter();
  stream.reset(written, schema);
  yield written.take();
  let told = 0;
  for await (const rows of write.rows) {
    if (rows.length === 0) continue;
    const children = columns.map((column) => vectorOf(kindOf(column), typedValues(column, rows)));
    const data = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children });
    const held = write.gate.textsHeld() - told;
    told += held;
    const own = new Map(held > 0 ? [['daybook.textsHeld', String(held)]] : []);
    stream.write(new RecordBatch(schema, data, own));
    yield written.take();
  }
  stream.finish();
  yield written.take();
}

function vectorOf(kind: ColumnKind, values: TypedValue[]) {
  const given =
    kind === 'day'
      ? values.map((day) => (day === null ? null : new Date(Number(day) * millisecondsOfDay)))
      : values;
  const [data] = vectorFromArray(given, types[kind]).data;
  if (!data) throw new Error(`a column of ${values.length} values has no data`);
  return data;
}

/** Keeps what the writer has made until it is taken, so that no more than one batch is in memory. */
class Pieces extends AsyncByteQueue {
  #made: Uint8Array[] = [];

  override write(bytes: Uint8Array): void {
    this.#made.push(bytes.slice());
  }

  take(): Uint8Array {
    const made = Buffer.concat(this.#made);
    this.#made = [];
    return made;
  }
}
