import { publicViewer } from '@/lib/auth/viewer';
import { incidentsCsv, incompleteMark } from '@/lib/exports/incidents';
import { openSelection } from '@/lib/explore/open';
import { requestOrigin } from '@/lib/http/origin';
import { exportLocale, respond, streamResponse } from '@/lib/http/respond';

/** The incidents of a selection as CSV; the query string is that of the page, with `bom=1` for Excel. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const params = new URL(request.url).searchParams;
    const locale = exportLocale(params);
    const { selection, reference } = await openSelection(params, locale, ['bom']);
    const wanted = { selection, reference, viewer: publicViewer, locale, origin: await requestOrigin() };
    return streamResponse(incidentsCsv(wanted, { bom: params.get('bom') === '1' }), {
      type: 'text/csv',
      fileName: 'daybook-incidents.csv',
      mark: incompleteMark,
    });
  });
}
