import type { Ask, Raw } from './asks';
import { type Bits, wordsFor, wordsNotFull } from './bits';
import { Blocks } from './blocks';
import {
  type Found,
  foundAnywhere,
  type Known,
  type Live,
  liveRows,
  type Range,
  type Rows,
  Scratch,
} from './live';
import { Memory } from './memory';
import { missesOf } from './misses';
import { type Condition, isSameCondition, type Plan, partNumber } from './plan';
import { BitsPool } from './pool';
import { scan } from './scan';

/** A plan under a name that says the same as the filter it was made of. */
export type NamedPlan = { name: string; plan: Plan };

/** Answers questions about the rows that a filter keeps. */
export type Scanner = (plan: NamedPlan, asks: Ask[]) => Promise<Raw[]>;

/** How many filters of one version are remembered: a bit a row each. Each is asked about twice or three times. */
const mostLives = 24;

/**
 * How many conditions on codes are: a bit a row each. Mostly a click changes one, and leaves the others as they were; and
 * fifty people click between two clicks of one of them.
 */
const mostConditions = 96;

/** One for all that this thread scans: it does so one question after another. */
const scratch = new Scratch();

/** What is known of a range of the rows of one version. */
class Part {
  private readonly lives = new Map<string, Live>();
  private readonly conditions: (Found & { condition: CodesCondition })[] = [];
  private readonly pool: BitsPool;
  private readonly known: Known;
  private named = 0;

  constructor(
    private readonly rows: Rows,
    readonly range: Range,
    readonly blocks: Blocks,
  ) {
    this.pool = new BitsPool(wordsFor(range.to - range.from));
    const misses = (condition: Condition) => this.missesOf(condition);
    this.known = { blocks, misses, pool: this.pool, scratch, memory: new Memory() };
  }

  of({ name, plan }: NamedPlan): Live {
    const live = this.lives.get(name) ?? liveRows(this.rows, plan, this.range, this.known);
    this.lives.delete(name);
    this.lives.set(name, live);
    live.begin();
    for (const [oldest, one] of this.lives) {
      if (this.lives.size <= mostLives) break;
      this.lives.delete(oldest);
      one.end();
    }
    return live;
  }

  private missesOf(condition: Condition): Found {
    // What a search found is a number a row, which is not held on to; days are told by the order of rows.
    if (condition.on === 'rows') return foundAnywhere(this.find(condition));
    if (condition.on === 'codes') return this.ofCodes(condition);
    const bits = this.find(condition);
    const words = wordsNotFull(bits);
    return { bits, words, name: `${condition.on} ${condition.low} ${condition.high}` };
  }

  private ofCodes(condition: CodesCondition): Found {
    const at = this.conditions.findIndex((known) => isSameCondition(known.condition, condition));
    const known = this.conditions.splice(at, at < 0 ? 0 : 1)[0] ?? this.noted(condition);
    this.conditions.push(known);
    if (this.conditions.length > mostConditions) {
      const [oldest] = this.conditions.splice(0, 1);
      if (oldest) this.pool.letGo(oldest.bits);
    }
    return known;
  }

  private noted(condition: CodesCondition): Found & { condition: CodesCondition } {
    const found = { condition, ...foundAnywhere(this.find(condition), String(++this.named)) };
    this.pool.hold(found.bits);
    return found;
  }

  private find(condition: Condition): Bits {
    return missesOf(this.rows, condition, this.range, this.blocks, this.pool.take());
  }
}

type CodesCondition = Extract<Condition, { on: 'codes' }>;

/** The part that a question leaves out; -1 = each field its own. */
function partOf(ask: Ask): number {
  if (ask.kind === 'periods' || ask.kind === 'extent') return partNumber.starts;
  if (ask.kind === 'first') return 0;
  return ask.part === 'own' ? -1 : ask.part;
}

/** Remembers which rows a filter keeps for the last few filters, so that further questions need not ask again. */
export class LiveRows {
  private readonly parts = new Map<number, Part>();

  /** `older`: another version. Where it shares the rows that were loaded at once, what is known of them is shared too. */
  constructor(
    readonly rows: Rows,
    older: LiveRows | null = null,
  ) {
    this.shared = older?.rows.origin === rows.origin ? older.blocks() : [];
  }

  private readonly shared: readonly Blocks[];

  /** Answers what is asked of the rows of a range that a filter keeps. */
  answer(named: NamedPlan, range: Range, asks: readonly Ask[]): Raw[] {
    const live = this.of(named, range);
    const answers = new Array<Raw>(asks.length);
    // Those that leave out the same part come one after the other: its rows are listed once.
    const inOrder = [...asks.entries()].sort(([, one], [, other]) => partOf(one) - partOf(other));
    for (const [at, ask] of inOrder) answers[at] = scan(this.rows, live, ask);
    return answers;
  }

  /** The rows of a filter, whose lists hold until those of another are asked for. */
  of(named: NamedPlan, range: Range): Live {
    const known = this.parts.get(range.from);
    if (known && known.range.to === range.to) return known.of(named);
    const blocks = new Blocks(this.rows, range);
    const same = this.shared.find(({ from, to }) => from === blocks.from && to === blocks.to);
    const made = new Part(this.rows, range, same ?? blocks);
    this.parts.set(range.from, made);
    return made.of(named);
  }

  private blocks(): readonly Blocks[] {
    return [...this.shared, ...[...this.parts.values()].map(({ blocks }) => blocks)];
  }
}
