import 'server-only';
import { keyedHash } from '@/lib/auth/secret';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { takeTurn } from '@/lib/db/write';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { limitMessages } from '@/lib/i18n/messages/limits';
import { visitorHash } from './visitor';

/** How often a visitor may ask, within one hour of the clock, for what costs much: files of records, drawn charts. */
export const hourly = { export: 60, image: 600 } as const;

/** An account may ask so many times more often. */
const accountFactor = 10;

/**
 * Counts one costly question of a viewer, in the database, so that many at once can't pass together and a restart
 * forgets nothing. Visitors are told apart by a hash of their address (lib/http/visitor), accounts by their id.
 * @throws AppError `too-many`, with the seconds until the next hour, beyond the limit (`hourly` × `DAYBOOK_LIMITS`).
 */
export async function takeHourlyTurn(
  kind: keyof typeof hourly,
  { viewer, headers, locale }: { viewer: Viewer; headers: Headers; locale: Locale },
): Promise<void> {
  const factor = env().DAYBOOK_LIMITS * (viewer.kind === 'account' ? accountFactor : 1);
  if (factor === 0) return;
  const now = new Date();
  const visitor = viewer.kind === 'account' ? keyedHash('account', viewer.id) : visitorHash(headers, now);
  const limit = Math.max(1, Math.round(hourly[kind] * factor));
  if (await takeTurn(database, { kind, visitor, limit })) return;
  const retryAfter = 3_600 - Math.floor((now.getTime() % 3_600_000) / 1_000);
  throw new AppError('too-many', limitMessages[locale][kind](limit, Math.ceil(retryAfter / 60)), {
    retryAfter,
  });
}
