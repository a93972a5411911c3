import { currentViewer } from '@/lib/auth/session';
import { findPlacesByText, openPlaceTree } from '@/lib/explore/places';
import { exportLocale, respond } from '@/lib/http/respond';

const noStore = { 'Cache-Control': 'no-store' };

/**
 * Places by name, code or alias (`/places.json?q=wuchuan`); or, with `field`, a tree of places with the numbers
 * of incidents that the query of a page keeps (`/places.json?field=place&parent=440000&type=petition`).
 */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const params = new URL(request.url).searchParams;
    const asker = { viewer: await currentViewer(), locale: exportLocale(params) };
    if (params.has('field') || params.has('parent'))
      return Response.json(await openPlaceTree(params, asker), { headers: noStore });
    return Response.json({ places: await findPlacesByText(params.get('q') ?? '', asker) });
  });
}
