/** The cells of one row of COPY's binary format, which lie in a buffer that the next rows overwrite. */
export type Cells = {
  bytes: Uint8Array;
  /** The same bytes. */
  view: DataView;
  /** Where each cell begins. */
  starts: Int32Array;
  /** Bytes of each cell; -1 = null. */
  sizes: Int32Array;
};

/** Bytes before the first row: signature, flags, and the length of an extension that nothing uses. */
const headerSize = 19;
const mostCells = 64;

const code = (letter: string) => letter.charCodeAt(0);
const copyData = code('d');
/** Messages that may come between the rows: the beginning of COPY, notices, settings, notifications. */
const passedOver = new Set(['H', 'N', 'S', 'A'].map(code));

/** Reads the rows of a binary COPY straight from the messages of the server, wherever these are cut. */
export class CopyReader {
  private cells: Cells = {
    bytes: new Uint8Array(0),
    view: new DataView(new ArrayBuffer(0)),
    starts: new Int32Array(mostCells),
    sizes: new Int32Array(mostCells),
  };
  private length = 0;
  private begun = false;

  constructor(private readonly take: (cells: Cells) => void) {
    this.reserve(1 << 18);
  }

  /** Takes some bytes; returns those from the first message on that is no part of COPY, or null. */
  push(piece: Uint8Array): Uint8Array | null {
    this.reserve(this.length + piece.length);
    const { bytes, view } = this.cells;
    bytes.set(piece, this.length);
    this.length += piece.length;
    let at = 0;
    while (at + 5 <= this.length) {
      const kind = bytes[at] as number;
      const end = at + 1 + view.getInt32(at + 1);
      if (kind !== copyData && !passedOver.has(kind)) return bytes.slice(at, this.length);
      if (end > this.length) break;
      if (kind === copyData) this.row(at + 5, end);
      at = end;
    }
    bytes.copyWithin(0, at, this.length);
    this.length -= at;
    return null;
  }

  /** Hands over the row in a message; the server sends one in each, and a mark in the last. */
  private row(from: number, end: number): void {
    const { view, starts, sizes } = this.cells;
    let at = from;
    if (!this.begun) at += headerSize;
    this.begun = true;
    if (at + 2 > end) return;
    const count = view.getInt16(at);
    at += 2;
    for (let cell = 0; cell < count; cell++) {
      const size = view.getInt32(at);
      at += 4;
      starts[cell] = at;
      sizes[cell] = size;
      if (size > 0) at += size;
    }
    if (count > 0) this.take(this.cells);
  }

  private reserve(size: number): void {
    const { bytes } = this.cells;
    if (size <= bytes.length) return;
    const larger = new Uint8Array(Math.max(size, bytes.length * 2));
    larger.set(bytes.subarray(0, this.length));
    this.cells = { ...this.cells, bytes: larger, view: new DataView(larger.buffer) };
  }
}
