import { sendRecords } from '@/lib/exports/send';
import { respond } from '@/lib/http/respond';

/** The incidents of a selection as JSON. */
export function GET(request: Request): Promise<Response> {
  return respond(() => sendRecords(request, 'json'));
}
