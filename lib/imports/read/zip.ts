import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { checkGrowth } from './bytes';
import { fileFault } from './faults';
import { hasSuspectMarks } from './text';
import { type FileOnDisk, limits } from './types';

/** An archive whose directory was found harmless. Its files are unpacked as they are read; `close` when done. */
export type Zip = {
  file: FileOnDisk;
  /** Names of its files in their order, folders left out. */
  names: string[];
  /** The bytes of one of its files. Throws `bomb` where they are more than they may be, whatever the directory says. */
  read: (name: string) => AsyncGenerator<Buffer>;
  close: () => void;
};

/**
 * Opens a ZIP and checks its directory: how many files, their names, whether they are locked, how large they say they
 * are. Throws `too-many-entries`, `unsafe-entry`, `encrypted`, `bomb`, `truncated` or `damaged`.
 */
export async function openZip(file: FileOnDisk): Promise<Zip> {
  const archive = await openPromise(file.path, { autoClose: false, validateEntrySizes: true }).catch(
    (thrown) => {
      throw damage(file.name, thrown);
    },
  );
  try {
    const entries = await entriesOf(archive, file.name);
    return {
      file,
      names: [...entries.keys()],
      read: (name) => unpacked(archive, entries.get(name), file.name, name),
      close: () => archive.close(),
    };
  } catch (thrown) {
    archive.close();
    throw thrown;
  }
}

async function entriesOf(archive: ZipFile, file: string): Promise<Map<string, Entry>> {
  if (archive.entryCount > limits.entries)
    throw fileFault('too-many-entries', { file, limit: limits.entries });
  const entries = new Map<string, Entry>();
  let unpackedBytes = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      const name = entry.fileName;
      if (hasSuspectMarks(name)) throw fileFault('unsafe-entry', { file });
      if (entry.isEncrypted()) throw fileFault('encrypted', { file, column: name });
      unpackedBytes += entry.uncompressedSize;
      checkGrowth(unpackedBytes, archive.fileSize, file, name);
      checkGrowth(entry.uncompressedSize, entry.compressedSize, file, name);
      if (!name.endsWith('/')) entries.set(name, entry);
    }
  } catch (thrown) {
    throw damage(file, thrown);
  }
  return entries;
}

async function* unpacked(
  archive: ZipFile,
  entry: Entry | undefined,
  file: string,
  name: string,
): AsyncGenerator<Buffer> {
  if (!entry) throw fileFault('damaged', { file, column: name });
  try {
    const stream = await archive.openReadStreamPromise(entry);
    let count = 0;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        count += piece.length;
        checkGrowth(count, entry.compressedSize, file, name);
        yield piece;
      }
    } finally {
      stream.destroy();
    }
  } catch (thrown) {
    throw damage(file, thrown, name);
  }
}

/** What the reader of archives throws, in our kinds of faults. */
function damage(file: string, thrown: unknown, column?: string): unknown {
  if (!(thrown instanceof Error) || thrown.name === 'AppError') return thrown;
  const says = thrown.message;
  if (/relative path|absolute path|invalid characters in fileName/i.test(says))
    return fileFault('unsafe-entry', { file }, thrown);
  if (/too many bytes/i.test(says)) return fileFault('bomb', { file, column }, thrown);
  if (/end of central directory|unexpected EOF|not enough bytes|unexpected end/i.test(says))
    return fileFault('truncated', { file }, thrown);
  if (/encrypt/i.test(says)) return fileFault('encrypted', { file, column }, thrown);
  const ours =
    /zip|central directory|compress|checksum|crc|extra field|header|yauzl|invalid/i.test(says) ||
    String((thrown as NodeJS.ErrnoException).code).startsWith('Z_');
  return ours ? fileFault('damaged', { file, column }, thrown) : thrown;
}
