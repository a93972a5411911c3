import { currentViewer } from '@/lib/auth/session';
import { stateOfData } from '@/lib/explore/questions';
import { askRows } from '@/lib/explore/rows';
import { answerJson } from '@/lib/http/answers';
import { requestOrigin } from '@/lib/http/origin';
import { respond } from '@/lib/http/respond';
import { getLocale } from '@/lib/i18n/request';

/** Rows of the table for a selection, after the one that `after` names: the query string is that of the page. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const { searchParams } = new URL(request.url);
    const asker = { viewer: await currentViewer(), locale: await getLocale(), origin: await requestOrigin() };
    return answerJson(request, { state: stateOfData, ask: () => askRows(searchParams, asker) });
  });
}
