import { currentViewer } from '@/lib/auth/session';
import { respond } from '@/lib/http/respond';
import { openMappingOf } from '@/lib/imports/requests';
import { decodeSegment } from '@/lib/url/segment';

type Context = { params: Promise<{ id: string }> };

/** How an import is mapped, as a file for imports of the same kind. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const mapping = await openMappingOf(await currentViewer(), decodeSegment((await params).id));
    return new Response(`${JSON.stringify(mapping, null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="mapping.json"',
        'Cache-Control': 'no-store',
      },
    });
  });
}
