import { currentViewer } from '@/lib/auth/session';
import { respond } from '@/lib/http/respond';
import { getBatchStep } from '@/lib/imports/batches/queries';
import { decodeSegment } from '@/lib/url/segment';

type Context = { params: Promise<{ id: string }> };

/** Where an import stands, for a page that waits for it. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const step = await getBatchStep(await currentViewer(), decodeSegment((await params).id));
    return Response.json(step, { headers: { 'Cache-Control': 'no-store' } });
  });
}
