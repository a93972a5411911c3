import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { fileFault } from './faults';
import { type FileOnDisk, limits } from './types';

/** Bytes in pieces, which may be asked for as often as needed. */
export type Bytes = { name: string; read: () => AsyncIterable<Buffer> };

/** Bytes that are read at once. */
const pieceBytes = 512 * 1024;

/** The bytes of a file as they lie there. Throws where there are more than `limits.file`. */
export async function bytesOf({ name, path }: FileOnDisk): Promise<Bytes> {
  const { size } = await stat(path);
  if (size > limits.file) throw fileFault('too-large', { file: name, limit: limits.file });
  return { name, read: () => createReadStream(path, { highWaterMark: pieceBytes }) };
}

/**
 * The bytes of a gzip file, unpacked.
 * Throws `truncated` where it breaks off, `damaged` where its checksum fails, and `bomb` where it grows too large.
 */
export function unpackedGzip({ name, path }: FileOnDisk): Bytes {
  return {
    name,
    async *read() {
      const packed = createReadStream(path, { highWaterMark: pieceBytes });
      const unpacked = createGunzip({ chunkSize: pieceBytes });
      packed.on('error', (thrown) => unpacked.destroy(thrown));
      packed.pipe(unpacked);
      let count = 0;
      try {
        for await (const piece of unpacked as AsyncIterable<Buffer>) {
          count += piece.length;
          checkGrowth(count, packed.bytesRead, name);
          yield piece;
        }
      } catch (thrown) {
        const { code } = thrown as NodeJS.ErrnoException;
        if (code === 'Z_BUF_ERROR') throw fileFault('truncated', { file: name }, thrown);
        if (code?.startsWith('Z_')) throw fileFault('damaged', { file: name }, thrown);
        throw thrown;
      } finally {
        packed.destroy();
        unpacked.destroy();
      }
    },
  };
}

/** Throws `bomb` where what was unpacked so far is more than a file may be, or too many times what it was packed. */
export function checkGrowth(unpacked: number, packed: number, file: string, column?: string): void {
  const tooDense = unpacked > limits.ratioFrom && unpacked > packed * limits.ratio;
  if (unpacked > limits.file || tooDense) throw fileFault('bomb', { file, column });
}

/** The first bytes, at least `least` of them unless there are fewer, and whether they are all there is. */
export async function headOf(bytes: Bytes, least: number): Promise<{ head: Buffer; whole: boolean }> {
  const pieces: Buffer[] = [];
  let count = 0;
  for await (const piece of bytes.read()) {
    pieces.push(piece);
    count += piece.length;
    if (count >= least) return { head: Buffer.concat(pieces), whole: false };
  }
  return { head: Buffer.concat(pieces), whole: true };
}

/** Bytes without any that parts characters, beyond which none is looked for. */
const longestRun = 64 * 1024 * 1024;

/**
 * How many bytes at the beginning are whole characters for sure: those up to the last space, line end, comma or other
 * sign below 30 (hexadecimal). In none of the encodings but UTF-16 are these bytes part of another character.
 */
export function wholeCharacters(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) >= 0x30) end--;
  return end;
}

/** The same bytes in pieces that cut no character. */
export async function* uncutPieces(bytes: Bytes): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let count = 0;
  for await (const piece of bytes.read()) {
    const end = wholeCharacters(piece);
    if (end === 0) {
      kept.push(piece);
      count += piece.length;
      if (count > longestRun) throw fileFault('too-large', { file: bytes.name, limit: longestRun });
      continue;
    }
    const whole = piece.subarray(0, end);
    yield kept.length === 0 ? whole : Buffer.concat([...kept, whole]);
    kept = end < piece.length ? [piece.subarray(end)] : [];
    count = piece.length - end;
  }
  if (count > 0) yield Buffer.concat(kept);
}
