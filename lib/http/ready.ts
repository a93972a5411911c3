import 'server-only';
import { databaseAnswers } from '@/lib/db/health';
import { retryAfter } from './unavailable';

/** Whether pages can be shown, as an answer: 200 when the database answers within a second, else 503. */
export async function readyResponse(): Promise<Response> {
  const ready = await databaseAnswers();
  return Response.json(
    { status: ready ? 'ok' : 'unavailable' },
    {
      status: ready ? 200 : 503,
      headers: { 'Cache-Control': 'no-store', ...(ready ? {} : { 'Retry-After': String(retryAfter) }) },
    },
  );
}
