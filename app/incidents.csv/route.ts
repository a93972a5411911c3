import { sendRecords } from '@/lib/exports/send';
import { respond } from '@/lib/http/respond';

/** The incidents of a selection as CSV; the query string is that of the page, with `values`, and `bom=1` for Excel. */
export function GET(request: Request): Promise<Response> {
  return respond(() => sendRecords(request, 'csv'));
}
