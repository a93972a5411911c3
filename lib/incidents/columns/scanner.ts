import type { Ask, Raw } from './asks';
import { scanKept } from './first';
import { type Live, liveRows, narrowedRows, type Range, type Rows } from './live';
import { isSameCondition, type Plan } from './plan';
import { scan } from './scan';

/** A plan under a name that says the same as the filter it was made of. */
export type NamedPlan = { name: string; plan: Plan };

/** Answers questions about the rows that a filter keeps. */
export type Scanner = (plan: NamedPlan, asks: Ask[]) => Promise<Raw[]>;

/** How many filters of one version are remembered. */
const mostLives = 6;

const keyOf = ({ name }: NamedPlan, { from, to }: Range) => `${from} ${to} ${name}`;

/** The rows of a filter in a range, and its conditions. */
type Remembered = { plan: Plan; live: Live };

/** Remembers which rows a filter keeps for the last few filters, so that further questions need not ask again. */
export class LiveRows {
  private readonly lives = new Map<string, Remembered>();

  constructor(readonly rows: Rows) {}

  /**
   * Answers what is asked of the rows of a range. For the first rows alone nothing is remembered: whoever reads on in
   * a list asks for nothing else, and it is found sooner so.
   */
  answer(named: NamedPlan, range: Range, asks: readonly Ask[]): Raw[] {
    const pages = asks.filter((ask) => ask.kind === 'first');
    if (pages.length === asks.length && !this.lives.has(keyOf(named, range)))
      return pages.map((ask) => scanKept(this.rows, named.plan, range, ask));
    const live = this.of(named, range);
    return asks.map((ask) => scan(this.rows, live, ask));
  }

  of(named: NamedPlan, range: Range): Live {
    const { plan } = named;
    const key = keyOf(named, range);
    const known = this.lives.get(key);
    this.lives.delete(key);
    const live = known?.live ?? this.narrowed(plan, range) ?? liveRows(this.rows, plan, range);
    this.lives.set(key, { plan, live });
    const oldest = this.lives.keys().next().value;
    if (this.lives.size > mostLives && oldest !== undefined) this.lives.delete(oldest);
    return live;
  }

  /** Found among the rows of a filter that has a part of the conditions; null = there is none. */
  private narrowed(plan: Plan, range: Range): Live | null {
    let best: Remembered | null = null;
    for (const one of this.lives.values()) {
      const { live } = one;
      if (live.range.from !== range.from || live.range.to !== range.to || !live.rows) continue;
      if (best?.live.rows && best.live.rows.length <= live.rows.length) continue;
      const isPart = one.plan.every((condition) => plan.some((other) => isSameCondition(condition, other)));
      if (isPart && live.lone === 0) best = one;
    }
    if (!best) return null;
    const { plan: asked, live } = best;
    const more = plan.filter((condition) => !asked.some((other) => isSameCondition(condition, other)));
    return narrowedRows(this.rows, live, more);
  }
}
