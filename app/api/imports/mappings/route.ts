import { answerWrite } from '@/lib/http/write';
import { handleKeepMapping } from '@/lib/imports/requests';

/** Largest body: a mapping with long crosswalks, in bytes. */
const longest = 4_000_000;

/** Keeps a mapping under a name: `{ name, mapping }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleKeepMapping, { longest });
