import 'server-only';
import { AppError } from '@/lib/errors';
import { withoutData } from '@/lib/faults';
import { faults } from '@/lib/i18n/messages/faults';

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '08000',
  '08001',
  '08003',
  '08006',
  '53300', // too_many_connections
]);

const unreachableWords =
  /timeout exceeded when trying to connect|Connection terminated|the database system is (starting|shutting)/;

/**
 * The only place where errors of pg become errors of ours. What is not known stays an error of its own, without the values
 * that it repeats, since it is logged.
 */
export function toAppError(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof AppError) return thrown;
  const code = codeOf(thrown);
  if ((code && unreachable.has(code)) || unreachableWords.test(thrown.message)) {
    return new AppError('unavailable', faults.unreachable, {
      cause: withoutData(thrown),
    });
  }
  if (code === '57014') {
    return new AppError('too-slow', faults.tooSlow, {
      cause: withoutData(thrown),
    });
  }
  // lock_not_available: a long write, such as an import, is in the way.
  if (code === '55P03')
    return new AppError('unavailable', faults.othersWrite, {
      cause: withoutData(thrown),
    });
  // disk_full, or a file of this machine that can't grow.
  if (code === '53100' || code === 'ENOSPC')
    return new AppError('full', faults.diskFull, { cause: withoutData(thrown) });
  if (code === '23505') return new AppError('conflict', faults.keyTaken, { cause: withoutData(thrown) });
  return 'severity' in thrown ? withoutData(thrown) : thrown;
}

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return undefined;
}
