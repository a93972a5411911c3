import { visitorHash } from '@/lib/http/visitor';
import { answerWrite } from '@/lib/http/write';
import { saveView } from '@/lib/saved-views/save';

/** Saves a view: `{ name, description, page, query }` as JSON, from a page of ours only. Answers 201 with its link. */
export function POST(request: Request): Promise<Response> {
  return answerWrite(
    request,
    'save-view',
    async (body, { headers, ...sender }) => ({
      view: await saveView(body, { ...sender, visitor: visitorHash(headers, new Date()) }),
    }),
    { status: 201 },
  );
}
