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
  return (message) => {
    if (message.is === 'rows') {
      if (message.rows) held.set(message.number, new LiveRows(message.rows));
      else held.delete(message.number);
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
