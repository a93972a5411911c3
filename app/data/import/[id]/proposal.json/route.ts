import type { NextRequest } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { respond } from '@/lib/http/respond';
import { openProposal } from '@/lib/imports/requests';
import { decodeSegment } from '@/lib/url/segment';

type Context = { params: Promise<{ id: string }> };

/** How the files of an import would be mapped by a kind of file (`preset`), by a kept mapping (`kept`), or by neither. */
export function GET(request: NextRequest, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { searchParams } = request.nextUrl;
    const asked = { preset: searchParams.get('preset'), kept: searchParams.get('kept') };
    const proposal = await openProposal(await currentViewer(), decodeSegment((await params).id), asked);
    return Response.json(proposal, { headers: { 'Cache-Control': 'no-store' } });
  });
}
