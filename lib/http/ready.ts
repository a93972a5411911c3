import 'server-only';
import { databaseAnswers } from '@/lib/db/health';
import { guarded } from './guarded';
import { retryAfter } from './unavailable';

/**
 * Whether pages can be shown, as an answer: 200 when the database answers within a second, else 503; with `notes` on
 * what may be slow meanwhile.
 */
export async function readyResponse(notes: Record<string, unknown> = {}): Promise<Response> {
  const ready = await databaseAnswers();
  const init = ready ? { status: 200 } : { status: 503, headers: { 'Retry-After': String(retryAfter) } };
  return guarded(Response.json({ status: ready ? 'ok' : 'unavailable', ...notes }, init));
}
