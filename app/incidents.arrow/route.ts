import { sendRecords } from '@/lib/exports/send';
import { respond } from '@/lib/http/respond';

/** The incidents of a selection as an Arrow IPC stream; the query string is that of the page, with `values`. */
export function GET(request: Request): Promise<Response> {
  return respond(() => sendRecords(request, 'arrow'));
}
