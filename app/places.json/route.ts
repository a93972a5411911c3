import { currentViewer } from '@/lib/auth/session';
import { askPlacesByText, askPlaceTree } from '@/lib/explore/places';
import { stateOfData } from '@/lib/explore/questions';
import { answerJson } from '@/lib/http/answers';
import { exportLocale, respond } from '@/lib/http/respond';

/**
 * Places by name, code or alias (`/places.json?q=wuchuan`); or, with `field`, a tree of places with the numbers
 * of incidents that the query of a page keeps (`/places.json?field=place&parent=440000&type=petition`).
 */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const params = new URL(request.url).searchParams;
    const asker = { viewer: await currentViewer(), locale: exportLocale(params) };
    if (params.has('field') || params.has('parent'))
      return answerJson(request, { state: stateOfData, ask: () => askPlaceTree(params, asker) });
    const text = params.get('q') ?? '';
    return answerJson(request, { state: stateOfData, ask: () => askPlacesByText(text, asker) });
  });
}
