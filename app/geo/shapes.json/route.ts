import { shapesFile } from '@/lib/explore/shapes';
import { respond } from '@/lib/http/respond';

/** Outlines of the units of an area for its map: `/geo/shapes.json?scope=CN&level=province`. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const { body, tag } = await shapesFile(new URL(request.url).searchParams);
    const headers = { 'Cache-Control': 'public, max-age=86400', ETag: tag };
    if (request.headers.get('if-none-match')?.includes(tag))
      return new Response(null, { status: 304, headers });
    return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
  });
}
