import type { ReadBatch, SettledReads } from '@/lib/db/reads';

/** How a process settles its counts with the others. Times are milliseconds. */
export const settling = {
  /** Counts are settled after so long, or after so many reads of one visitor. */
  within: 1_000,
  ahead: 20,
  /** For how long an answer to somebody near the limit waits for it. */
  patience: 1_000,
  /** How long nothing is tried after a failure. */
  pause: 5_000,
} as const;

/** So many visitors are told apart in a minute; those that come later are not counted. */
const mostVisitors = 50_000;

/** Seconds until a visitor who read too often is answered again. */
export type Wait = { retryAfter: number };

export type ReadCounter = {
  /** Reads that are answered within a minute. */
  limit: number;
  /** Adds to what all processes have counted, and gives it back (lib/db/reads). */
  settle: (batch: ReadBatch[]) => Promise<SettledReads[]>;
  /** What stands for a visitor there. */
  hash: (visitor: string) => string;
  /** Called when settling begins to fail. */
  onFault: (thrown: unknown) => void;
};

type Settled = Map<string, SettledReads & { sent: number }>;

/**
 * Counts what each visitor asks for within a minute of the clock. A read is counted in the memory of the process; what
 * was counted is settled with the other processes in batches, one at a time. An answer waits for that near the limit
 * only, where it is exact then. Where settling fails, the process decides by what it knows.
 */
export function makeReadCounter({ limit, settle, hash, onFault }: ReadCounter) {
  let minute = -1;
  /** What all had counted when last asked; what is on its way to them; what came since. */
  let shared = new Map<string, number>();
  let flying = new Map<string, number>();
  let pending = new Map<string, number>();
  /** When those who must wait are answered again. */
  let waits = new Map<string, number>();
  let flight: Promise<Settled | null> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pausedUntil = 0;
  let failing = false;

  function turnMinute(now: number): void {
    const at = Math.floor(now / 60_000);
    if (at === minute) return;
    minute = at;
    [shared, flying, pending] = [new Map(), new Map(), new Map()];
    waits = new Map([...waits].filter(([, until]) => until > now));
  }

  async function send(): Promise<Settled | null> {
    const [batch, at] = [pending, minute];
    [flying, pending] = [batch, new Map()];
    const settled: Settled = new Map();
    try {
      const byKey = new Map([...batch.keys()].map((visitor) => [hash(visitor), visitor]));
      const sent = [...byKey].map(([key, visitor]) => ({ visitor: key, count: batch.get(visitor) ?? 0 }));
      for (const row of await settle(sent)) {
        const visitor = byKey.get(row.visitor) ?? '';
        settled.set(visitor, { ...row, sent: batch.get(visitor) ?? 0 });
        if (at === minute) shared.set(visitor, row.count);
        if (row.wait > 0) waits.set(visitor, Date.now() + row.wait * 1_000);
      }
      failing = false;
    } catch (thrown) {
      pausedUntil = Date.now() + settling.pause;
      if (at === minute)
        for (const [visitor, count] of batch) pending.set(visitor, (pending.get(visitor) ?? 0) + count);
      if (!failing) onFault(thrown);
      failing = true;
    }
    flying = new Map();
    flight = null;
    if (pending.size > 0) sendLater();
    return failing ? null : settled;
  }

  /** Sends what is pending; null = not now. What is on its way comes back first. */
  function sendNow(): Promise<Settled | null> | null {
    if (flight !== null || pending.size === 0 || Date.now() < pausedUntil) return flight;
    clearTimeout(timer);
    timer = undefined;
    flight = send();
    return flight;
  }

  function sendLater(): void {
    if (timer !== undefined) return;
    const after = Math.max(settling.within, pausedUntil - Date.now());
    timer = setTimeout(() => {
      timer = undefined;
      void sendNow();
    }, after);
    timer.unref();
  }

  /** Decides about the read that is number `place` of its batch, and number `own` as far as this process knows. */
  async function decide(visitor: string, place: number, own: number): Promise<Wait | null> {
    const next = (minute + 1) * 60_000;
    const settled = await atMost(settling.patience, flight === null ? sendNow() : flight.then(sendNow));
    const mine = settled?.get(visitor);
    if (!mine) return own > limit ? waitUntil(next, Date.now()) : null;
    const isBeyond = mine.count <= limit || mine.count - mine.sent + place > limit;
    return mine.wait > 0 && isBeyond ? { retryAfter: Math.ceil(mine.wait) } : null;
  }

  /** Counts one read. Null = it is answered. */
  return async function count(visitor: string): Promise<Wait | null> {
    const now = Date.now();
    turnMinute(now);
    const until = waits.get(visitor) ?? 0;
    if (until > now) return waitUntil(until, now);
    const isKnown = pending.has(visitor) || shared.has(visitor);
    if (!isKnown && pending.size + shared.size >= mostVisitors) return null;
    const place = (pending.get(visitor) ?? 0) + 1;
    pending.set(visitor, place);
    const own = (shared.get(visitor) ?? 0) + (flying.get(visitor) ?? 0) + place;
    if (own > limit - settling.ahead) return decide(visitor, place, own);
    if (place >= settling.ahead) void sendNow();
    if (pending.size > 0) sendLater();
    return null;
  };
}

const waitUntil = (until: number, now: number): Wait => ({
  retryAfter: Math.max(1, Math.ceil((until - now) / 1_000)),
});

/** What a promise brings; null = it takes longer. */
async function atMost<Result>(ms: number, promise: Promise<Result> | null): Promise<Result | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const result = await Promise.race([promise, late]);
  clearTimeout(timer);
  return result;
}
