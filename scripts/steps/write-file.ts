import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { atEnd } from './lifecycle';

/**
 * Writes pieces to a file as they come, under a name of its own until all are on the disk: a file of the wanted name
 * is always whole. Returns its bytes. `mode`: who may read it.
 */
export async function writeWhole(
  file: string,
  pieces: AsyncIterable<string | Uint8Array>,
  mode = 0o666,
): Promise<number> {
  const half = path.join(
    path.dirname(file),
    `.${path.basename(file)}.${randomBytes(4).toString('hex')}.part`,
  );
  let whole = false;
  atEnd(async () => {
    if (whole) return;
    await rm(half, { force: true });
    throw new Error(`${file} was not written.`);
  });
  const handle = await open(half, 'wx', mode);
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      const part = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      await handle.write(part);
      bytes += part.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
  whole = true;
  return bytes;
}

/** Writes pieces to the standard output, no faster than its reader takes them. Returns their bytes. */
export async function writeOut(pieces: AsyncIterable<string | Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) {
    const part = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    await new Promise<void>((resolve, reject) =>
      process.stdout.write(part, (failed) => (failed ? reject(failed) : resolve())),
    );
    bytes += part.length;
  }
  return bytes;
}
