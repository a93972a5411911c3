import { findPlacesByText } from '@/lib/explore/places';
import { exportLocale, respond } from '@/lib/http/respond';

/** Places by name, code or alias: `/places.json?q=wuchuan`. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const params = new URL(request.url).searchParams;
    return Response.json({ places: await findPlacesByText(params.get('q') ?? '', exportLocale(params)) });
  });
}
