import { headers } from 'next/headers';
import { readJson } from '@/lib/http/body';
import { requestOrigin } from '@/lib/http/origin';
import { respond } from '@/lib/http/respond';
import { requireSameOrigin } from '@/lib/http/same-origin';
import { visitorHash } from '@/lib/http/visitor';
import { getLocale } from '@/lib/i18n/request';
import { saveView } from '@/lib/saved-views/save';

/** Largest body that is read, in bytes. */
const longestBody = 16_384;

/** Saves a view: `{ name, description, page, query }` as JSON, from a page of ours only. Answers 201 with its link. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const [locale, origin, sent] = await Promise.all([getLocale(), requestOrigin(), headers()]);
    requireSameOrigin(sent, origin, locale);
    const body = await readJson(request, longestBody, locale);
    const view = await saveView(body, { visitor: visitorHash(sent, new Date()), locale, origin });
    return Response.json(
      { view },
      { status: 201, headers: { Location: view.path, 'Cache-Control': 'no-store' } },
    );
  });
}
