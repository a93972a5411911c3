import { createWriteStream } from 'node:fs';
import { mkdtemp, open as openFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Bytes, bytesOf, headOf, unpackedGzip } from './bytes';
import { delimitedSource, sniffDelimiter } from './delimited';
import { decode, decodeUntilFault } from './encodings';
import { fileFault } from './faults';
import { findEncoding } from './find-encoding';
import { jsonSource } from './json';
import { jsonShape } from './json-shape';
import { parquetSource } from './parquet';
import { note, type Source } from './source';
import { plainLineEnds } from './text';
import type { FileOnDisk, ReadNote, ReadOptions } from './types';
import { workbookSources } from './xlsx';
import { openZip, type Zip } from './zip';

/** Bytes of a text by which it is told what it is. */
const headBytes = 256 * 1024;

/** The tables of a file in their order. One is to be read before the next one is asked for. */
export async function* sourcesOf(file: FileOnDisk, options: ReadOptions): AsyncGenerator<Source> {
  const { size } = await stat(file.path);
  if (size === 0) throw fileFault('empty', { file: file.name });
  const kind = kindOf(await firstBytes(file.path));
  if (kind === 'gzip') yield await textSource(unpackedGzip(file), options);
  else if (kind === 'zip') yield* zipSources(file, options);
  else if (kind === 'parquet') yield await parquetSource(file);
  else if (kind) throw fileFault(kind, { file: file.name });
  else yield await textSource(await bytesOf(file), options);
}

async function firstBytes(at: string): Promise<Buffer> {
  const handle = await openFile(at);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8_192), 0, 8_192, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

type Kind = 'gzip' | 'zip' | 'parquet' | 'encrypted' | 'not-a-table';

/** What a file is by its first bytes; null = a text, or nothing known. */
function kindOf(head: Buffer): Kind | null {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return 'zip';
  if (starts(0x50, 0x41, 0x52, 0x31)) return 'parquet';
  // A workbook with a password lies in an old container, which names its part in UTF-16; without one it is an .xls.
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    return head.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'not-a-table';
  if (/^(%PDF|\s*<(!doctype|html|\?xml|svg))/i.test(head.toString('latin1', 0, 100))) return 'not-a-table';
  return null;
}

/** A text as a table: JSON, NDJSON, GeoJSON or delimited. */
async function textSource(bytes: Bytes, options: ReadOptions): Promise<Source> {
  const { head, whole } = await headOf(bytes, headBytes);
  const inner = kindOf(head);
  if (inner)
    throw fileFault(inner === 'zip' || inner === 'gzip' ? 'nested-archive' : 'not-a-table', {
      file: bytes.name,
    });
  const found = findEncoding(bytes.name, head, whole, options.encoding);
  const even = found.encoding.startsWith('utf-16')
    ? head.subarray(found.mark, head.length & ~1)
    : head.subarray(found.mark);
  const text = plainLineEnds(decode(even, found.encoding) ?? decodeUntilFault(even, found.encoding));
  if (whole && even.length === 0) throw fileFault('empty', { file: bytes.name });
  const extension = path.extname(bytes.name.replace(/\.gz$/i, '')).toLowerCase();
  const shape = jsonShape(text, whole, extension);
  if (shape) return jsonSource(bytes, found, shape);
  const delimiter = options.delimiter ?? sniffDelimiter(text, extension === '.tsv' ? '\t' : ',');
  return delimitedSource(bytes, found, delimiter);
}

const texts = /\.(csv|tsv|tab|txt|json|ndjson|jsonl|geojson)$/i;
const packedTables = /\.(xlsx|xlsm|parquet)$/i;
const archives = /\.(zip|gz|tgz|tar|7z|rar|bz2|xz)$/i;

async function* zipSources(file: FileOnDisk, options: ReadOptions): AsyncGenerator<Source> {
  const zip = await openZip(file);
  try {
    if (zip.names.includes('xl/workbook.xml')) {
      yield* workbookSources(zip);
      return;
    }
    const names = zip.names.filter((name) => !isHidden(name));
    const nested = names.find((name) => archives.test(name));
    if (nested) throw fileFault('nested-archive', { file: file.name, column: nested });
    if (names.length === 0) throw fileFault('empty', { file: file.name });
    const tables = names.filter((name) => texts.test(name) || packedTables.test(name));
    if (tables.length === 0) throw fileFault('not-a-table', { file: file.name, column: names[0] });
    const skipped: ReadNote[] = [];
    for (const name of names) if (!tables.includes(name)) note(skipped, 'entry-skipped', undefined, name);
    for (const name of tables)
      for await (const source of entrySources(zip, name, options)) {
        source.notes.push(...skipped.splice(0));
        yield source;
      }
  } finally {
    zip.close();
  }
}

/** What packing programs add on their own. */
const isHidden = (name: string) =>
  name.split('/').some((part) => part === '__MACOSX' || part.startsWith('.'));

async function* entrySources(zip: Zip, name: string, options: ReadOptions): AsyncGenerator<Source> {
  const shown = `${zip.file.name} › ${name}`;
  if (texts.test(name)) {
    const bytes: Bytes = { name: shown, read: () => zip.read(name) };
    const { head } = await headOf(bytes, 1);
    // An empty file among others is no fault.
    if (head.length > 0) yield await textSource(bytes, options);
    return;
  }
  // These are read from their end, so they have to lie on the disk.
  const folder = await mkdtemp(path.join(tmpdir(), 'daybook-read-'));
  try {
    const at = path.join(folder, 'entry');
    await pipeline(zip.read(name), createWriteStream(at));
    const inner: FileOnDisk = { name: shown, path: at };
    const kind = kindOf(await firstBytes(at));
    if (kind === 'parquet') yield await parquetSource(inner);
    else if (kind === 'zip') {
      const workbook = await openZip(inner);
      try {
        if (!workbook.names.includes('xl/workbook.xml')) throw fileFault('nested-archive', { file: shown });
        yield* workbookSources(workbook);
      } finally {
        workbook.close();
      }
    } else throw fileFault(kind === 'encrypted' ? kind : 'not-a-table', { file: shown });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
