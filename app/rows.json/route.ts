import { currentViewer } from '@/lib/auth/session';
import { openRows } from '@/lib/explore/rows';
import { requestOrigin } from '@/lib/http/origin';
import { respond } from '@/lib/http/respond';
import { getLocale } from '@/lib/i18n/request';

/** Rows of the table for a selection, after the one that `after` names: the query string is that of the page. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const { searchParams } = new URL(request.url);
    const asker = { viewer: await currentViewer(), locale: await getLocale(), origin: await requestOrigin() };
    return Response.json(await openRows(searchParams, asker), { headers: { 'Cache-Control': 'no-store' } });
  });
}
