import 'server-only';
import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A part of a file: text, or bytes. */
export type Piece = string | Uint8Array;

/** One file of a ZIP. Its content is asked for when the files before it are written. */
export type ZipEntry = { name: string; content: () => AsyncIterable<Piece> | Iterable<Piece> };

/**
 * A ZIP in pieces, its files in order, read and packed one after another: whatever their size, only a few pieces
 * are in memory. The directory of a ZIP stands at its end, so a ZIP that breaks off can't be opened; what a file
 * throws, this throws, and nothing more is sent. `madeAt` null = the files bear no time, so that the same files make
 * the same ZIP, wherever and whenever.
 */
export async function* zipFile(
  entries: readonly ZipEntry[],
  madeAt: Date | null,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  let current: Readable | null = null;
  const times = madeAt ? { mtime: madeAt } : { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
  zip.on('error', (thrown: Error) => output.destroy(thrown));
  for (const { name, content } of entries)
    zip.addReadStreamLazy(name, times, (give) => {
      current = Readable.from(asBytes(content), { objectMode: false, highWaterMark: 1 });
      current.on('error', (thrown: Error) => zip.emit('error', thrown));
      give(null, current);
    });
  zip.end();
  try {
    for await (const bytes of output) yield bytes as Uint8Array;
  } finally {
    (current as Readable | null)?.destroy();
    output.destroy();
  }
}

/** Asks for a content only when it is read, so that what the asking throws breaks the ZIP and not the process. */
async function* asBytes(content: ZipEntry['content']): AsyncGenerator<Uint8Array> {
  for await (const piece of content())
    if (piece.length > 0) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}
