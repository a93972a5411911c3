import { currentViewer } from '@/lib/auth/session';
import { askExplore } from '@/lib/explore/open';
import { stateOfData } from '@/lib/explore/questions';
import { answerJson } from '@/lib/http/answers';
import { requestOrigin } from '@/lib/http/origin';
import { respond } from '@/lib/http/respond';
import { getLocale } from '@/lib/i18n/request';

/** What Explore shows for a selection, as data: the query string is that of the page. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const { searchParams } = new URL(request.url);
    const asker = { viewer: await currentViewer(), locale: await getLocale(), origin: await requestOrigin() };
    return answerJson(request, { state: stateOfData, ask: () => askExplore(searchParams, asker) });
  });
}
