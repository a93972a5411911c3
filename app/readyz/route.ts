import { readyResponse } from '@/lib/http/ready';

/** Whether pages can be shown: the database answers within a second. */
export function GET(): Promise<Response> {
  return readyResponse();
}
