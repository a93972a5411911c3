import type { Column } from './types';

/** Collects the codes of one field, row by row. */
export class ColumnBuilder {
  private readonly codeOf = new Map<string, number>();
  private readonly words: string[] = [];
  private codes: Uint32Array = new Uint32Array(1024);
  private length = 0;
  private readonly starts: number[] | null;

  /** `several`: a row may have any number of codes. */
  constructor(several: boolean) {
    this.starts = several ? [0] : null;
  }

  /** The codes of the next row; one of them unless the field takes several. */
  add(words: readonly string[]): void {
    for (const word of words) this.push(word);
    this.starts?.push(this.length);
  }

  /** The one code of the next row. */
  addOne(word: string): void {
    this.push(word);
    this.starts?.push(this.length);
  }

  private push(word: string): void {
    let code = this.codeOf.get(word);
    if (code === undefined) {
      code = this.words.length;
      this.codeOf.set(word, code);
      this.words.push(word);
    }
    if (this.length === this.codes.length) {
      const larger = new Uint32Array(this.codes.length * 2);
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[this.length] = code;
    this.length++;
  }

  build(): Column {
    return {
      words: this.words,
      codes: this.codes.slice(0, this.length),
      starts: this.starts ? Uint32Array.from(this.starts) : null,
    };
  }
}
