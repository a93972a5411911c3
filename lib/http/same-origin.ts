import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { writeMessages } from '@/lib/i18n/messages/write';

/**
 * Lets a write pass only when a page of ours sent it. `Origin` has to be there and to be our own address, and
 * `Sec-Fetch-Site`, where the browser sends it, has to say the same: browsers leave it out at addresses
 * without https other than localhost. `own` is the address of the site, never one that a visitor names.
 * @throws AppError `forbidden`. Pure.
 */
export function requireSameOrigin(headers: Headers, own: string, locale: Locale): void {
  const site = headers.get('sec-fetch-site');
  if (headers.get('origin') === new URL(own).origin && (site === null || site === 'same-origin')) return;
  throw new AppError('forbidden', writeMessages[locale].otherOrigin(own));
}
