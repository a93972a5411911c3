import { currentViewer } from '@/lib/auth/session';
import { openBrief } from '@/lib/explore/record-brief';
import { respond } from '@/lib/http/respond';
import { getLocale } from '@/lib/i18n/request';
import { decodeSegment } from '@/lib/url/segment';

type Context = { params: Promise<{ ref: string }> };

/** One record in short, in words, for the panel beside the table. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { ref } = await params;
    return Response.json(await openBrief(decodeSegment(ref), await currentViewer(), await getLocale()), {
      headers: { 'Cache-Control': 'no-store' },
    });
  });
}
