import 'server-only';
import { keyedHash } from '@/lib/auth/secret';
import { database } from '@/lib/db/query';
import { forgetReads, settleReads } from '@/lib/db/reads';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { withoutData } from '@/lib/faults';
import { makeReadCounter, type Wait } from './read-counter';
import { visitorAddress } from './visitor-address';

/** How many pages and answers one visitor may ask for within one minute of the clock. */
export const readsAMinute = 600;

let counter: ReturnType<typeof makeReadCounter> | undefined;
let sweep: ReturnType<typeof setTimeout> | undefined;

/** How long a visitor must wait who asked for too much (`readsAMinute` × `DAYBOOK_LIMITS`); null = not at all. */
export async function countRead(headers: Headers): Promise<Wait | null> {
  const { DAYBOOK_LIMITS: factor, DAYBOOK_PROXIES: proxies } = env();
  const address = visitorAddress(headers.get('x-forwarded-for'), proxies);
  if (factor === 0 || address === null) return null;
  counter ??= makeSharedCounter(Math.max(1, Math.round(readsAMinute * factor)));
  return counter(address);
}

/** A counter that shares its limit with those of all processes on the same database. */
export function makeSharedCounter(limit: number, db = database): ReturnType<typeof makeReadCounter> {
  return makeReadCounter({
    limit,
    async settle(batch) {
      forgetLater();
      return settleReads(db, batch, limit);
    },
    hash: (visitor) => keyedHash('reads', visitor),
    onFault(thrown) {
      const reason = thrown instanceof AppError ? (thrown.cause ?? thrown) : thrown;
      console.error('Reads are counted in this process alone:', withoutData(reason));
    },
  });
}

/** Removes once a minute what counts no more, until nothing is left. */
function forgetLater(): void {
  if (sweep) return;
  sweep = setTimeout(async () => {
    sweep = undefined;
    // What can't be removed now is removed after the next read.
    if (await forgetReads(database).catch(() => false)) forgetLater();
  }, 60_000);
  sweep.unref();
}
