import { currentViewer } from '@/lib/auth/session';
import { openBrief } from '@/lib/explore/record-brief';
import { movedTo, respond } from '@/lib/http/respond';
import { getLocale } from '@/lib/i18n/request';
import { redirectOf } from '@/lib/incidents/merging/queries';
import { decodeSegment } from '@/lib/url/segment';

type Context = { params: Promise<{ ref: string }> };

/** One record in short, in words, for the panel beside the table. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const ref = decodeSegment((await params).ref);
    const viewer = await currentViewer();
    const into = await redirectOf(ref, viewer);
    if (into !== null) return movedTo(`/incidents/${encodeURIComponent(into)}/record.json`);
    return Response.json(await openBrief(ref, viewer, await getLocale()), {
      headers: { 'Cache-Control': 'no-store' },
    });
  });
}
