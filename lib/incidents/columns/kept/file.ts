import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { pack, type Stamped, unpack } from './format';

/** The first bytes of a file. The number is raised when what columns hold changes, so that older files are left alone. */
const mark = Buffer.from('daybook columns 2\n');

/** After the mark: how many bytes the head has, and their checksum. */
const numbers = 8;

/** Writes columns into a file that only its owner reads, at once or not at all. @throws what the system throws. */
export function writeColumns(file: string, stamped: Stamped): void {
  const { head, arrays } = pack(stamped);
  const text = Buffer.from(head);
  const sizes = Buffer.alloc(numbers);
  sizes.writeUInt32LE(text.length, 0);
  sizes.writeUInt32LE(crc32(text), 4);
  const start = mark.length + numbers + text.length;
  const made = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(made, 'wx', 0o600);
  try {
    try {
      writeAll(handle, Buffer.concat([mark, sizes, text]), 0);
      for (const { at, bytes } of arrays) writeAll(handle, bytes, start + at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(made, file);
  } catch (thrown) {
    rmSync(made, { force: true });
    throw thrown;
  }
}

/**
 * The columns in a file, in arrays that threads share and that have room for more rows. Null = there is no such file,
 * it is damaged, of another format, or of a version of the data for which `wanted` says no, before any array is read.
 */
export async function readColumns(
  file: string,
  wanted: (version: number, stamp: string) => Promise<boolean>,
): Promise<Stamped | null> {
  const handle = open(file);
  if (handle === null) return null;
  try {
    const before = Buffer.alloc(mark.length + numbers);
    if (!readAll(handle, before, 0) || !before.subarray(0, mark.length).equals(mark)) return null;
    const text = Buffer.alloc(before.readUInt32LE(mark.length));
    if (!readAll(handle, text, before.length) || crc32(text) !== before.readUInt32LE(mark.length + 4))
      return null;
    const head = text.toString();
    const { stamp, columns } = JSON.parse(head) as Stamped;
    if (!(await wanted(columns.version, stamp))) return null;
    return unpack(head, (bytes, at) => readAll(handle, bytes, before.length + text.length + at));
  } finally {
    closeSync(handle);
  }
}

function open(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch {
    // Not there, or not ours to read: the database has it all.
    return null;
  }
}

/** Bytes that are moved at once; the system takes no more than 2 GB. */
const piece = 1 << 28;

function writeAll(handle: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(handle, bytes, done, Math.min(piece, bytes.length - done), at + done);
}

/** Fills bytes from a place in a file; false = the file ends before. */
function readAll(handle: number, bytes: Uint8Array, at: number): boolean {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(handle, bytes, done, Math.min(piece, bytes.length - done), at + done);
    if (read === 0) return false;
    done += read;
  }
  return true;
}
