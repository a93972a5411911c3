import { answerWrite } from '@/lib/http/write';
import { handleUpdateSource } from '@/lib/sources/edit/requests';

/** Largest body, in bytes: remarks may be long. */
const longest = 200_000;

/** Changes a source: `{ ref, version, source, reason?, careReason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleUpdateSource, { longest });
