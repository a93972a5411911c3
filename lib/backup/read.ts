import 'server-only';
import { createHash } from 'node:crypto';
import { type Entry, openPromise } from 'yauzl';
import { AppError } from '@/lib/errors';
import { backupMessages } from '@/lib/i18n/messages/backup';
import { type BackupManifest, manifestFile, manifestShape } from './manifest';

/** A backup that is open. Whoever opens it closes it. */
export type OpenBackup = {
  manifest: BackupManifest;
  /** The bytes of one of its files. */
  read: (name: string) => AsyncGenerator<Buffer>;
  close: () => void;
};

/** A manifest of some dozen tables is far smaller. */
const mostOfManifest = 1_000_000;

const damaged = (name: string, cause?: unknown) =>
  new AppError('invalid', backupMessages.damaged(name), { cause });

/**
 * Opens a backup and reads every byte of it: each file is there, no other is, and each has the length and the SHA-256
 * that the manifest says.
 * @throws AppError `invalid` naming the file that is not as it was written.
 */
export async function openBackup(file: string): Promise<OpenBackup> {
  const archive = await openPromise(file, { autoClose: false }).catch((thrown) => {
    throw new AppError('invalid', backupMessages.noBackup(file), { cause: thrown });
  });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry);
    const read = async function* (name: string): AsyncGenerator<Buffer> {
      const entry = entries.get(name);
      if (!entry) throw damaged(name);
      try {
        const stream = await archive.openReadStreamPromise(entry);
        for await (const piece of stream as AsyncIterable<Buffer>) yield piece;
      } catch (thrown) {
        throw damaged(name, thrown);
      }
    };
    const manifest = await readManifest(read, entries.get(manifestFile), file);
    const listed = new Set([manifestFile, ...manifest.files.map(({ name }) => name)]);
    for (const name of entries.keys()) if (!listed.has(name)) throw damaged(name);
    for (const one of manifest.files) await check(read, one);
    return { manifest, read, close: () => archive.close() };
  } catch (thrown) {
    archive.close();
    throw thrown instanceof AppError
      ? thrown
      : new AppError('invalid', backupMessages.noBackup(file), { cause: thrown });
  }
}

async function readManifest(
  read: OpenBackup['read'],
  entry: Entry | undefined,
  file: string,
): Promise<BackupManifest> {
  if (!entry) throw new AppError('invalid', backupMessages.noBackup(file));
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of read(manifestFile)) {
    parts.push(part);
    length += part.length;
    if (length > mostOfManifest) throw damaged(manifestFile);
  }
  try {
    return manifestShape.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
  } catch (thrown) {
    throw damaged(manifestFile, thrown);
  }
}

async function check(
  read: OpenBackup['read'],
  { name, bytes, sha256 }: BackupManifest['files'][number],
): Promise<void> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const piece of read(name)) {
    hash.update(piece);
    length += piece.length;
    if (length > bytes) break;
  }
  if (length !== bytes || hash.digest('hex') !== sha256) throw damaged(name);
}
