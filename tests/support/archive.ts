import { fromBuffer } from 'yauzl';

/** All of a file that comes in pieces. */
export async function bytesOf(
  pieces: AsyncIterable<string | Uint8Array>,
  limit = Number.POSITIVE_INFINITY,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    parts.push(Buffer.from(piece));
    bytes += piece.length;
    if (bytes >= limit) break;
  }
  return Buffer.concat(parts);
}

/** The files of a ZIP by name, in the order in which they stand in it. Throws where it is not a whole ZIP. */
export function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (failed, archive) => {
      if (failed) return reject(failed);
      const files = new Map<string, Buffer>();
      archive.on('error', reject);
      archive.on('end', () => resolve(files));
      archive.on('entry', (entry) => {
        archive.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          bytesOf(stream).then((bytes) => {
            files.set(entry.fileName, bytes);
            archive.readEntry();
          }, reject);
        });
      });
      archive.readEntry();
    });
  });
}
