import { readyResponse } from '@/lib/http/ready';
import { noteOfColumns } from '@/lib/incidents/columns/store';

/** Whether pages can be shown: the database answers within a second; and how counting in memory stands. */
export function GET(): Promise<Response> {
  return readyResponse({ columns: noteOfColumns() });
}
