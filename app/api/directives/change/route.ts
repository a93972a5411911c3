import { handleUpdateDirective } from '@/lib/directives/edit/requests';
import { answerWrite } from '@/lib/http/write';

/** Largest body: a directive with all its evidence, in bytes. */
const longest = 1_000_000;

/** Changes a directive: `{ ref, version, directive, reason?, careReason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleUpdateDirective, { longest });
