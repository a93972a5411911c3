/** Numbers that are remembered of one part of the rows, at most: 4 bytes each. */
const mostNumbers = 4_000_000;

/** Numbers that an entry takes beside those that it holds, about. */
const entrySize = 40;

/** Answers that are remembered by name, as long as there is room; those that were asked for longest ago go first. */
export class Memory {
  private readonly known = new Map<string, { answer: object; size: number }>();
  private size = 0;

  /**
   * What is known under a name, which always stands for answers of one kind; else it is worked out. Nobody may change it.
   * `sizeOf`: how many numbers it holds, about.
   */
  get<Answer extends object>(name: string, sizeOf: (answer: Answer) => number, work: () => Answer): Answer {
    const found = this.known.get(name) as { answer: Answer; size: number } | undefined;
    const entry = found ?? this.entryOf(work(), sizeOf);
    if (found) this.known.delete(name);
    else this.size += entry.size;
    this.known.set(name, entry);
    for (const [oldest, { size }] of this.known) {
      if (this.size <= mostNumbers) break;
      this.known.delete(oldest);
      this.size -= size;
    }
    return entry.answer;
  }

  private entryOf<Answer extends object>(answer: Answer, sizeOf: (answer: Answer) => number) {
    return { answer, size: sizeOf(answer) + entrySize };
  }
}
