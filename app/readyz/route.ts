import { databaseAnswers } from '@/lib/http/health';
import { retryAfter } from '@/lib/http/unavailable';

/** Whether pages can be shown: the database answers within a second. */
export async function GET(): Promise<Response> {
  const ready = await databaseAnswers();
  return Response.json(
    { status: ready ? 'ok' : 'unavailable' },
    {
      status: ready ? 200 : 503,
      headers: { 'Cache-Control': 'no-store', ...(ready ? {} : { 'Retry-After': String(retryAfter) }) },
    },
  );
}
