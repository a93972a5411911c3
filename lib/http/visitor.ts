import 'server-only';
import { createHmac } from 'node:crypto';
import { env } from '@/lib/env';
import { visitorAddress } from './visitor-address';

/**
 * What stands for a visitor in counts of one hour: HMAC-SHA256 of the hour and the address, in hex, under a key
 * that only this copy of Daybook has (the address of its database, with its password) and that is in no
 * database. It differs from hour to hour, and nobody gets the address back from it.
 */
export function visitorHash(headers: Headers, now: Date): string {
  const { DATABASE_URL, DAYBOOK_PROXIES } = env();
  const address = visitorAddress(headers.get('x-forwarded-for'), DAYBOOK_PROXIES) ?? 'unknown';
  return createHmac('sha256', DATABASE_URL)
    .update(`${now.toISOString().slice(0, 13)} ${address}`)
    .digest('hex');
}
