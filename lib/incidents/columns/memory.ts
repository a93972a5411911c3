/** Numbers that are remembered of one part of the rows, at most: 4 bytes each. */
const mostNumbers = 4_000_000;

/** Numbers that an entry takes beside those that it holds, about. */
const entrySize = 40;

/** Counts that are remembered by name, as long as there is room; those that were asked for longest ago go first. */
export class Memory {
  private readonly known = new Map<string, Uint32Array>();
  private size = 0;

  /** What is known under a name; else it is worked out. Nobody may change it. */
  get(name: string, work: () => Uint32Array): Uint32Array {
    const found = this.known.get(name);
    const counts = found ?? work();
    if (found) this.known.delete(name);
    else this.size += counts.length + entrySize;
    this.known.set(name, counts);
    for (const [oldest, numbers] of this.known) {
      if (this.size <= mostNumbers) break;
      this.known.delete(oldest);
      this.size -= numbers.length + entrySize;
    }
    return counts;
  }
}
