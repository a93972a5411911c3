import { authorise } from '@/lib/auth/authorise';
import { currentViewer } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { answerColumns } from '@/lib/http/column-answer';
import { respond } from '@/lib/http/respond';
import { columnFile } from '@/lib/incidents/columns/wire/file';

/** Whether a page asks, which does without where there are none: that is no fault, and its console is to stay empty. */
const isOfPage = (request: Request) => new URL(request.url).searchParams.has('v');

/**
 * The columns of all published incidents that counts are made from, as an Arrow IPC stream; with `packed=gzip` as a
 * file packed with gzip, with `packed=planes` as Explore counts from in a browser. `v` names the version of the data that is wanted: while it is the newest, the answer may be
 * kept for good.
 */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    authorise(await currentViewer(), 'read');
    try {
      return await answerColumns(request, await columnFile());
    } catch (thrown) {
      if (isOfPage(request) && thrown instanceof AppError && thrown.code === 'not-found')
        return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
      throw thrown;
    }
  });
}
