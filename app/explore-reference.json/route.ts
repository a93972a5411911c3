import { currentViewer } from '@/lib/auth/session';
import { stateOfData } from '@/lib/explore/questions';
import { askReference } from '@/lib/explore/send-reference';
import { answerJson } from '@/lib/http/answers';
import { respond } from '@/lib/http/respond';

/** Places, data sets, sources and what is reported of them: what a browser needs to word its own counts. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const asker = { viewer: await currentViewer(), locale: 'en', origin: '' } as const;
    return answerJson(request, { state: stateOfData, ask: () => askReference(asker) });
  });
}
