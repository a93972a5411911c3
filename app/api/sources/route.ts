import { answerWrite } from '@/lib/http/write';
import { handleCreateSource } from '@/lib/sources/edit/requests';

/** Largest body, in bytes: remarks may be long. */
const longest = 200_000;

/** Makes a source: `{ source, careReason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleCreateSource, { longest });
