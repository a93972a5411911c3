import { currentViewer } from '@/lib/auth/session';
import { respond, streamResponse } from '@/lib/http/respond';
import { openRefused } from '@/lib/imports/batches/queries';
import { decodeSegment } from '@/lib/url/segment';

type Context = { params: Promise<{ id: string }> };

/** The rows that an import refused, each with the reason beside it. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () =>
    streamResponse(await openRefused(await currentViewer(), decodeSegment((await params).id)), {
      type: 'text/csv; charset=utf-8',
      fileName: 'refused.csv',
      mark: 'error,the file could not be read to its end',
    }),
  );
}
