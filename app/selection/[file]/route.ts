import { sendSelectionFile } from '@/lib/exports/send';
import { respond } from '@/lib/http/respond';

type Context = { params: Promise<{ file: string }> };

/** What can be said of a selection before it is exported, and its citation; the query string is that of the page. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => sendSelectionFile(request, (await params).file));
}
