import { authorise } from '@/lib/auth/authorise';
import { currentViewer } from '@/lib/auth/session';
import { answerColumns } from '@/lib/http/column-answer';
import { respond } from '@/lib/http/respond';
import { columnFile, unpacked } from '@/lib/incidents/columns/wire/file';

/**
 * The columns of all published incidents that counts are made from, as an Arrow IPC stream; with `packed=gzip` as a
 * file packed with gzip. `v` names the version of the data that is wanted: while it is the newest, the answer may be
 * kept for good.
 */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    authorise(await currentViewer(), 'read');
    const file = await columnFile();
    return answerColumns(request, { ...file, unpacked: () => unpacked(file) });
  });
}
