import { AppError } from '@/lib/errors';
import type { Localised } from '@/lib/i18n/locale';

/** A connection that is broken off when nothing comes for too long. */
export class Line {
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something has to come within this time, or the line is broken off with these words. */
  expect(ms: number, words: Localised): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(new AppError('too-slow', words)), ms);
  }

  /** It came; nothing is waited for. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  /** Lets the connection go, whatever is still to come. */
  close(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }
}
