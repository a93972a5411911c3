const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Mixes the bits of a hash, so that its lowest tell pieces apart that differ in little. */
export function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Numbers pieces of bytes in the order in which they first come: a dictionary that makes no object for a piece. */
export class Words {
  private table = new Int32Array(256);
  private hashes = new Int32Array(64);
  private starts = new Uint32Array(65);
  private bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  size = 0;

  /** `words`: those that have the first numbers. */
  constructor(words: readonly string[] = []) {
    for (const word of words) this.codeOfText(word);
  }

  codeOfText(word: string): number {
    const bytes = encoder.encode(word);
    return this.codeOf(new DataView(bytes.buffer, bytes.byteOffset), 0, bytes.length);
  }

  /** The number of a piece; a new one where it did not come before. */
  codeOf(view: DataView, start: number, size: number): number {
    const hash = hashOf(view, start, size);
    const { table, hashes } = this;
    const mask = table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = (table[slot] as number) - 1;
      if (code < 0) return this.add(slot, hash, view, start, size);
      if (hashes[code] === hash && this.same(code, view, start, size)) return code;
    }
  }

  /** The number of a piece that came before; -1 = it did not. */
  find(view: DataView, start: number, size: number): number {
    const hash = hashOf(view, start, size);
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = (this.table[slot] as number) - 1;
      if (code < 0 || (this.hashes[code] === hash && this.same(code, view, start, size))) return code;
    }
  }

  piece(code: number): Uint8Array {
    return this.bytes.subarray(this.starts[code], this.starts[code + 1]);
  }

  text(code: number): string {
    return decoder.decode(this.piece(code));
  }

  texts(): string[] {
    return Array.from({ length: this.size }, (_, code) => this.text(code));
  }

  /** The pieces as UUIDs, which they are. */
  uuids(): string[] {
    return Array.from({ length: this.size }, (_, code) =>
      Array.from(this.piece(code), (byte) => byte.toString(16).padStart(2, '0'))
        .join('')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    );
  }

  private same(code: number, view: DataView, start: number, size: number): boolean {
    const own = this.starts[code] as number;
    if ((this.starts[code + 1] as number) - own !== size) return false;
    if (size < 4) {
      for (let at = 0; at < size; at++)
        if (this.view.getUint8(own + at) !== view.getUint8(start + at)) return false;
      return true;
    }
    const last = size - 4;
    for (let at = 0; at < last; at += 4)
      if (this.view.getInt32(own + at) !== view.getInt32(start + at)) return false;
    return this.view.getInt32(own + last) === view.getInt32(start + last);
  }

  private add(slot: number, hash: number, view: DataView, start: number, size: number): number {
    const code = this.size++;
    const from = this.starts[code] as number;
    if (code === this.hashes.length) {
      this.hashes = grown(this.hashes, code * 2);
      this.starts = grown(this.starts, code * 2 + 1);
    }
    if (from + size > this.bytes.length) {
      this.bytes = grown(this.bytes, (from + size) * 2);
      this.view = new DataView(this.bytes.buffer);
    }
    this.bytes.set(new Uint8Array(view.buffer, view.byteOffset + start, size), from);
    this.starts[code + 1] = from + size;
    this.hashes[code] = hash;
    this.table[slot] = code + 1;
    if (this.size * 2 > this.table.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 4);
    const mask = table.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = (this.hashes[code] as number) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code + 1;
    }
    this.table = table;
  }
}

/** A longer array with the same beginning. */
export function grown<A extends Uint8Array | Uint32Array | Int32Array>(array: A, length: number): A {
  const larger = new (array.constructor as new (length: number) => A)(length);
  larger.set(array);
  return larger;
}

/** Eight bytes a step, in two halves that do not wait for each other; the last step may take some bytes again. */
function hashOf(view: DataView, start: number, size: number): number {
  let [one, two] = [size, 0x5bd1e995];
  const end = start + size;
  if (size >= 4) {
    for (let at = start; at + 8 < end; at += 8) {
      one = Math.imul(one, 0x01000193) ^ view.getInt32(at);
      two = Math.imul(two, 0x01000197) ^ view.getInt32(at + 4);
    }
    one = Math.imul(one, 0x01000193) ^ view.getInt32(size < 8 ? start : end - 8);
    two = Math.imul(two, 0x01000197) ^ view.getInt32(end - 4);
  } else for (let at = start; at < end; at++) two = Math.imul(two, 0x01000197) ^ view.getUint8(at);
  return mixed(one ^ Math.imul(two, 0x9e3779b1));
}
