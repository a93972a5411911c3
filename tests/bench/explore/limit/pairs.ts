import type { Column } from '@/lib/incidents/columns/types';
import type { PairCount } from '@/lib/incidents/counts/types';
import { add } from './tallies';

/**
 * Counts by the words of two several-valued fields. Most rows have the same set in the second one (no directive), so
 * that for these the sets of the first are counted, and taken apart in the end.
 */
export class Pairs {
  private readonly usual: number;
  private readonly ofUsual: Uint32Array;
  private readonly cells: Uint32Array;

  constructor(
    private readonly down: Column,
    private readonly across: Column,
  ) {
    this.usual = (this.across.codes[0] as number) ?? 0;
    this.ofUsual = new Uint32Array((this.down.sets?.starts.length ?? 1) - 1);
    this.cells = new Uint32Array(down.words.length * across.words.length);
  }

  /** Counts the rows from one up to another, or those of a list. */
  addRows(from: number, to: number): void {
    const { usual, ofUsual } = this;
    const [downs, acrosses] = [this.down.codes, this.across.codes];
    for (let row = from; row < to; row++) {
      const set = acrosses[row] as number;
      if (set === usual) add(ofUsual, downs[row] as number);
      else this.addSets(downs[row] as number, set, 1);
    }
  }

  addRow(row: number): void {
    const set = this.across.codes[row] as number;
    if (set === this.usual) add(this.ofUsual, this.down.codes[row] as number);
    else this.addSets(this.down.codes[row] as number, set, 1);
  }

  answer(): PairCount[] {
    const { down, across, cells, ofUsual, usual } = this;
    for (let set = 0; set < ofUsual.length; set++)
      if (ofUsual[set] !== 0) this.addSets(set, usual, ofUsual[set] as number);
    const found: PairCount[] = [];
    const width = across.words.length;
    for (let cell = 0; cell < cells.length; cell++) {
      const count = cells[cell] as number;
      if (count === 0) continue;
      const [row, column] = [down.words[Math.floor(cell / width)], across.words[cell % width]];
      found.push({ row: row as string, column: column as string, count });
    }
    return found.sort((a, b) =>
      a.row < b.row ? -1 : a.row > b.row ? 1 : a.column < b.column ? -1 : a.column > b.column ? 1 : 0,
    );
  }

  private addSets(one: number, other: number, count: number): void {
    const { cells } = this;
    const width = this.across.words.length;
    const [downs, acrosses] = [this.down.sets, this.across.sets];
    if (!downs || !acrosses) throw new TypeError('both fields may have several values');
    for (let i = downs.starts[one] as number; i < (downs.starts[one + 1] as number); i++)
      for (let j = acrosses.starts[other] as number; j < (acrosses.starts[other + 1] as number); j++) {
        const cell = (downs.members[i] as number) * width + (acrosses.members[j] as number);
        cells[cell] = (cells[cell] as number) + count;
      }
  }
}
