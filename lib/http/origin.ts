import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/env';

/**
 * The address of the site, without a slash at the end, for permalinks and citations only: as set, else the
 * one under which the visitor reached us (whose own `Host` header is shown to nobody else).
 */
export async function requestOrigin(): Promise<string> {
  const set = env().DAYBOOK_ORIGIN;
  if (set) return set.replace(/\/$/, '');
  const sent = await headers();
  const host = sent.get('host') ?? 'localhost';
  const protocol = sent.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return `${protocol === 'https' ? 'https' : 'http'}://${host}`;
}
