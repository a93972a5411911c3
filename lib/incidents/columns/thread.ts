import type { Ask, Raw } from './asks';
import type { Range, Rows } from './live';
import { LiveRows, type NamedPlan } from './scanner';

/** What a thread is told: the rows of a version under a number (null = they are no longer needed), or a question. */
export type ToThread =
  | { is: 'rows'; number: number; rows: Rows | null }
  | { is: 'question'; id: number; number: number; plan: NamedPlan; asks: Ask[]; range: Range };

/** What it answers. `fault`: what went wrong. */
export type FromThread = { id: number; answers: Raw[] } | { id: number; fault: string };

/** Answers questions about rows that were handed over before. */
export function threadScanner(): (message: ToThread) => FromThread | null {
  const held = new Map<number, LiveRows>();
  // What is known of rows that were loaded at once outlives the versions that share them.
  let latest: LiveRows | null = null;
  return (message) => {
    if (message.is === 'rows') {
      if (message.rows) {
        latest = new LiveRows(message.rows, latest);
        held.set(message.number, latest);
      } else held.delete(message.number);
      return null;
    }
    const { id, number, plan, asks, range } = message;
    try {
      const lives = held.get(number);
      if (!lives) throw new RangeError(`the rows ${number} are not known`);
      return { id, answers: lives.answer(plan, range, asks) };
    } catch (thrown) {
      return { id, fault: String(thrown) };
    }
  };
}
