import { guarded } from '@/lib/http/guarded';

/** Whether the process answers. Needs no database. */
export function GET(): Response {
  return guarded(Response.json({ status: 'ok' }));
}
