import 'server-only';
import { databaseAnswers } from '@/lib/db/health';
import { guarded } from './guarded';
import { retryAfter } from './unavailable';

/** Whether pages can be shown, as an answer: 200 when the database answers within a second, else 503. */
export async function readyResponse(): Promise<Response> {
  const ready = await databaseAnswers();
  const init = ready ? { status: 200 } : { status: 503, headers: { 'Retry-After': String(retryAfter) } };
  return guarded(Response.json({ status: ready ? 'ok' : 'unavailable' }, init));
}
