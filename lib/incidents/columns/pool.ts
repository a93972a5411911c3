import type { Bits } from './bits';

/**
 * Bits of one length that are used again once nobody holds them. Large arrays that are made and thrown away have the
 * engine collect garbage every few filters; it then also forgets the machine code of functions that nobody holds just
 * then, and makes it again.
 */
export class BitsPool {
  private readonly free: Bits[] = [];
  private readonly holders = new Map<Bits, number>();

  constructor(private readonly words: number) {}

  /** Bits in which anything may stand. They are free again when all who held them have let go of them. */
  take(): Bits {
    return this.free.pop() ?? new Uint32Array(this.words);
  }

  hold(bits: Bits): void {
    this.holders.set(bits, (this.holders.get(bits) ?? 0) + 1);
  }

  letGo(bits: Bits): void {
    const left = (this.holders.get(bits) ?? 0) - 1;
    if (left > 0) this.holders.set(bits, left);
    else if (this.holders.delete(bits)) this.free.push(bits);
  }
}
