import type { Ask, Raw } from './asks';
import { type Live, liveRows, type Range, type Rows } from './live';
import type { Plan } from './plan';

/** A plan under a name that says the same as the filter it was made of. */
export type NamedPlan = { name: string; plan: Plan };

/** Answers questions about the rows that a filter keeps. */
export type Scanner = (plan: NamedPlan, asks: Ask[]) => Promise<Raw[]>;

/** How many filters of one version are remembered. */
const mostLives = 6;

/** Remembers which rows a filter keeps for the last few filters, so that further questions need not ask again. */
export class LiveRows {
  private readonly lives = new Map<string, Live>();

  constructor(readonly rows: Rows) {}

  of({ name, plan }: NamedPlan, range: Range): Live {
    const key = `${range.from} ${range.to} ${name}`;
    const known = this.lives.get(key);
    this.lives.delete(key);
    const live = known ?? liveRows(this.rows, plan, range);
    this.lives.set(key, live);
    const oldest = this.lives.keys().next().value;
    if (this.lives.size > mostLives && oldest !== undefined) this.lives.delete(oldest);
    return live;
  }
}
