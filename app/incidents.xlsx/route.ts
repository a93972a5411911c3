import { sendRecords } from '@/lib/exports/send';
import { respond } from '@/lib/http/respond';

/** The incidents of a selection as a workbook, with a sheet that says what they are. */
export function GET(request: Request): Promise<Response> {
  return respond(() => sendRecords(request, 'xlsx'));
}
