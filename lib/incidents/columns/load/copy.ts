/** The cells of one row of COPY's binary format, which lie in a buffer that the next row may overwrite. */
export type Cells = {
  bytes: Uint8Array;
  /** Where each cell begins. */
  starts: Int32Array;
  /** Bytes of each cell; -1 = null. */
  sizes: Int32Array;
};

/** Bytes before the first row: signature, flags, and the length of an extension that nothing uses. */
const headerSize = 19;
const mostCells = 64;

/** The whole number in four bytes. */
export const intAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 24) |
  ((bytes[at + 1] as number) << 16) |
  ((bytes[at + 2] as number) << 8) |
  (bytes[at + 3] as number);

/** Takes COPY's binary format piece by piece, wherever the pieces are cut, and hands over each row. */
export class CopyReader {
  private bytes = new Uint8Array(1 << 18);
  private length = 0;
  private begun = false;
  private ended = false;
  private readonly cells: Cells;

  constructor(private readonly take: (cells: Cells) => void) {
    this.cells = {
      bytes: this.bytes,
      starts: new Int32Array(mostCells),
      sizes: new Int32Array(mostCells),
    };
  }

  push(piece: Uint8Array): void {
    this.reserve(this.length + piece.length);
    this.bytes.set(piece, this.length);
    this.length += piece.length;
    let at = 0;
    if (!this.begun) {
      if (this.length < headerSize) return;
      this.begun = true;
      at = headerSize;
    }
    for (;;) {
      const next = this.row(at);
      if (next < 0) break;
      at = next;
    }
    this.bytes.copyWithin(0, at, this.length);
    this.length -= at;
  }

  /** To be called after the last piece. */
  end(): void {
    if (!this.ended) throw new Error('a COPY from the database broke off');
  }

  /** Hands over the row that begins at a place, and returns where the next one does; -1 = it is not whole yet. */
  private row(at: number): number {
    const { bytes, length } = this;
    const { starts, sizes } = this.cells;
    if (this.ended || at + 2 > length) return -1;
    const count = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    if (count === 0xffff) {
      this.ended = true;
      return -1;
    }
    let next = at + 2;
    for (let cell = 0; cell < count; cell++) {
      if (next + 4 > length) return -1;
      const size = intAt(bytes, next);
      next += 4;
      starts[cell] = next;
      sizes[cell] = size;
      if (size > 0) next += size;
    }
    if (next > length) return -1;
    this.take(this.cells);
    return next;
  }

  private reserve(size: number): void {
    if (size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(size, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
    this.cells.bytes = larger;
  }
}
