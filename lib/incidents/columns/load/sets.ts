import type { Sets } from '../types';
import { grown, mixed } from './words';

/**
 * Numbers sets of words. Set 0 is the empty one. A set grows word by word in any order, so that what hangs on an
 * incident need not come together: each step from a set and a word to the larger set is remembered.
 */
export class SetTable {
  private starts = new Uint32Array(256);
  private members = new Uint32Array(1024);
  private hashes = new Int32Array(256);
  private table = new Int32Array(1024);
  private steps = new Steps();
  /** The sets of one word, by word; 0 = there is none yet. */
  private singles = new Int32Array(256);
  /** Sets, the empty one among them. */
  size = 1;

  /** The set that has one word more, or the same where it has the word. */
  with(set: number, word: number): number {
    const single = set === 0 ? this.singles[word] : undefined;
    if (single) return single;
    const known = this.steps.find(set, word);
    if (known >= 0) return known;
    const words = this.wordsOf(set);
    const found = words.includes(word) ? set : this.of([...words, word].sort((a, b) => a - b));
    if (set === 0) this.setSingle(word, found);
    else this.steps.add(set, word, found);
    return found;
  }

  /** The set of some distinct words in ascending order. */
  of(words: ArrayLike<number>): number {
    if (words.length === 0) return 0;
    let hash = words.length;
    for (let at = 0; at < words.length; at++) hash = Math.imul(hash, 0x01000193) ^ (words[at] as number);
    hash = mixed(hash);
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const set = this.table[slot] as number;
      if (set === 0) return this.add(slot, hash, words);
      if (this.hashes[set] === hash && this.same(set, words)) return set;
    }
  }

  wordsOf(set: number): Uint32Array {
    return this.members.subarray(this.starts[set], this.starts[set + 1]);
  }

  /** The sets of a list in its order, numbered from 0. */
  pick(list: ArrayLike<number>): Sets {
    const starts = new Uint32Array(list.length + 1);
    for (let at = 0; at < list.length; at++)
      starts[at + 1] = (starts[at] as number) + this.wordsOf(list[at] as number).length;
    const members = new Uint32Array(starts[list.length] as number);
    for (let at = 0; at < list.length; at++)
      members.set(this.wordsOf(list[at] as number), starts[at] as number);
    return { starts, members };
  }

  private setSingle(word: number, set: number): void {
    if (word >= this.singles.length) this.singles = grown(this.singles, (word + 1) * 2);
    this.singles[word] = set;
  }

  private same(set: number, words: ArrayLike<number>): boolean {
    const start = this.starts[set] as number;
    if ((this.starts[set + 1] as number) - start !== words.length) return false;
    for (let at = 0; at < words.length; at++) if (this.members[start + at] !== words[at]) return false;
    return true;
  }

  private add(slot: number, hash: number, words: ArrayLike<number>): number {
    const set = this.size++;
    if (set + 2 > this.starts.length) {
      this.starts = grown(this.starts, this.starts.length * 2);
      this.hashes = grown(this.hashes, this.hashes.length * 2);
    }
    const from = this.starts[set] as number;
    while (from + words.length > this.members.length)
      this.members = grown(this.members, this.members.length * 2);
    this.members.set(words, from);
    this.starts[set + 1] = from + words.length;
    this.hashes[set] = hash;
    this.table[slot] = set;
    if (this.size * 2 > this.table.length) this.rehash();
    return set;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 4);
    const mask = table.length - 1;
    for (let set = 1; set < this.size; set++) {
      let slot = (this.hashes[set] as number) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = set;
    }
    this.table = table;
  }
}

/** From a set and a word to a set. */
class Steps {
  private keys = new Int32Array(2048).fill(-1);
  private found = new Int32Array(1024);
  private size = 0;

  find(set: number, word: number): number {
    const slot = this.slotOf(set, word);
    return this.keys[slot * 2] === -1 ? -1 : (this.found[slot] as number);
  }

  add(set: number, word: number, found: number): void {
    const slot = this.slotOf(set, word);
    this.keys[slot * 2] = set;
    this.keys[slot * 2 + 1] = word;
    this.found[slot] = found;
    if (++this.size * 2 > this.found.length) this.rehash();
  }

  private slotOf(set: number, word: number): number {
    const { keys } = this;
    const mask = this.found.length - 1;
    let slot = mixed(Math.imul(set, 0x9e3779b1) ^ word) & mask;
    while (keys[slot * 2] !== -1 && (keys[slot * 2] !== set || keys[slot * 2 + 1] !== word))
      slot = (slot + 1) & mask;
    return slot;
  }

  private rehash(): void {
    const { keys, found } = this;
    this.keys = new Int32Array(keys.length * 4).fill(-1);
    this.found = new Int32Array(found.length * 4);
    this.size = 0;
    for (let slot = 0; slot < found.length; slot++)
      if (keys[slot * 2] !== -1)
        this.add(keys[slot * 2] as number, keys[slot * 2 + 1] as number, found[slot] as number);
  }
}
