import { publicViewer } from '@/lib/auth/viewer';
import { openSelection } from '@/lib/explore/open';
import { incidentsJson, incompleteMark } from '@/lib/exports/incidents';
import { requestOrigin } from '@/lib/http/origin';
import { exportLocale, respond, streamResponse } from '@/lib/http/respond';

/** The incidents of a selection as JSON; the query string is that of the page. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const params = new URL(request.url).searchParams;
    const locale = exportLocale(params);
    const { selection, reference } = await openSelection(params, locale);
    const wanted = { selection, reference, viewer: publicViewer, locale, origin: await requestOrigin() };
    return streamResponse(incidentsJson(wanted), {
      type: 'application/json',
      fileName: 'daybook-incidents.json',
      mark: incompleteMark,
    });
  });
}
