import 'server-only';
import { createHash } from 'node:crypto';
import type { Piece, ZipEntry } from '../zip';

/** What a package says of one of its files. `rows`: null = not a table. */
export type ManifestFile = { name: string; bytes: number; sha256: string; rows: number | null };

/** The files of a package, and what was written of each. */
export type Recorder = {
  /** A file whose bytes are summed up while it is written. `tell` is told its rows, if it is a table. */
  file: (
    name: string,
    content: (tell: (rows: number) => void) => AsyncIterable<Piece> | Iterable<Piece>,
  ) => ZipEntry;
  /** What was written so far, in order. */
  files: ManifestFile[];
};

/** Sums up files while they are written. */
export function recorder(): Recorder {
  const files: ManifestFile[] = [];
  return {
    files,
    file: (name, content) => ({
      name,
      content: async function* () {
        const hash = createHash('sha256');
        let bytes = 0;
        let rows: number | null = null;
        const pieces = content((told) => {
          rows = told;
        });
        for await (const piece of pieces) {
          const part = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
          hash.update(part);
          bytes += part.length;
          yield part;
        }
        files.push({ name, bytes, sha256: hash.digest('hex'), rows });
      },
    }),
  };
}
